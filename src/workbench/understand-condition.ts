import { linkCandidates } from '../cohort/link-candidates.ts';
import { conditionSentence } from '../cohort/sentence.ts';
import type { Scope, Vocabulary } from '../cohort/typed/vocabulary.ts';
import { understand } from '../cohort/understand.ts';
import type { SaidCondition, UnderstoodCondition } from '../contract/methods/cohorts.ts';
import { isoDate } from '../model/calendar.ts';
import type { Condition } from '../model/condition.ts';
import { columnNamed } from '../model/frame.ts';
import type { Variable } from '../model/variable.ts';
import { readTables, type StoredTable } from '../store/tables.ts';
import type { Context } from './context.ts';
import { suggestLinks } from './suggest-links.ts';

/** A variable with more values is not found by one of them. */
const MOST_VALUES = 200;
/** A linked table of more rows is not read only to find words. */
const LARGE = 200_000;

/** Reads conditions in words; what words can mean is worked out once for each state of the tables. */
export function createUnderstander(): (
  context: Context,
  input: { table: string; text: string },
) => UnderstoodCondition {
  let known: { context: Context; key: string; scope: Scope } | undefined;
  return (context, { table: name, text }) => {
    const table = context.table(name);
    const tables = readTables(context.project.db);
    const key = JSON.stringify([table.name, tables.map(({ id, version }) => [id, version])]);
    if (known?.context !== context || known.key !== key) {
      known = { context, key, scope: scopeOf(context, table, tables) };
    }
    const said = (condition: Condition): SaidCondition => ({
      condition,
      sentence: conditionSentence(condition, table.variables, table.unit, context.table, {
        whole: true,
      }),
    });
    const { condition, unread, nearest } = understand(text, known.scope, tables);
    return {
      understood: condition ? said(condition) : null,
      unread,
      nearest: nearest.map(said),
    };
  };
}

/** Tables made last come first: they are the cleaned ones. */
function scopeOf(context: Context, table: StoredTable, tables: readonly StoredTable[]): Scope {
  const isAtHand = (each: StoredTable) => each.rows < LARGE || context.isLoaded(each);
  const linked = tables.toReversed().flatMap((other) => {
    const link = isAtHand(other)
      ? suggestLinks(context, table, other)[0]?.link
      : linkCandidates(table, other, tables)[0];
    return link ? [{ link, table: vocabulary(context, other, isAtHand(other)) }] : [];
  });
  return { own: vocabulary(context, table, true), linked };
}

function vocabulary(context: Context, table: StoredTable, isRead: boolean): Vocabulary {
  const column = ({ name }: Variable) => columnNamed(context.frame(table), name);
  return {
    name: table.name,
    unit: table.unit,
    variables: table.variables,
    valuesOf: (variable) => {
      if (!isRead || (variable.kind !== 'category' && variable.kind !== 'text')) return [];
      const own = column(variable);
      const isFew = own.type === 'codes' && own.dictionary.length <= MOST_VALUES;
      return isFew ? own.dictionary : [];
    },
    lastDayOf: (variable) => {
      const own = isRead ? column(variable) : undefined;
      if (own?.type !== 'days') return undefined;
      let last = Number.NEGATIVE_INFINITY;
      for (const [row, code] of own.missing.entries()) {
        if (code === 0) last = Math.max(last, own.values[row] ?? last);
      }
      return Number.isFinite(last) ? isoDate(last) : undefined;
    },
  };
}
