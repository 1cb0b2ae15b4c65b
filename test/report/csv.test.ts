import { describe, expect, test } from 'vitest';
import { resultTablesCsv, writeTableCsv } from '../../src/report/csv.ts';
import { csvLine } from '../../src/report/csv-line.ts';
import { makeResult, makeTable } from '../helpers/result.ts';
import { FRAME } from './frame.ts';

describe('csvLine', () => {
  test.each(['=1+1', '+44', '-cmd', '@SUM', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'text that could run as a formula is disarmed: %j',
    (hostile) => {
      expect(csvLine([hostile]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test('numbers are left as they are, harmless text too', () => {
    expect(csvLine([-5, 0.1, 'a-b', '0012', null])).toBe('-5,0.1,a-b,0012,\r\n');
  });

  test('separators, quotes, line breaks and outer spaces are quoted', () => {
    expect(csvLine(['a,b', 'say "x"', 'two\nlines', ' pad '])).toBe(
      '"a,b","say ""x""","two\nlines"," pad "\r\n',
    );
  });
});

test('a table: byte order mark, names, CRLF, ISO dates, leading zeros, missing cells empty', () => {
  expect(writeTableCsv(FRAME, FRAME)).toBe(
    '\ufeffid,age,date\r\n' +
      '0012,-5,1970-01-01\r\n' +
      "'=1+1,31.25,2022-01-08\r\n" +
      '"a ""b"", c",,1899-11-29\r\n',
  );
});

test('the tables of a result: full numbers, what the report shows where it says more', () => {
  const rows = [
    {
      cells: [
        { value: 'Black' },
        { value: 125, text: '125 (34 %)' },
        { value: 34.2465, text: '34' },
      ],
    },
    { cells: [{ value: 'Other' }, { value: 3, text: '*' }, { value: null }] },
  ];
  const csv = resultTablesCsv(makeResult({ tables: [makeTable({ rows })] }));
  const lines = csv.split('\r\n');
  expect(lines[0]).toBe('\ufeffReferrals by ethnic group');
  expect(lines[1]).toBe('Ethnic group,n,%');
  expect(lines[2]).toBe('Black,125 (34 %),34.2465');
  expect(lines[3]).toBe('Other,*,');
  expect(lines[4]).toContain('n = 285; missing: 3');
});
