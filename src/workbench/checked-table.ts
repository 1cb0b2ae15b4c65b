import { openHotTable } from '../columns/hot/hot-table.ts';
import { parseIsoDate } from '../model/calendar.ts';
import type { Frame } from '../model/frame.ts';
import { once } from '../model/once.ts';
import type { CellNote } from '../model/receipt.ts';
import type { CheckedTable, Computed, ImportFacts, Words } from '../quality/rule-kind.ts';
import { compileExpression } from '../recipe/expression/compile.ts';
import { isAbsent } from '../recipe/expression/value.ts';
import { readImports } from '../store/imports.ts';
import { readNotes } from '../store/read-notes.ts';
import { readTables, type StoredTable, tableNamed } from '../store/tables.ts';
import { type Context, storedOrFrame } from './context.ts';

/** The tables of a project as one check reads them: each is opened once, when it is first asked for. */
export interface CheckedTables {
  all(): readonly StoredTable[];
  /** @throws Refusal `unknown-table` */
  checked(name: string): CheckedTable;
  words(name: string): Words;
}

export function openCheckedTables(context: Context): CheckedTables {
  const { db } = context.project;
  const all = once(() => readTables(db));
  const named = eachOnce((name) => {
    return all().find((table) => table.name.toLowerCase() === name) ?? tableNamed(db, name);
  });
  const hot = eachOnce((name) => {
    const table = named(name);
    return openHotTable(table.rows, storedOrFrame(context, table));
  });
  const checked = eachOnce((name): CheckedTable => {
    const table = named(name);
    const imported = importFacts(context, table);
    return {
      name: table.name,
      unit: table.unit,
      table: hot(name),
      linked: hot,
      label: (other) => named(other).label,
      frames: context.tables,
      computed: (expression) => computed(expression, context.frame(table)),
      today: importDay(table),
      ...(imported ? { imported } : {}),
    };
  });
  return {
    all,
    checked,
    words: (name) => {
      const { unit, variables } = named(name);
      return { unit, variables, linked: named };
    },
  };
}

/** What is made of a table's name, once for each: capitals do not count. */
function eachOnce<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (given) => {
    const name = given.toLowerCase();
    const made = known.get(name) ?? make(name);
    known.set(name, made);
    return made;
  };
}

export function computed(expression: string, frame: Frame): Computed {
  const { type, at } = compileExpression(expression, frame);
  return {
    type,
    at: (row) => {
      const value = at(row);
      if (isAbsent(value)) return null;
      return typeof value === 'boolean' ? Number(value) : value;
    },
  };
}

/** The day of the last import; of a made table today. */
function importDay({ origin }: StoredTable): number {
  const files = origin.made === 'import' ? origin.files : [];
  const last =
    files
      .map(({ importedAt }) => importedAt)
      .sort()
      .at(-1) ?? new Date().toISOString();
  return parseIsoDate(last.slice(0, 10)) ?? 0;
}

function importFacts(context: Context, table: StoredTable): ImportFacts | undefined {
  const { db } = context.project;
  const record = readImports(db).find((each) => each.table === table.name);
  if (!record) return undefined;
  const receipts = [...(record.earlier ?? []).map((each) => each.receipt), record.receipt];
  let notes: readonly CellNote[] | undefined;
  return {
    decisions: record.decisions,
    quarantine: receipts.flatMap(({ file, quarantine }) =>
      quarantine.map((row) => ({ ...row, file })),
    ),
    footers: [{ file: record.receipt.file, rows: record.decisions.footer }],
    notes: () => {
      notes ??= readNotes(db, table);
      return notes;
    },
  };
}

/** Tables that rules are suggested for: what came from outside. */
export function importedTables(context: Context): StoredTable[] {
  return readTables(context.project.db).filter(({ origin }) => origin.made === 'import');
}
