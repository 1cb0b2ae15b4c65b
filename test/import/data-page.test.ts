import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../helpers/source-files.ts';
import { fileOf, load, preview, refusalOf, valuesOf } from './fixtures.ts';

const page = readFileSync(join(ROOT, 'docs/what-attune-does-to-your-data.md'), 'utf8');

/** Words of the page, a file, and the values of its second column. */
const VALUES: readonly [words: string, csv: string, values: unknown[]][] = [
  ['A first line `sep=;` is obeyed', 'sep=;\nid;n\na;1\nb;2\n', [1, 2]],
  ['LF, CRLF and CR all end a row', 'id,n\na,1\r\nb,2\rc,3\n', [1, 2, 3]],
  ['A cell that is only `\\N` means no value', 'id,n\na,1\nb,\\N\nc,3\n', [1, null, 3]],
  [
    'before anything else, as in `\\n`, it stays',
    'id,w\na,"x\\ny \\"z\\" w"\nb,c\n',
    ['x\\ny "z" w', 'c'],
  ],
  ['leading zeros in codes of one length', 'n,code\n1,007\n2,012\n', ['007', '012']],
  [
    'more than 15 digits',
    'n,long\n1,1234567890123456\n2,1234567890123457\n',
    ['1234567890123456', '1234567890123457'],
  ],
  ['0 and 1 stay numbers', 'id,n\na,0\nb,1\nc,1\n', [0, 1, 1]],
  ['a minus before or after, brackets for negatives', 'id,n\na,-5\nb,6-\nc,(7)\n', [-5, -6, -7]],
  ['£, $ or € (one of them in a column)', 'id,n\na,£1.50\nb,£2.25\nc,3.75\n', [1.5, 2.25, 3.75]],
  ['Per cent is kept as a share of 1', 'id,n\na,12.5%\nb,50%\n', [0.125, 0.5]],
  [
    'A part above 12 anywhere in the column proves the order',
    'id,d\na,01/02/2021\nb,13/02/2021\n',
    ['2021-02-01', '2021-02-13'],
  ],
  [
    'Two-digit years from 30 are read as 19xx, those below as 20xx',
    'id,seen\na,13/02/29\nb,13/02/30\n',
    ['2029-02-13', '1930-02-13'],
  ],
  [
    'kept as `HH:MM:SS`',
    'id,t\na,26:30\nb,1 h 30 min\nc,45 mins\nd,PT1H30M\n',
    ['26:30:00', '01:30:00', '00:45:00', '01:30:00'],
  ],
  [
    'become the code 1 with the label Agree',
    'id,q\na,1 = Agree\nb,2 = Disagree\nc,1 = Agree\nd,2 = Disagree\n',
    ['1', '2', '1', '2'],
  ],
];

describe('what the page says of values', () => {
  test.each(VALUES)('%s', async (words, csv, values) => {
    expect(page).toContain(words);
    const loaded = await load(fileOf(csv));
    expect(valuesOf(loaded, loaded.frame.variables[1]?.name ?? '')).toEqual(values);
  });
});

/** Words of the page, a file, and rows that are loaded, quarantined, skipped and blank. */
const ROWS: readonly [words: string, csv: string, rows: [number, number, number, number]][] = [
  [
    'or hold only delimiters and spaces, are counted and skipped',
    'a,b\n1,2\n\n , \n3,4\n',
    [2, 0, 1, 2],
  ],
  [
    'Lines that begin with `#` are skipped and told',
    '# x\na,b\n1,2\n# y, z, w\n3,4\n',
    [2, 0, 3, 0],
  ],
  ['**Rows of another width** are quarantined whole', 'a,b\n1,2\n3\n4,5,6\n7,8\n', [2, 2, 1, 0]],
  ['text after a closing one quarantines its row', 'a,b\n"1"x,2\n3,4\n', [1, 1, 1, 0]],
  [
    'Titles above it and totals, sources and notes below',
    'Referrals\n\na,b\n1,2\n3,4\nTotal,6\nSource: register\n',
    [2, 0, 4, 1],
  ],
];

describe('what the page says of rows', () => {
  test.each(ROWS)('%s', async (words, csv, [loaded, quarantined, skipped, blank]) => {
    expect(page).toContain(words);
    const { receipt } = await preview(fileOf(csv));
    expect(receipt).toMatchObject({ loaded, quarantined, skipped, blank });
  });
});

/** Words of the page, a file, and the question that is asked. */
const ASKED: readonly [words: string, csv: string][] = [
  ['as `1,234` or `1.234`, you are asked', 'id;n\na;1,234\nb;5,678\n'],
  ['If both orders are proven, or none, you are asked', 'id,d\na,01/02/2021\nb,03/04/2021\n'],
  ['are asked about: dates counted from 1900', 'id,date seen\na,44562\nb,44563\nc,44570\n'],
];

describe('what the page says is asked', () => {
  test.each(ASKED)('%s', async (words, csv) => {
    expect(page).toContain(words);
    expect((await preview(fileOf(csv))).questions).toHaveLength(1);
  });
});

test.each([
  [
    'A quotation mark that never closes is refused with its line',
    'a,b\n1,"2\n3,4\n',
    'unclosed-quote',
    2,
  ],
  ['A NUL byte is refused with its line', 'a,b\n1,2\n3,\0\n', 'nul-bytes', 3],
] as const)('%s', async (words, csv, code, row) => {
  expect(page).toContain(words);
  expect(await refusalOf(preview(fileOf(csv)))).toMatchObject({ code, where: { row } });
});
