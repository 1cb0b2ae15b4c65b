import { type FunctionRecord, number, onText } from './function-record.ts';

/** What makes numbers of numbers, and of texts that hold one. */
export const NUMBER_FUNCTIONS: Readonly<Record<string, FunctionRecord>> = {
  abs: number('abs(x)', 'the number without its sign', ['number'], (x) => Math.abs(x ?? 0)),
  round: number(
    'round(x, places)',
    'rounded half away from zero; to whole numbers when places is left out',
    ['number', 'number'],
    (x, places = 0) => roundTo(x ?? 0, places),
    { optional: 1 },
  ),
  floor: number('floor(x)', 'the next whole number below', ['number'], (x) => Math.floor(x ?? 0)),
  ceiling: number('ceiling(x)', 'the next whole number above', ['number'], (x) =>
    Math.ceil(x ?? 0),
  ),
  mod: number(
    'mod(x, y)',
    'what is left of x after division by y, with the sign of y',
    ['number', 'number'],
    (x, y) => (x ?? 0) - (y ?? 0) * Math.floor((x ?? 0) / (y ?? 0)),
  ),
  sqrt: number('sqrt(x)', 'square root', ['number'], (x) => Math.sqrt(x ?? 0)),
  ln: number('ln(x)', 'natural logarithm', ['number'], (x) => Math.log(x ?? 0)),
  exp: number('exp(x)', 'e to the power of x', ['number'], (x) => Math.exp(x ?? 0)),
  min: number(
    'min(a, b, …)',
    'the least; missing when one is',
    ['number', 'number'],
    (...all) => Math.min(...all),
    { many: true, optional: 1 },
  ),
  max: number(
    'max(a, b, …)',
    'the greatest; missing when one is',
    ['number', 'number'],
    (...all) => Math.max(...all),
    { many: true, optional: 1 },
  ),
  sum: number(
    'sum(a, b, …)',
    'the sum; missing when one is',
    ['number', 'number'],
    (...all) => all.reduce((total, each) => total + each, 0),
    { many: true, optional: 1 },
  ),
  mean: number(
    'mean(a, b, …)',
    'the mean; missing when one is',
    ['number', 'number'],
    (...all) => all.reduce((total, each) => total + each, 0) / all.length,
    { many: true, optional: 1 },
  ),
  number: onText(
    'number(text)',
    'text read as a number; missing when it is none',
    ['text'],
    'number',
    (a = '') => (/^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*$/.test(a) ? Number(a) : { why: 'not a number' }),
  ),
};

function roundTo(x: number, places: number): number {
  const shift = Math.min(15, Math.max(-15, Math.trunc(places)));
  // By way of decimal text: 1.005 is written 1.005, and rounds as it is written.
  const [digits = '0', exponent = '0'] = Math.abs(x).toExponential().split('e');
  const rounded = Math.round(Number(`${digits}e${Number(exponent) + shift}`));
  return Math.sign(x) * Number(`${rounded}e${-shift}`);
}
