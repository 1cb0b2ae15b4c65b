import type { QualitySummary } from '../contract/methods/quality.ts';
import {
  DIMENSIONS,
  type Dimension,
  type Excuse,
  type QualityCheck,
  type Rule,
  type RuleFinding,
  type RuleTrouble,
  type Score,
  SEVERITIES,
} from '../model/quality.ts';
import { checkTable, type TableCheck } from '../quality/check-table.ts';
import { TARGETS } from '../quality/dimensions.ts';
import { identifierColumns } from '../quality/identifier-columns.ts';
import type { CheckedTable } from '../quality/rule-kind.ts';
import { suggestForMade, suggestRules } from '../quality/suggest/suggest-rules.ts';
import { variablesOf } from '../quality/variables-of.ts';
import {
  type QualityRun,
  readExcuses,
  readRules,
  runBefore,
  writeRules,
  writeRun,
} from '../store/quality.ts';
import { readTables, type StoredTable } from '../store/tables.ts';
import { inLastChange } from '../store/transaction.ts';
import { type CheckedTables, importedTables, openCheckedTables } from './checked-table.ts';
import type { Context } from './context.ts';
import { correctedRows } from './corrected-rows.ts';
import { measureForms } from './measure-forms.ts';

/** Rules as they would be suggested now, for the imported tables. */
export function suggestedRules(context: Context, tables = openCheckedTables(context)): Rule[] {
  const imported = importedTables(context);
  return suggestRules(
    imported.map(({ name }) => tables.checked(name)),
    measureForms(context, imported),
  );
}

/** Steps that bring in what other tables hold. */
const TOGETHER = ['link', 'append', 'date-linked'];

/** The same for tables that recipes put together from several. */
function suggestedForMade(context: Context, tables: CheckedTables): Rule[] {
  const all = readTables(context.project.db);
  return all.flatMap(({ name, origin }) => {
    if (origin.made !== 'recipe') return [];
    const isTogether = origin.steps.some(({ op, off }) => !off && TOGETHER.includes(op));
    const source = all.find((each) => each.name === origin.from);
    return isTogether && source ? suggestForMade(tables.checked(name), source) : [];
  });
}

/** The project's rules; those that would be suggested while it has none. */
export function rulesOf(context: Context, tables?: CheckedTables): Rule[] {
  return readRules(context.project.db) ?? suggestedRules(context, tables);
}

/** Adds suggested rules that the project does not know yet. Gives all. */
export function addSuggested(
  context: Context,
  tables = openCheckedTables(context),
  { made = false } = {},
): Rule[] {
  const { db } = context.project;
  const own = readRules(db) ?? [];
  const known = new Set(own.map(({ id }) => id));
  const fresh = [
    ...suggestedRules(context, tables),
    ...(made ? suggestedForMade(context, tables) : []),
  ].filter(({ id }) => !known.has(id));
  if (fresh.length === 0 && readRules(db) !== undefined) return own;
  const rules = [...own, ...fresh];
  writeRules(db, rules);
  return rules;
}

/** The last check of a project, and what it rests on: looking again costs nothing while that is the same. */
const last = new WeakMap<Context, { basis: string; check: QualityCheck }>();

/** Runs the rules of all tables, or of some; nothing is written. */
export function checkQuality(
  context: Context,
  options: { only?: string; tables?: CheckedTables } = {},
): QualityCheck {
  const basis = basisOf(context, options.only);
  const known = last.get(context);
  if (known?.basis === basis) return known.check;
  const check = runCheck(context, options);
  last.set(context, { basis, check });
  return check;
}

function basisOf(context: Context, only: string | undefined): string {
  const { db } = context.project;
  const tables = readTables(db).map(({ id, version, label, unit }) => [id, version, label, unit]);
  return JSON.stringify([only, today(), tables, readRules(db), readExcuses(db)]);
}

const today = () => new Date().toISOString().slice(0, 10);

function runCheck(
  context: Context,
  { only, tables = openCheckedTables(context) }: { only?: string; tables?: CheckedTables },
): QualityCheck {
  const { db } = context.project;
  const all = rulesOf(context, tables);
  const day = today();
  const excuses = Map.groupBy(
    readExcuses(db).filter(({ until }) => until === null || until >= day),
    ({ rule }) => rule,
  );
  const findings: RuleFinding[] = [];
  const troubles: RuleTrouble[] = [];
  const scores: Score[] = [];
  const asked = readTables(db).filter(
    ({ name }) => only === undefined || name.toLowerCase() === only.toLowerCase(),
  );
  let n = 0;
  const took = { load: 0, check: 0 };
  const checked = asked.filter(({ name }) => all.some((rule) => rule.table === name && rule.on));
  for (const table of checked) {
    const own = all.filter((rule) => rule.table === table.name);
    n += own.filter(({ on }) => on).length;
    const start = performance.now();
    readColumns(tables.checked(table.name), own);
    const loaded = performance.now();
    const found = runRules(context, table, own, tables, excuses);
    took.load += loaded - start;
    took.check += performance.now() - loaded;
    const before = runBefore(db, table.name, table.version);
    findings.push(
      ...found.findings.map((each) => ({ ...each, before: before?.rules[each.rule.id] ?? null })),
    );
    troubles.push(...found.troubles);
    scores.push(...scoresOf(table, found.good, before));
  }
  return {
    at: new Date().toISOString(),
    rules: n,
    took: { load: Math.round(took.load), check: Math.round(took.check) },
    tables: checked.map(({ name, label, unit, rows }) => ({ name, label, unit, rows })),
    scores,
    findings: findings.toSorted(bySeverity),
    troubles,
    identifiers: checked
      .filter(({ origin }) => origin.made === 'import')
      .flatMap(({ name }) => identifierColumns(tables.checked(name))),
  };
}

