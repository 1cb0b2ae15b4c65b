import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { importDecisions } from '../../src/contract/schemas/imports.ts';
import { loadFile } from '../../src/import/load-file.ts';
import { readRawFile } from '../../src/import/raw-file.ts';
import { rawRow } from '../../src/import/raw-table.ts';
import { RUN_LIMITS } from '../../src/import/run-limits.ts';
import { Spill } from '../../src/import/spill.ts';
import { standardQuotes } from '../../src/import/standard-quotes.ts';
import type { Quoting } from '../../src/model/importing.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { ROOT } from '../helpers/source-files.ts';
import { fileOf, load, preview, refusalOf, valuesOf } from './fixtures.ts';

const folder = join(ROOT, 'test/reference/import');
const python = JSON.parse(readFileSync(join(folder, 'quoting.json'), 'utf8')) as Record<
  string,
  string[][]
>;
const BACKSLASHES: Quoting = { quote: '"', escape: 'backslash' };
const APOSTROPHES: Quoting = { quote: "'", escape: 'doubled' };

describe('other ways of quoting are read as Python reads them', () => {
  test.each([
    ['backslash', BACKSLASHES, /; quotation marks escaped with a backslash: /],
    ['apostrophe', APOSTROPHES, /; apostrophes as quotation marks: /],
    ['apostrophe-semicolon', APOSTROPHES, /; apostrophes as quotation marks: /],
  ])('%s, by its evidence', async (name, quoting, evidence) => {
    const file = join(folder, `quoting-${name}.csv`);
    const { dialect, facts, table } = await readRawFile({ file }, UNWATCHED);
    expect(dialect).toMatchObject({ quoting });
    expect(facts.delimiterEvidence).toMatch(evidence);
    expect(table.odd).toEqual([]);
    expect(Array.from({ length: table.rows }, (_, row) => rawRow(table, row))).toEqual(
      python[name],
    );
  });

  test.each(Object.keys(python))('%s, chosen', async (name) => {
    const quoting = name.startsWith('a') ? APOSTROPHES : BACKSLASHES;
    const changes = { quoting };
    const file = join(folder, `quoting-${name}.csv`);
    const { table } = await readRawFile({ file, changes }, UNWATCHED);
    expect(Array.from({ length: table.rows }, (_, row) => rawRow(table, row))).toEqual(
      python[name],
    );
  });
});

describe('the choice', () => {
  const text = 'id,note\n1,"she said \\"hello\\" to me"\n2,"fine"\n3,plain\n';

  test('is told with its proof, and stays in the contract', async () => {
    const file = fileOf(text);
    const { file: facts, decisions, receipt } = await preview(file);
    expect(receipt).toMatchObject({ loaded: 3, quarantined: 0 });
    expect(facts.delimiterEvidence).toBe(
      'comma: 2 fields on all 4 lines; quotation marks escaped with a backslash: 1 row falls apart otherwise',
    );
    expect(v.parse(importDecisions, decisions)).toEqual(decisions);
    const next = { file: fileOf('id,note\n1,"a \\", b"\n2,"x"\n'), contract: decisions };
    expect(valuesOf(await loadFile(next, UNWATCHED), 'note')).toEqual(['a ", b', 'x']);
  });

  test('can be overridden: doubled marks quarantine the row and say why', async () => {
    const { receipt } = await preview(fileOf(text), { quoting: { quote: '"', escape: 'doubled' } });
    expect(receipt).toMatchObject({ loaded: 2, quarantined: 1 });
    expect(receipt.notices?.[0]).toMatchObject({ code: 'backslash-escapes', row: 2 });
  });

  test('is left to a person where no row falls apart, and named', async () => {
    const { receipt } = await preview(join(folder, 'quoting-backslash-few.csv'));
    expect(receipt.notices?.map(({ text }) => text).join()).toContain(
      'Choose backslashes as its way of quoting',
    );
  });

  test('is made where a mark would not close otherwise', async () => {
    const loaded = await load(fileOf('id,note\n1,"ends \\""\n2,"y"\n3,z\n'));
    expect(valuesOf(loaded, 'note')).toEqual(['ends "', 'y', 'z']);
    expect(loaded.decisions.dialect).toMatchObject({ quoting: BACKSLASHES });
  });

  test.each([
    ['paths', 'id,path\n1,"C:\\new\\"\n2,"D:\\"\n3,"E:\\x"\n'],
    ['an apostrophe in front', "id,note\n1,'tis\n2,'twas\n3,o'clock\n"],
    ['a few cells in apostrophes', "id,note\n1,'so'\n2,so\n3,'so'\n4,no\n"],
  ])('is not made for %s', async (_, plain) => {
    const { decisions } = await preview(fileOf(plain));
    expect(decisions.dialect).not.toHaveProperty('quoting');
  });

  test('means nothing in a workbook', async () => {
    const book = join(folder, 'judge.xlsx');
    expect((await refusalOf(preview(book, { quoting: BACKSLASHES }))).code).toBe(
      'option-without-use',
    );
  });
});

test('the same text comes out wherever blocks end', () => {
  const text = Buffer.from('a,\\,b,"c\\"d""e",\\\\,"\\\n",\'x\\\r\nz,"",\\q\\');
  const whole = Buffer.concat([...standardQuotes([text], 44, BACKSLASHES)]).toString();
  expect(whole).toBe('a,",b","c""d""e",\\,"\n",\'x\r\nz,"",\\q\\'.replace("'x\r", '"\'x\r"'));
  for (let cut = 0; cut <= text.length; cut++) {
    const blocks = [text.subarray(0, cut), text.subarray(cut)];
    expect(Buffer.concat([...standardQuotes(blocks, 44, BACKSLASHES)]).toString()).toBe(whole);
  }
});

describe('of two readings of a file one is given up', () => {
  const { inMemory } = RUN_LIMITS;
  afterEach(() => {
    RUN_LIMITS.inMemory = inMemory;
    vi.restoreAllMocks();
  });

  test.each([
    ['the first', 'a,b\n"x \\"y\\", z",1\n"v",2\n', 'x "y", z'],
    ['the second', 'a,b\n"x",1\n\'y\\",2,3\n', 'x'],
  ])('%s: its file on disk is closed, the other can be read', async (_, content, first) => {
    RUN_LIMITS.inMemory = 0;
    const closed = vi.spyOn(Spill.prototype, 'close');
    const { table } = await readRawFile({ file: fileOf(content) }, UNWATCHED);
    expect(closed).toHaveBeenCalledTimes(1);
    expect(rawRow(table, 1)[0]).toBe(first);
  });

  test('and so is that of a reading that is refused', async () => {
    const closed = vi.spyOn(Spill.prototype, 'close');
    const refusal = await refusalOf(readRawFile({ file: fileOf('a,b\n"x,1\n') }, UNWATCHED));
    expect(refusal.code).toBe('unclosed-quote');
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
