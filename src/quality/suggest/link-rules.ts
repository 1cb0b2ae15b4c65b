import { codeValue } from '../../columns/hot/hot-value.ts';
import { formatShare } from '../../model/format.ts';
import type { Rule } from '../../model/quality.ts';
import { dayCodes, NO_DAY } from '../day-codes.ts';
import { judgeColumn } from '../judge-column.ts';
import { linkedRows, NO_ROW } from '../linked-rows.ts';
import { spellingsOf } from '../spelling.ts';
import type { ColumnFacts } from './column-facts.ts';
import { beginningOf, ENOUGH, NEARLY_ALWAYS } from './date-rules.ts';
import { draftRule } from './draft-rule.ts';
import { isKey } from './key-rules.ts';
import type { FactTable } from './suggest-rules.ts';
import { usualType } from './value-rules.ts';

/** A column whose values are the ids of another table. */
interface Link {
  from: FactTable;
  variable: ColumnFacts;
  to: FactTable;
  key: ColumnFacts;
  /** For each code of the variable, the row of the other table. */
  rows: Int32Array;
  /** Share of the different values that are there. */
  share: number;
}

/** So many of the ids have to be in the other table. */
const COVERED = 0.9;

/** For each identifier the table that knows its values best. */
export function linksBetween(tables: readonly FactTable[]): Link[] {
  return tables.flatMap((from) =>
    from.columns
      .filter(({ variable, present }) => variable.kind === 'identifier' && present > 0)
      .flatMap((variable): Link[] => {
        const found = tables.flatMap((to) => {
          if (to === from) return [];
          const rows = to.data.table.rows;
          return to.columns
            .filter((key) => isKey(key, rows))
            .map((key) => linkOf(from, variable, to, key))
            .filter(({ share }) => share >= COVERED);
        });
        const best = found.toSorted(
          (a, b) => b.share - a.share || b.key.distinct - a.key.distinct,
        )[0];
        // Of two tables with one row a person each, the one with more people is that of the people.
        const isMutual =
          best && isKey(variable, from.data.table.rows) && variable.distinct >= best.key.distinct;
        return best && !isMutual ? [best] : [];
      }),
  );
}

function linkOf(from: FactTable, variable: ColumnFacts, to: FactTable, key: ColumnFacts): Link {
  const rows = linkedRows(variable.column, key.column, to.data.table.rows);
  let [all, there] = [0, 0];
  for (let code = variable.column.floor; code < variable.column.size; code++) {
    if (variable.counts[code] === 0) continue;
    all += 1;
    if (rows[code] !== NO_ROW) there += 1;
  }
  return { from, variable, to, key, rows, share: all === 0 ? 0 : there / all };
}

/** Rules that hold a table against the one its ids refer to. */
export function linkRules(table: FactTable, links: readonly Link[]): Rule[] {
  return links
    .filter(({ from }) => from === table)
    .flatMap((link) => [
      ...existsRules(link),
      ...memberRules(link),
      ...firstIdRules(link),
      ...linkedOrder(link, beginningOf(table)),
    ]);
}

const shared = ({ variable, to, key }: Link) => ({
  variable: variable.variable.name,
  table: to.data.name,
  key: key.variable.name,
});

function existsRules(link: Link): Rule[] {
  const { from, to, share } = link;
  const own = shared(link);
  const rules = [
    draftRule(
      from.data.name,
      { kind: 'exists', ...own },
      `${Math.round(100 * share)} % of the different ids are in ${to.data.name}.`,
    ),
  ];
  for (const facts of to.columns) {
    const usual = usualType(facts);
    if (usual === undefined) continue;
    // However it is spelt there: that is a finding of the other table.
    const values = [usual, ...spellingsOf(usual, facts.values())];
    const where = { op: 'one-of', variable: facts.variable.name, values } as const;
    rules.push(
      draftRule(
        from.data.name,
        { kind: 'exists', ...own, where },
        'Rows are about one type of person.',
        { severity: 'medium', as: 'one-type' },
      ),
    );
  }
  return rules;
}

/** People in the table nearly all have a value that few others have: the table is about them. */
const MEMBERS = 0.9;
const ELSEWHERE = 0.6;
const MOST_VALUES = 3;

function memberRules(link: Link): Rule[] {
  const { from, to, rows, variable } = link;
  return to.columns
    .filter(
      ({ variable: { kind }, distinct }) =>
        ['category', 'yesno'].includes(kind) && distinct > 1 && distinct <= MOST_VALUES,
    )
    .flatMap((facts): Rule[] => {
      const { column, counts, present } = facts;
      const own = new Uint32Array(column.size);
      let people = 0;
      for (let code = variable.column.floor; code < variable.column.size; code++) {
        const row = rows[code] as number;
        if (variable.counts[code] === 0 || row === NO_ROW) continue;
        const value = column.codes[row] as number;
        own[value] = (own[value] as number) + 1;
        people += 1;
      }
      if (people < ENOUGH) return [];
      for (let code = column.floor; code < column.size; code++) {
        const [n, all] = [own[code] as number, counts[code] as number];
        if (n / people < MEMBERS || all / present > ELSEWHERE) continue;
        const value = codeValue(column, code) ?? '';
        const where = { op: 'is', variable: facts.variable.name, value } as const;
        return [
          draftRule(
            from.data.name,
            { kind: 'exists', ...shared(link), where },
            `So are ${formatShare(n, people)} people of the table, and ${formatShare(all, present)} of all.`,
            { severity: 'medium', as: facts.variable.name },
          ),
        ];
      }
      return [];
    });
}

/** Where the other table knows people by their NHS number, an id that is a second one is told. */
function firstIdRules(link: Link): Rule[] {
  const { from, to, key } = link;
  const nhs = to.columns.find(
    (facts) =>
      facts !== key &&
      facts.variable.kind === 'identifier' &&
      judgeColumn(facts.variable, facts.values()).some(({ kind }) => kind === 'nhs-number'),
  );
  return nhs
    ? [
        draftRule(
          from.data.name,
          { kind: 'first-id', ...shared(link), by: [nhs.variable.name] },
          `${to.data.name} has NHS numbers.`,
        ),
      ]
    : [];
}

/** Dates that nearly never come before the beginning of the row they refer to. */
function linkedOrder(
  { from, variable, to, key, rows }: Link,
  date: ColumnFacts | undefined,
): Rule[] {
  const start = beginningOf(to);
  if (!date) return [];
  const days = dayCodes(date.column);
  return (start ? [start] : []).flatMap((facts): Rule[] => {
    const others = dayCodes(facts.column);
    let [n, kept, later] = [0, 0, 0];
    for (let row = 0; row < from.data.table.rows; row++) {
      const linked = rows[variable.column.codes[row] as number] as number;
      if (linked === NO_ROW) continue;
      const a = days[date.column.codes[row] as number] as number;
      const b = others[facts.column.codes[linked] as number] as number;
      if (a === NO_DAY || b === NO_DAY) continue;
      n += 1;
      if (a >= b) kept += 1;
      if (a > b) later += 1;
    }
    if (n < ENOUGH || kept / n < NEARLY_ALWAYS || later === 0) return [];
    const after = {
      table: to.data.name,
      key: key.variable.name,
      foreignKey: variable.variable.name,
      variable: facts.variable.name,
    };
    return [
      draftRule(
        from.data.name,
        { kind: 'order', variable: date.variable.name, after },
        `So in ${formatShare(kept, n)} rows.`,
        { as: `${to.data.name}.${facts.variable.name}` },
      ),
    ];
  });
}
