import { formatShare } from '../../model/format.ts';
import type { Rule } from '../../model/quality.ts';
import type { CheckedTable } from '../rule-kind.ts';
import { ageRules } from './age-rules.ts';
import { type ColumnFacts, columnFacts } from './column-facts.ts';
import { dateRules } from './date-rules.ts';
import { draftRule } from './draft-rule.ts';
import { formRules, type MeasureForms } from './form-rules.ts';
import { keyRules } from './key-rules.ts';
import { linkRules, linksBetween } from './link-rules.ts';
import { pairRules } from './pair-rules.ts';
import { personRules } from './person-rules.ts';
import { valueRules } from './value-rules.ts';
import { yearRules } from './year-rules.ts';

/** A table for which rules are wanted, with what was counted of its columns. */
export interface FactTable {
  data: CheckedTable;
  columns: readonly ColumnFacts[];
}

/** From this share on a column is meant to be filled in. */
const NEARLY_FULL = 0.95;

/**
 * Rules for imported tables, from the kinds and names of variables, their values, how tables refer to
 * each other, and the questionnaires they hold. Proposed as they are found: a person turns them off or
 * changes them.
 */
export function suggestRules(
  tables: readonly CheckedTable[],
  forms: readonly MeasureForms[],
): Rule[] {
  const known = tables.map(
    (data): FactTable => ({
      data,
      columns: data.table.variables.map((variable) => columnFacts(data.table, variable)),
    }),
  );
  const links = linksBetween(known);
  const rules = known.flatMap((table) => {
    const own = forms.filter((each) => each.table === table.data.name);
    return [
      ...fileRules(table),
      ...keyRules(table),
      ...fullRules(table, own),
      ...valueRules(table, own),
      ...dateRules(table, own.length > 0),
      ...yearRules(table),
      ...personRules(table, own),
      ...own.flatMap((each) => [
        ...formRules(each, table.data.table),
        ...pairRules(table, each, known),
        ...ageRules(table, each, known),
      ]),
      ...linkRules(table, links),
    ];
  });
  // A questionnaire and a column can ask the same.
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

/**
 * Rules for a table that was put together from others: orders of dates of which one came from elsewhere, and
 * rows that repeat. What a source is asked already is not asked again.
 */
export function suggestForMade(
  data: CheckedTable,
  source: Pick<CheckedTable['table'], 'variables'>,
): Rule[] {
  const own = new Set(source.variables.map(({ name }) => name));
  const table: FactTable = {
    data,
    columns: data.table.variables.map((variable) => columnFacts(data.table, variable)),
  };
  const rules = [
    draftRule(data.name, { kind: 'no-repeats' }, 'It was put together from several tables.'),
    ...keyRules(table).filter(({ test }) => test.kind === 'unique'),
    ...dateRules(table, true).filter(
      ({ test }) =>
        test.kind === 'order' &&
        typeof test.after === 'string' &&
        !(own.has(test.variable) && own.has(test.after)),
    ),
  ];
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

/** What the import says of the file. */
function fileRules({ data: { name, table, imported } }: FactTable): Rule[] {
  const typed = table.variables
    .filter(({ kind }) => !['text', 'category', 'identifier'].includes(kind))
    .map((each) => each.name);
  const all = table.variables.map((each) => each.name);
  const ordered = (imported?.decisions.columns ?? [])
    .filter(({ dateOrder, keep }) => keep && (dateOrder === 'dmy' || dateOrder === 'mdy'))
    .map((each) => each.name)
    .filter((each) => all.includes(each));
  return [
    draftRule(name, { kind: 'all-loaded' }, 'For every import.'),
    draftRule(name, { kind: 'no-footer' }, 'For every import.'),
    draftRule(name, { kind: 'no-repeats' }, 'For every import.'),
    ...(typed.length > 0
      ? [
          draftRule(
            name,
            { kind: 'fits', variables: typed },
            'For every column of dates or numbers.',
          ),
        ]
      : []),
    draftRule(name, { kind: 'as-written', variables: all }, 'For every import.'),
    ...(ordered.length > 0
      ? [
          draftRule(
            name,
            { kind: 'date-order', variables: ordered },
            'For every column of written dates.',
          ),
        ]
      : []),
  ];
}

/** Columns that are full but for a few rows, and columns that are full when another says so. */
function fullRules({ data, columns }: FactTable, forms: readonly MeasureForms[]): Rule[] {
  const { name, table } = data;
  const { rows } = table;
  if (rows === 0) return [];
  const inForms = new Set(
    forms.flatMap(({ blocks }) =>
      blocks.flatMap(({ items }) => items.map((each) => each.variable)),
    ),
  );
  return columns.flatMap((facts): Rule[] => {
    const { variable, present } = facts;
    if (inForms.has(variable.name) || variable.kind === 'text') return [];
    if (present / rows >= NEARLY_FULL) {
      const test = { kind: 'required', variables: [variable.name] } as const;
      return [draftRule(name, test, `Filled in ${formatShare(present, rows)} rows.`)];
    }
    const when = conditionFor(facts, columns, rows);
    if (!when) return [];
    const { variable: asked, value } = when;
    return [
      draftRule(
        name,
        {
          kind: 'required',
          variables: [variable.name],
          when: { op: 'is', variable: asked, value },
        },
        `Filled in nearly always when ${asked} is ${value}, and hardly ever otherwise.`,
      ),
    ];
  });
}

/** With the value nearly always there, without it hardly ever. */
const WITH = 0.9;
const OTHERWISE = 0.05;
const MOST_VALUES = 30;

function conditionFor(
  { variable, column, present }: ColumnFacts,
  columns: readonly ColumnFacts[],
  rows: number,
): { variable: string; value: string } | undefined {
  for (const other of columns) {
    if (other.variable.kind !== 'category' || other.variable.name === variable.name) continue;
    if (other.distinct > MOST_VALUES) continue;
    // Shares of its rows that no split between values could bring to the limits need no counting.
    const [least, most] = [(present - OTHERWISE * rows) / (1 - OTHERWISE), present / WITH];
    const mayBe = other.counts.some(
      (n, code) => code >= other.column.floor && n > 0 && n >= least && n <= most,
    );
    if (!mayBe) continue;
    const filled = new Uint32Array(other.column.size);
    let all = 0;
    for (let row = 0; row < rows; row++) {
      if ((column.codes[row] as number) < column.floor) continue;
      const code = other.column.codes[row] as number;
      filled[code] = (filled[code] as number) + 1;
      all += 1;
    }
    for (let code = other.column.floor; code < other.column.size; code++) {
      const n = other.counts[code] as number;
      const own = filled[code] as number;
      const elsewhere = rows - n;
      if (n === 0 || elsewhere === 0) continue;
      if (own / n >= WITH && (all - own) / elsewhere <= OTHERWISE) {
        return {
          variable: other.variable.name,
          value: other.column.texts()[code - other.column.floor] ?? '',
        };
      }
    }
  }
  return undefined;
}
