import { type FunctionRecord, number } from './function-record.ts';

const compare = (
  usage: string,
  about: string,
  test: (order: number) => boolean,
): FunctionRecord => ({
  usage,
  about,
  takes: ['same', 'same'],
  gives: 'yesno',
  run: (a, b) => test(a === b ? 0 : (a as string) < (b as string) ? -1 : 1),
});

/** Written between or before what they take, not as words. */
export const OPERATOR_FUNCTIONS: Readonly<Record<string, FunctionRecord>> = {
  '+': number('a + b', 'sum of two numbers', ['number', 'number'], (a, b) => (a ?? 0) + (b ?? 0)),
  '-': number(
    'a - b',
    'difference of two numbers; of two dates, days between them',
    ['number', 'number'],
    (a, b) => (a ?? 0) - (b ?? 0),
  ),
  '*': number('a * b', 'product', ['number', 'number'], (a, b) => (a ?? 0) * (b ?? 0)),
  '/': number('a / b', 'quotient; missing when b is 0', ['number', 'number'], (a, b) =>
    b === 0 ? Number.NaN : (a ?? 0) / (b ?? 1),
  ),
  '^': number('a ^ b', 'power', ['number', 'number'], (a, b) => (a ?? 0) ** (b ?? 0)),
  negative: number('-a', 'the number with the other sign', ['number'], (a) => -(a ?? 0)),
  '&': {
    usage: 'a & b',
    about: 'two texts one after the other',
    takes: ['text', 'text'],
    gives: 'text',
    run: (a, b) => `${a}${b}`,
  },
  '=': compare('a = b', 'whether both are the same', (order) => order === 0),
  '<>': compare('a <> b', 'whether they differ', (order) => order !== 0),
  '<': compare('a < b', 'whether a comes before b', (order) => order < 0),
  '<=': compare('a <= b', 'whether a comes before b or is b', (order) => order <= 0),
  '>': compare('a > b', 'whether a comes after b', (order) => order > 0),
  '>=': compare('a >= b', 'whether a comes after b or is b', (order) => order >= 0),
  not: {
    usage: 'not a',
    about: 'the opposite of yes or no',
    takes: ['yesno'],
    gives: 'yesno',
    run: (a) => !a,
  },
};
