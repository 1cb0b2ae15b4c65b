import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../helpers/source-files.ts';
import { load, valuesOf } from './fixtures.ts';

/**
 * judge.xlsx is LibreOffice's own reading of judge.csv, in British English and with special numbers
 * detected: soffice --headless --convert-to xlsx --infilter="CSV:44,34,76,1,,2057,false,true" judge.csv
 */
const folder = join(ROOT, 'test', 'reference', 'import');

describe('a text file is read as LibreOffice reads it', () => {
  test.each(['id', 'iso', 'seen', 'amount', 'change', 'share', 'length', 'short', 'name'])(
    '%s',
    async (column) => {
      const ours = await load(join(folder, 'judge.csv'));
      const theirs = await load(join(folder, 'judge.xlsx'));
      expect(valuesOf(ours, column)).toEqual(valuesOf(theirs, column));
      expect(ours.receipt.cells.asText).toBe(0);
    },
  );
});
