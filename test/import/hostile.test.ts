import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFile } from '../../src/import/load-file.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { fileOf, refusalOf } from './fixtures.ts';
import { bookWith, HOSTILE, randomHex, repeatedPart } from './hostile-books.ts';

const MOST_MEMORY = 300;
const LONGEST = 5_000;

describe('files made to harm their reader', () => {
  test.each(Object.entries(HOSTILE))('%s', (_, [make, outcome]) => {
    const file = fileOf(make(), 'hostile.xlsx');
    const args = ['--max-old-space-size=256', join(import.meta.dirname, 'read-once.ts'), file];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: 30_000,
      killSignal: 'SIGKILL',
    });
    expect(stderr).toBe('');
    const came = JSON.parse(stdout) as {
      outcome: string;
      ms: number;
      peak: number;
      polluted: boolean;
    };
    expect(came).toMatchObject({ outcome, polluted: false });
    expect(came.ms).toBeLessThan(LONGEST);
    expect(came.peak).toBeLessThan(MOST_MEMORY);
  });
});

describe('a cancellation is heard within a second', () => {
  const row = (i: number) =>
    `<row><c><v>${i * 7919}</v></c><c t="inlineStr"><is><t>some ${i} words</t></is></c></row>`;
  const rows = Array.from({ length: 10_000 }, (_, i) => row(i)).join('');
  const strings = Array.from({ length: 20_000 }, (_, i) => `<si><t>text ${i} of many</t></si>`);
  const big = {
    'in a sheet of a million rows': repeatedPart('xl/worksheets/sheet1.xml', {
      before: '<worksheet><sheetData>',
      piece: rows,
      times: 100,
      after: '</sheetData></worksheet>',
    }),
    'in 100 MB of texts': repeatedPart('xl/sharedStrings.xml', {
      before: '<sst>',
      piece: strings.join(''),
      times: 160,
      after: '</sst>',
    }),
    'in a block of 100 MB within one element': repeatedPart('xl/worksheets/sheet1.xml', {
      before: '<worksheet><!--',
      piece: randomHex(8_000).repeat(66),
      times: 100,
      after: '--></worksheet>',
    }),
  };
  test.each(Object.entries(big))('%s', async (_, part) => {
    let cancelledAt = Number.POSITIVE_INFINITY;
    const file = fileOf(bookWith(part), 'big.xlsx');
    setTimeout(() => {
      cancelledAt = performance.now();
    }, 100);
    const task = {
      progress() {},
      async checkpoint() {
        await new Promise(setImmediate);
        if (cancelledAt < Number.POSITIVE_INFINITY) throw new Refusal('cancelled', 'Cancelled.');
      },
    };
    const { code } = await refusalOf(loadFile({ file }, task));
    if (code === 'cancelled') expect(performance.now() - cancelledAt).toBeLessThan(1_000);
    else expect(code).toBe('damaged-workbook');
  });
});
