import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/model/column.ts';
import type { Frame } from '../../src/model/frame.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { KIND, type Kind, type Variable } from '../../src/model/variable.ts';
import type { Connection } from '../../src/store/connection.ts';
import { insertRows } from '../../src/store/insert-rows.ts';
import {
  closeProjectFile,
  createProjectFile,
  openProjectFile,
} from '../../src/store/project-file.ts';
import { inStagedTransaction, type Stage } from '../../src/store/stage.ts';
import { stagePath } from '../../src/store/stage-path.ts';
import { stageRows } from '../../src/store/stage-rows.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { writeColumns } from '../../src/store/write-table.ts';
import { seeded } from '../bench/appointments-csv.ts';

let projects = 0;
const folder = mkdtempSync(join(tmpdir(), 'attune-stage-'));
const project = () => createProjectFile(join(folder, `p${++projects}.attune`), 'Stage');

const KINDS: readonly Kind[] = ['integer', 'decimal', 'yesno', 'date', 'text', 'category'];
const NUMBERS = [0, 1, -1, 127, 128, -129, 40_000, -3e9, 2 ** 31, 5e12, Number.MAX_SAFE_INTEGER];

function randomColumn(kind: Kind, rows: number, random: () => number): Column {
  const upTo = (n: number) => Math.floor(random() * n);
  const missing = Uint8Array.from({ length: rows }, () => (random() < 0.1 ? 1 : 0));
  const base = { missing, reasons: ['empty'] };
  const each = (of: () => number) => ({ length: rows, of });
  const fill = <T extends Float64Array | Int32Array | Uint32Array>(
    into: T,
    { of }: ReturnType<typeof each>,
  ): T => into.map(of) as T;
  switch (kind) {
    case 'date':
      return {
        type: 'days',
        values: fill(
          new Int32Array(rows),
          each(() => upTo(90_000) - 40_000),
        ),
        ...base,
      };
    case 'text':
    case 'category': {
      const long = kind === 'text' ? 'long '.repeat(upTo(400)) : '';
      const dictionary = ['', 'a', 'é – ß 𝄞', "it's", '42', long, 'x'.repeat(56), 'y'.repeat(57)];
      const codes = fill(
        new Uint32Array(rows),
        each(() => upTo(dictionary.length)),
      );
      return { type: 'codes', codes, dictionary, ...base };
    }
    default: {
      const of =
        kind === 'decimal'
          ? () => [0.1, -2.5, 3, 1e300, -0][upTo(5)] ?? 0
          : kind === 'yesno'
            ? () => upTo(2)
            : () => NUMBERS[upTo(NUMBERS.length)] ?? 0;
      return { type: 'numbers', values: fill(new Float64Array(rows), each(of)), ...base };
    }
  }
}

function randomFrame(rows: number, width: number, seed: number): Frame {
  const random = seeded(seed);
  const kinds = Array.from({ length: width }, (_, i) => KINDS[(i + seed) % KINDS.length] as Kind);
  const variables = kinds.map(
    (kind, i): Variable => ({
      name: `v${i}`,
      label: '',
      kind,
      level: KIND[kind].level,
      values: [],
      missing: [],
      evidence: '',
    }),
  );
  return {
    rows,
    variables,
    columns: kinds.map((kind) => randomColumn(kind, rows, random)),
    origin: Uint32Array.from({ length: rows }, (_, row) => row + 2),
  };
}

const table = (name: string, frame: Frame) => ({
  name,
  label: '',
  unit: '',
  frame,
  notes: [],
  origin: { made: 'import' as const, files: [] },
});

const attached = (db: Connection) =>
  (db.pragma('database_list') as { name: string }[]).map(({ name }) => name);

describe('staged rows', () => {
  test.each([
    [10_000, 1],
    [10_500, 6],
    [70_000, 5],
    [10_000, 300],
    [150_000, 8],
  ])('of %i rows and %i columns are those that statements insert', async (rows, width) => {
    const { db, path, ...rest } = project();
    const own = { db, path, ...rest };
    const frame = randomFrame(rows, width, rows + width);
    await inTransaction(own, async () => {
      const id = await writeColumns(db, table('inserted', frame), UNWATCHED);
      await insertRows(db, id, frame, UNWATCHED);
    });
    await inStagedTransaction(own, frame, async (stage) => {
      const id = await writeColumns(db, table('staged', frame), UNWATCHED);
      if (!stage) throw new Error('there is no stage');
      expect(await stageRows(db, id, frame, stage, UNWATCHED)).toBe(true);
    });
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'rows%' ORDER BY rootpage")
      .pluck()
      .all() as [string, string];
    const [one, other] = tables;
    const count = (sql: string) => db.prepare(`SELECT count(*) FROM (${sql})`).pluck().get();
    expect(count(`SELECT * FROM ${other}`)).toBe(rows);
    expect(count(`SELECT * FROM ${one} EXCEPT SELECT * FROM ${other}`)).toBe(0);
    expect(count(`SELECT * FROM ${other} EXCEPT SELECT * FROM ${one}`)).toBe(0);
    const types = (name: string) =>
      frame.columns.slice(0, 12).map((_, i) =>
        db
          .prepare(`SELECT group_concat(DISTINCT typeof(c${i + 1})) FROM ${name}`)
          .pluck()
          .get(),
      );
    expect(types(other).map((list) => String(list).split(',').sort())).toEqual(
      types(one).map((list) => String(list).split(',').sort()),
    );
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(attached(db)).not.toContain('stage');
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('-rows'))).toEqual([]);
    db.close();
  });

  test('are inserted by statements when a row is too long for a page', async () => {
    const own = project();
    const { db } = own;
    const frame = randomFrame(10_000, 6, 4);
    const at = frame.columns.findIndex(({ type }) => type === 'codes');
    const column = frame.columns[at];
    if (column?.type !== 'codes') throw new Error('no column of texts');
    const columns = frame.columns.with(at, {
      ...column,
      dictionary: [...column.dictionary.slice(1), 'z'.repeat(70_000)],
    });
    await inStagedTransaction(own, frame, async (stage) => {
      const long = { ...frame, columns };
      const id = await writeColumns(db, table('t', long), UNWATCHED);
      expect(await stageRows(db, id, long, stage as Stage, UNWATCHED)).toBe(false);
      await insertRows(db, id, long, UNWATCHED, stage);
    });
    expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(10_000);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  test('leave nothing when the work fails, and what a crash left goes when the project is opened', async () => {
    const own = project();
    const frame = randomFrame(20_000, 3, 1);
    const failing = inStagedTransaction(own, frame, async (stage) => {
      const id = await writeColumns(own.db, table('t', frame), UNWATCHED);
      await insertRows(own.db, id, frame, UNWATCHED, stage);
      throw new Error('and then');
    });
    await expect(failing).rejects.toThrow('and then');
    expect(own.db.prepare('SELECT count(*) FROM attune_table').pluck().get()).toBe(0);
    expect(attached(own.db)).not.toContain('stage');
    closeProjectFile(own);
    writeFileSync(stagePath(own.path), 'left over');
    closeProjectFile(openProjectFile(own.path));
    expect(existsSync(stagePath(own.path))).toBe(false);
  });
});
