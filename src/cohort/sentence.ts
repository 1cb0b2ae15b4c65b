import type { Condition, LinkedRows, NthRow } from '../model/condition.ts';
import type { Variable } from '../model/variable.ts';
import { bindTest } from './bind-test.ts';
import { sayKey } from './name-words.ts';
import { normalise } from './normalise.ts';
import { sayNth } from './nth-words.ts';
import { isPlainKey, quote } from './quoting.ts';
import {
  type Described,
  keyVariable,
  linkKeys,
  NO_TABLES,
  orderVariable,
  type Tables,
} from './tables.ts';
import { sayTest } from './test-words.ts';

/**
 * A condition in words: "referrals where Outcome is Accepted and Referral date is between
 * 1 April 2022 and 31 March 2023"; without any condition "all referrals".
 *
 * Of a list of more than twelve values only the beginning is shown. Said `whole`, every sentence can be
 * read back (parse-sentence.ts).
 *
 * @param unit what a row is, in the plural
 * @throws Refusal when the condition does not fit the table (normalise.ts)
 */
export function conditionSentence(
  condition: Condition,
  variables: readonly Variable[],
  unit: string,
  tables: Tables = NO_TABLES,
  { whole = false }: { whole?: boolean } = {},
): string {
  const said = normalise(condition, { variables }, tables);
  const words = (part: Condition) => clause(part, { variables }, { tables, isWhole: whole });
  if ('all' in said && said.all.length === 0) return `all ${unit}`;
  if ('any' in said && said.any.length === 0) return `no ${unit}`;
  if ('not' in said) return `${unit} except those where ${words(said.not)}`;
  return `${unit} where ${words(said)}`;
}

interface Around {
  tables: Tables;
  isWhole: boolean;
}

function clause(condition: Condition, table: Described, around: Around): string {
  if ('all' in condition) return join(condition.all, ' and ', 'any row', table, around);
  if ('any' in condition) return join(condition.any, ' or ', 'no row', table, around);
  if ('not' in condition) return `not (${clause(condition.not, table, around)})`;
  if ('linked' in condition) return sayLinked(condition, table, around);
  if ('nth' in condition) return sayNthRow(condition, table, around);
  return sayTest(bindTest(condition, table.variables), table.variables, around.isWhole);
}

function join(
  parts: readonly Condition[],
  joint: ' and ' | ' or ',
  empty: string,
  table: Described,
  around: Around,
): string {
  if (parts.length === 0) return empty;
  return parts
    .map((part) => {
      const words = clause(part, table, around);
      const isList =
        ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1);
      return isList ? `(${words})` : words;
    })
    .join(joint);
}

/** "there are at least 2 rows in appointments with the same Person ID where (Attended is Yes)" */
function sayLinked(
  { linked, least, most, where }: LinkedRows,
  table: Described,
  around: Around,
): string {
  const other = around.tables(linked.table);
  const [own, foreign] = linkKeys(linked, table, other);
  const key = sayKey(own, table.variables);
  const theirs = sayKey(foreign, other.variables);
  const same = key === theirs ? `the same ${key}` : `${theirs} the same as ${key}`;
  const name = isPlainKey(linked.table) ? linked.table : quote(linked.table);
  const which = where === undefined ? '' : ` where (${clause(where, other, around)})`;
  return `there ${sayCount(least, most)} in ${name} with ${same}${which}`;
}

function sayCount(least: number | undefined, most: number | undefined): string {
  const rows = (how: string, n: number) => (n === 1 ? `is ${how} 1 row` : `are ${how} ${n} rows`);
  if (most === undefined) return least === 1 ? 'is a row' : rows('at least', least ?? 1);
  if (least === undefined) return most === 0 ? 'is no row' : rows('at most', most);
  return least === most ? rows('exactly', least) : rows(`between ${least} and`, most);
}

/** "it is the first row by Referral date with the same Person ID among those where (…)" */
function sayNthRow({ nth, by, of, where }: NthRow, table: Described, around: Around): string {
  const { variables } = table;
  const order = sayKey(orderVariable(table, by), variables);
  const key = sayKey(keyVariable(table, of), variables);
  const which = where === undefined ? '' : ` among those where (${clause(where, table, around)})`;
  return `it is the ${sayNth(nth)} row by ${order} with the same ${key}${which}`;
}