/** Reads what the rules look at; a variable that is not there is told by its rule. */
function readColumns({ table }: CheckedTable, rules: readonly Rule[]): void {
  const there = new Set(table.variables.map(({ name }) => name));
  const asked = new Set(rules.flatMap(({ on, test }) => (on ? variablesOf(test) : [])));
  for (const name of asked) if (there.has(name)) table.column(name);
}

function runRules(
  context: Context,
  table: StoredTable,
  rules: readonly Rule[],
  tables: CheckedTables,
  excuses: ReadonlyMap<string, readonly Excuse[]>,
): TableCheck {
  return checkTable(tables.checked(table.name), rules, {
    words: tables.words(table.name),
    excuses: (rule) => excuses.get(rule) ?? [],
    corrected: (rule, rows) => correctedRows(context, tables, rule, rows),
    key: keyVariable(rules),
  });
}

/** The variable that a rule says is in one row only. */
export function keyVariable(rules: readonly Rule[]): string | null {
  for (const { test } of rules) {
    if (test.kind === 'unique' && test.variables.length === 1) return test.variables[0] ?? null;
  }
  return null;
}

function scoresOf(
  { name, rows }: StoredTable,
  good: ReadonlyMap<Dimension, number>,
  before: QualityRun | undefined,
): Score[] {
  return DIMENSIONS.flatMap((dimension) => {
    const n = good.get(dimension);
    if (n === undefined) return [];
    const earlier = before?.good[dimension];
    return [
      {
        table: name,
        dimension,
        good: n,
        of: rows,
        target: TARGETS[dimension],
        before: before && earlier !== undefined && before.rows > 0 ? earlier / before.rows : null,
      },
    ];
  });
}

function bySeverity(a: RuleFinding, b: RuleFinding): number {
  const place = ({ rule, met }: RuleFinding) => SEVERITIES.indexOf(rule.severity) - (met ? 10 : 0);
  return place(b) - place(a) || openIn(b) - openIn(a);
}

const openIn = ({ n, excused, corrected }: RuleFinding) => n - excused - corrected;

/** Keeps what a check found, so that the next import can be held against it. */
export function recordCheck(context: Context, check: QualityCheck): void {
  const { db } = context.project;
  const versions = new Map(readTables(db).map(({ name, version }) => [name, version]));
  for (const { name, rows } of check.tables) {
    const own = check.findings.filter(({ rule }) => rule.table === name);
    const rules = rulesOf(context).filter(({ table, on }) => table === name && on);
    const counts = Object.fromEntries([
      ...rules.map(({ id }) => [id, 0] as const),
      ...own.map(({ rule, n }) => [rule.id, n] as const),
    ]);
    const good = Object.fromEntries(
      check.scores.filter(({ table }) => table === name).map((each) => [each.dimension, each.good]),
    );
    writeRun(db, name, versions.get(name) ?? 0, { at: check.at, rows, rules: counts, good });
  }
}

/** Runs the rules and keeps what they found. */
export function checkAndRecord(context: Context, { table }: { table?: string }): QualityCheck {
  last.delete(context);
  return inLastChange(context.project, () => {
    const tables = openCheckedTables(context);
    const check = checkQuality(context, {
      tables,
      ...(table === undefined ? {} : { only: table }),
    });
    recordCheck(context, check);
    return check;
  });
}

/** A check in numbers, for the receipt. */
export function summaryOf({ rules, findings }: QualityCheck): QualitySummary {
  const open = findings.filter(({ met, rule }) => !met && rule.severity !== 'info');
  return { rules, findings: findings.length, open: open.length };
}

/** What every import ends with: rules for what is new, a check, its record. */
export function checkAfterImport(context: Context, table: string): QualityCheck {
  return inLastChange(context.project, () => {
    const tables = openCheckedTables(context);
    addSuggested(context, tables);
    const check = checkQuality(context, { only: table, tables });
    recordCheck(context, check);
    return check;
  });
}
