import type { Absent } from '../value.ts';
import { type FunctionRecord, onText, type Plain } from './function-record.ts';

const EMPTY: Absent = { why: 'empty' };
const text = (value: string): Plain | Absent => (value === '' ? EMPTY : value);

/** What is asked of texts and made of them. */
export const TEXT_FUNCTIONS: Readonly<Record<string, FunctionRecord>> = {
  text: {
    usage: 'text(x)',
    about: 'a number, date or yes/no as text',
    takes: ['any'],
    gives: 'text',
    run: (x) => String(x),
  },
  upper: onText('upper(text)', 'in capitals', ['text'], 'text', (a = '') => a.toUpperCase()),
  lower: onText('lower(text)', 'in small letters', ['text'], 'text', (a = '') => a.toLowerCase()),
  trim: onText('trim(text)', 'without spaces around it', ['text'], 'text', (a = '') =>
    text(a.trim()),
  ),
  length: onText(
    'length(text)',
    'how many characters it has',
    ['text'],
    'number',
    (a = '') => [...a].length,
  ),
  left: {
    usage: 'left(text, n)',
    about: 'the first n characters',
    takes: ['text', 'number'],
    gives: 'text',
    run: (a, n) => text([...String(a)].slice(0, Math.max(0, Number(n))).join('')),
  },
  right: {
    usage: 'right(text, n)',
    about: 'the last n characters',
    takes: ['text', 'number'],
    gives: 'text',
    run: (a, n) => text(Number(n) > 0 ? [...String(a)].slice(-Number(n)).join('') : ''),
  },
  mid: {
    usage: 'mid(text, from, n)',
    about: 'n characters from a place on; the first is 1',
    takes: ['text', 'number', 'number'],
    gives: 'text',
    run: (a, from, n) =>
      text(
        [...String(a)]
          .slice(Math.max(0, Number(from) - 1), Math.max(0, Number(from) - 1 + Number(n)))
          .join(''),
      ),
  },
  contains: onText(
    'contains(text, part)',
    'whether the part stands in it, capitals aside',
    ['text', 'text'],
    'yesno',
    (a = '', b = '') => a.toLowerCase().includes(b.toLowerCase()),
  ),
  starts_with: onText(
    'starts_with(text, part)',
    'whether it begins so, capitals aside',
    ['text', 'text'],
    'yesno',
    (a = '', b = '') => a.toLowerCase().startsWith(b.toLowerCase()),
  ),
  replace: onText(
    'replace(text, part, by)',
    'every such part replaced',
    ['text', 'text', 'text'],
    'text',
    (a = '', b = '', c = '') => text(b === '' ? a : a.replaceAll(b, () => c)),
  ),
};
