import type { Rule } from '../model/quality.ts';
import type { CellState, Excuse, FailingRow, QualityCheck } from '../model/quality-check.ts';
import { Refusal } from '../model/refusal.ts';
import { rowSource } from '../model/row-source.ts';
import { markOf } from '../quality/check-table.ts';
import { hasRow } from '../quality/row-bits.ts';
import type { CheckedTable, RowKind } from '../quality/rule-kind.ts';
import { kindOf } from '../quality/rule-kinds.ts';
import { shownText } from '../quality/shown-text.ts';
import { writeJournal } from '../store/journal.ts';
import { deleteExcuse, readExcuses, readQueries, writeExcuse } from '../store/quality.ts';
import { inTransactionNow } from '../store/transaction.ts';
import { type CheckedTables, openCheckedTables } from './checked-table.ts';
import type { Context } from './context.ts';
import { correctedRows } from './corrected-rows.ts';
import { checkQuality, keyVariable, rulesOf } from './quality.ts';
import { rowSender } from './row-sender.ts';
import { ruleNamed } from './rules.ts';

/** Cells of a row that stand for it where the rule names none. */
const PLAIN = 6;

/** A rule with the rows that fail it now. */
export interface Failing {
  rule: Rule;
  kind: RowKind;
  data: CheckedTable;
  tables: CheckedTables;
  key: string | null;
  /** 0-based. */
  rows: Uint32Array;
  has(row: number): boolean;
  mark(row: number): string;
}

/** @throws Refusal `unknown-rule`, `no-rows` */
export function openFailing(
  context: Context,
  id: string,
  tables = openCheckedTables(context),
): Failing {
  const rules = rulesOf(context, tables);
  const rule = ruleNamed(rules, id);
  const kind = kindOf(rule.test);
  if (kind.asks !== 'rows') {
    throw new Refusal('no-rows', 'This rule is about the table as a whole and has no rows.', {
      where: { option: 'rule', table: rule.table },
    });
  }
  const data = tables.checked(rule.table);
  const key = keyVariable(rules.filter(({ table }) => table === rule.table));
  const { rows } = kind.check(rule.test, data);
  return {
    rule,
    kind,
    data,
    tables,
    key,
    rows: data.table.kernel.rowsOf(rows),
    has: (row) => row < data.table.rows && hasRow(rows, row),
    mark: (row) => markOf(kind, rule, data, key, row),
  };
}

/** A page of failing rows, each with the cells the rule looked at and what was decided about it. */
export function failingRows(
  context: Context,
  { rule: id, offset, limit }: { rule: string; offset: number; limit: number },
): { n: number; rows: FailingRow[] } {
  const { db } = context.project;
  const failing = openFailing(context, id);
  const { rule, rows } = failing;
  const excuses = new Map(
    readExcuses(db)
      .filter((each) => each.rule === rule.id && isHeld(each))
      .map((each) => [each.row, each]),
  );
  const queries = new Map(readQueries(db, rule.id).map((each) => [each.row, each]));
  const table = context.table(rule.table);
  const source = rowSource(table.origin);
  const [only] = table.origin.made === 'import' ? table.origin.files : [];
  const { origin } = context.frame(table);
  const senderOf = rowSender(context, failing);
  const page = Array.from(rows.subarray(offset, offset + limit));
  const corrected = new Set(correctedRows(context, failing.tables, rule, () => page));
  return {
    n: rows.length,
    rows: page.map((row): FailingRow => {
      const mark = failing.mark(row);
      const excuse = excuses.get(mark);
      const query = queries.get(mark);
      const sender = senderOf(row);
      const file = source ? source(row) : only;
      return {
        row: row + 1,
        ...(file ? { source: { file: file.name, row: origin[row] ?? 0 } } : {}),
        ...shownRow(failing, row),
        state: excuse ? 'excused' : corrected.has(row) ? 'corrected' : query ? 'queried' : 'open',
        ...(excuse ? { excuse: { reason: excuse.reason, until: excuse.until } } : {}),
        ...(query?.answer ? { answer: query.answer } : {}),
        ...(sender === null ? {} : { sender }),
      };
    }),
  };
}

/** The failing rows that are neither excused nor corrected. */
export function openRows(context: Context, failing: Failing): number[] {
  const { rule, tables, mark } = failing;
  const held = new Set(
    readExcuses(context.project.db)
      .filter((each) => each.rule === rule.id && isHeld(each))
      .map(({ row }) => row),
  );
  const rows = Array.from(failing.rows).filter((row) => held.size === 0 || !held.has(mark(row)));
  const right = new Set(correctedRows(context, tables, rule, () => rows));
  return rows.filter((row) => !right.has(row));
}

/** A failing row in words and cells, nobody's number or name in full. */
export function shownRow(
  { kind, rule, data, key }: Failing,
  row: number,
): Pick<FailingRow, 'cells' | 'sentence'> {
  const { wrong, against = [], sentence } = kind.explain(rule.test, data, row);
  const { variables } = data.table;
  const states = new Map<string, CellState>();
  if (key !== null) states.set(key, 'key');
  for (const name of against) states.set(name, 'against');
  for (const name of wrong) states.set(name, 'wrong');
  for (const { name } of variables) {
    if (states.size >= PLAIN || wrong.length > 0) break;
    if (!states.has(name)) states.set(name, 'plain');
  }
  const cells = variables
    .filter(({ name }) => states.has(name))
    .map(({ name, label }) => ({
      variable: name,
      label,
      text: shownText(data.table, name, row),
      state: states.get(name) ?? 'plain',
    }));
  return { cells, sentence };
}

function isHeld({ until }: Excuse): boolean {
  return until === null || until >= new Date().toISOString().slice(0, 10);
}

/** Rows that fail a rule and are right all the same. */
export function excuseRows(
  context: Context,
  input: { rule: string; rows: readonly number[]; reason: string; until: string | null },
): QualityCheck {
  const { db } = context.project;
  const failing = openFailing(context, input.rule);
  const { reason, until } = input;
  const at = new Date().toISOString();
  inTransactionNow(context.project, () => {
    for (const row of chosen(failing, input.rows)) {
      writeExcuse(db, { rule: input.rule, row: failing.mark(row), reason, until, at });
    }
    const end = until === null ? '' : ` until ${until}`;
    writeJournal(
      db,
      'excuseRows',
      `Excused ${input.rows.length} of ${failing.rows.length} rows from ${input.rule}${end}: ${reason}`,
    );
  });
  return checkQuality(context);
}

export function unexcuseRows(
  context: Context,
  input: { rule: string; rows: readonly number[] },
): QualityCheck {
  const { db } = context.project;
  const failing = openFailing(context, input.rule);
  inTransactionNow(context.project, () => {
    for (const row of chosen(failing, input.rows)) deleteExcuse(db, input.rule, failing.mark(row));
    writeJournal(
      db,
      'excuseRows',
      `${input.rows.length} rows are no longer excused from ${input.rule}.`,
    );
  });
  return checkQuality(context);
}

/** @throws Refusal `row-not-failing` */
export function chosen({ has, rule }: Failing, rows: readonly number[]): number[] {
  return rows.map((row) => {
    if (has(row - 1)) return row - 1;
    throw new Refusal('row-not-failing', `Row ${row} does not fail this rule.`, {
      hint: 'The data or the rule has changed: look at the rows again.',
      where: { table: rule.table, row },
    });
  });
}
