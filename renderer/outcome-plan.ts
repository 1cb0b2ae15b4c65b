import type { PairRule, TableDefinition, TableInfo } from '../src/model/table.ts';
import type { ValueLabel } from '../src/model/variable.ts';

type ScoreTable = TableInfo & { origin: Extract<TableInfo['origin'], { made: 'scores' }> };
export type PairTable = TableInfo & { origin: Extract<TableInfo['origin'], { made: 'pairs' }> };

export function scoreTables(tables: readonly TableInfo[]): ScoreTable[] {
  return tables.filter((table): table is ScoreTable => table.origin.made === 'scores');
}

/** The time points of a table of scores, in order. */
export function timesOf({ variables }: TableInfo): readonly ValueLabel[] {
  return variables.find(({ name }) => name === 'time')?.values ?? [];
}

export function isDated({ variables }: TableInfo): boolean {
  return variables.some(({ kind }) => kind === 'date');
}

/** Whether every score is a rating on ordered levels. */
export function isOrdinal({ variables }: TableInfo): boolean {
  const scores = variables.filter(({ score }) => score !== undefined);
  return scores.length > 0 && scores.every(({ level }) => level === 'ordinal');
}

/** How these scores were paired last, else the first two time points of everybody with a form. */
export function proposedRule(scores: TableInfo, tables: readonly TableInfo[]): PairRule {
  const before = tables.findLast(
    (table): table is PairTable =>
      table.origin.made === 'pairs' && table.origin.from === scores.name,
  );
  if (before !== undefined) return before.origin.rule;
  const [first = 'T1', last] = timesOf(scores).map(({ value }) => value);
  const from = 'from' in scores.origin ? scores.origin.from : scores.name;
  const source = tables.find(({ name }) => name === from) ?? scores;
  const person = personOf(source, scores);
  return {
    person: 'person',
    time: 'time',
    before: first,
    after: last ?? first,
    eligible: { table: source.name, person },
  };
}

/** The variable of a table that names the same people as the scores. */
export function personOf(table: TableInfo, scores: TableInfo): string {
  const label = scores.variables.find(({ name }) => name === 'person')?.label;
  const same = table.variables.find((variable) => variable.label === label);
  const identifier = table.variables.find(({ kind }) => kind === 'identifier');
  return (same ?? identifier ?? table.variables[0])?.name ?? '';
}

/** The table of pairs that a rule made already, so that it is not made twice. */
export function pairsMade(
  scores: TableInfo,
  rule: PairRule,
  tables: readonly TableInfo[],
): PairTable | undefined {
  return tables.find(
    (table): table is PairTable =>
      table.origin.made === 'pairs' &&
      table.origin.from === scores.name &&
      JSON.stringify(sorted(table.origin.rule)) === JSON.stringify(sorted(rule)) &&
      (table.outOfDate ?? []).length === 0,
  );
}

export function pairDefinition(
  name: string,
  scores: TableInfo,
  rule: PairRule,
  tables: readonly TableInfo[],
): TableDefinition {
  return {
    name,
    label: `${scores.label.replace(/ scores$/, '')}, before and after`,
    unit: tables.find((table) => table.name === rule.eligible.table)?.unit ?? 'people',
    from: scores.name,
    pair: rule,
  };
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [
    key,
    sorted(each),
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
}
