import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/model/column.ts';
import { DID_NOT_FIT, missingReason, valueAt } from '../../src/model/column.ts';
import type { Frame } from '../../src/model/frame.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { KIND, type Kind, type Variable } from '../../src/model/variable.ts';
import { forgetChanges } from '../../src/store/changes.ts';
import { hideTable } from '../../src/store/hidden-tables.ts';
import { quoteIdentifier } from '../../src/store/names.ts';
import { createProjectFile } from '../../src/store/project-file.ts';
import { readNotes } from '../../src/store/read-notes.ts';
import { readFrame } from '../../src/store/read-table.ts';
import { readTables, tableNamed } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeTable } from '../../src/store/write-table.ts';

const variable = (name: string, kind: Kind): Variable => ({
  name,
  label: name,
  kind,
  level: KIND[kind].level,
  values: [],
  missing: [],
  evidence: '',
});

const codes = (dictionary: string[], values: (number | null)[]): Column => ({
  type: 'codes',
  codes: Uint32Array.from(values, (value) => value ?? 0),
  dictionary,
  missing: Uint8Array.from(values, (value) => (value === null ? 1 : 0)),
  reasons: ['empty'],
});

const NASTY = ['__proto__', 'Robert"); DROP TABLE rows_1;--', 'row', 'ROWID', 'ünï\u200bcode 😊'];

function frame(): Frame {
  return {
    rows: 3,
    origin: Uint32Array.of(5, 6, 8),
    variables: [
      variable('id', 'identifier'),
      variable('age', 'integer'),
      variable('mean', 'decimal'),
      variable('seen', 'date'),
      ...NASTY.map((name) => variable(name, 'text')),
    ],
    columns: [
      codes(['007', '0012', '12345678901234567890'], [0, 1, 2]),
      {
        type: 'numbers',
        values: Float64Array.of(31, Number.NaN, 2 ** 40),
        missing: Uint8Array.of(0, 1, 0),
        reasons: ['not known'],
      },
      {
        type: 'numbers',
        values: Float64Array.of(0.1, -0.5, 1e-12),
        missing: Uint8Array.of(0, 0, 0),
        reasons: [],
      },
      {
        type: 'days',
        values: Int32Array.of(19_000, 0, -25_567),
        missing: Uint8Array.of(0, 1, 0),
        reasons: ['empty'],
      },
      ...NASTY.map((name) => codes([name], [0, null, 0])),
    ],
  };
}

const values = (each: Frame) =>
  each.columns.map((column) =>
    Array.from({ length: each.rows }, (_, row) => [
      valueAt(column, row),
      missingReason(column, row),
    ]),
  );

async function project() {
  const file = createProjectFile(join(mkdtempSync(join(tmpdir(), 'attune-')), 'p.attune'), 'P');
  const notes = [
    { row: 1, column: 3, raw: '31/02/2021', kind: 'problem' as const, reason: 'no such date' },
    { row: 2, column: 2, raw: '1.0e-12', kind: 'raw' as const, reason: '' },
  ];
  await inTransaction(file, () =>
    writeTable(
      file.db,
      {
        name: 'people',
        label: 'People',
        unit: 'people',
        frame: frame(),
        notes,
        origin: { made: 'import', files: [] },
      },
      UNWATCHED,
    ),
  );
  return file;
}

describe('tables', () => {
  test('come back as they were, with the reasons why cells are missing', async () => {
    const { db } = await project();
    const table = tableNamed(db, 'People');
    const back = readFrame(db, table);
    const expected = values(frame());
    const seen = expected[3]?.[1];
    if (seen) seen[1] = DID_NOT_FIT;
    expect(values(back)).toEqual(expected);
    expect(Array.from(back.origin)).toEqual([5, 6, 8]);
    expect(readNotes(db, table, [1]).map((note) => [note.column, note.raw, note.reason])).toEqual([
      [1, '', 'not known'],
      [3, '31/02/2021', 'no such date'],
    ]);
  });

  test('any SQLite tool reads the view with the readable names', async () => {
    const { db } = await project();
    const row = db.prepare(
      `SELECT ${NASTY.map(quoteIdentifier).join(', ')}, age, seen FROM people`,
    );
    expect(row.raw().get()).toEqual([...NASTY, 31, '2022-01-08']);
    const types = db.prepare('SELECT typeof(c1), typeof(c2), typeof(c3) FROM rows_1').raw().all();
    expect(types[0]).toEqual(['text', 'integer', 'real']);
  });

  test('a name is taken once, whatever its case', async () => {
    const file = await project();
    const again = inTransaction(file, () =>
      writeTable(
        file.db,
        {
          name: 'PEOPLE',
          label: '',
          unit: '',
          frame: frame(),
          notes: [],
          origin: { made: 'import', files: [] },
        },
        UNWATCHED,
      ),
    );
    await expect(again).rejects.toMatchObject({ code: 'table-exists' });
  });

  test.each(['', 'attune_meta', 'rows_1', 'sqlite_master', 'a"b', 'x'.repeat(81), '../x'])(
    '“%s” cannot be a table’s name',
    async (name) => {
      const file = await project();
      const made = inTransaction(file, () =>
        writeTable(
          file.db,
          {
            name,
            label: '',
            unit: '',
            frame: frame(),
            notes: [],
            origin: { made: 'import', files: [] },
          },
          UNWATCHED,
        ),
      );
      await expect(made).rejects.toMatchObject({ code: 'bad-table-name' });
    },
  );

  test('a cancelled write leaves nothing behind', async () => {
    const file = await project();
    const before = file.db.prepare('SELECT name FROM sqlite_schema').pluck().all();
    const cancelled = inTransaction(file, () =>
      writeTable(
        file.db,
        {
          name: 'more',
          label: '',
          unit: '',
          frame: frame(),
          notes: [],
          origin: { made: 'import', files: [] },
        },
        {
          progress() {},
          checkpoint: async () => {
            throw new Refusal('cancelled', 'Stopped.');
          },
        },
      ),
    );
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(file.db.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(before);
    expect(readTables(file.db).map((table) => table.name)).toEqual(['people']);
  });

  test('a removed table takes its view, rows and notes with it', async () => {
    const { db } = await project();
    hideTable(db, tableNamed(db, 'people'));
    forgetChanges(db);
    expect(readTables(db)).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM attune_cell_note').pluck().get()).toBe(0);
    expect(() => db.prepare('SELECT * FROM people')).toThrow(/no such table/);
  });
});
