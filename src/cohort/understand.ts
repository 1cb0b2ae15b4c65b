import type { Condition } from '../model/condition.ts';
import { Refusal } from '../model/refusal.ts';
import { normalise } from './normalise.ts';
import { type NamedTable, parseSentence } from './parse-sentence.ts';
import { tablesOf } from './tables.ts';
import { nearest } from './typed/nearest.ts';
import { readTyped } from './typed/read-typed.ts';
import { tokensOf } from './typed/tokens.ts';
import type { Scope } from './typed/vocabulary.ts';

/** What somebody typed, understood; or what comes nearest to it. */
export interface Understood {
  condition: Condition | undefined;
  /** Words that nothing could be made of; none when it is understood. */
  unread: readonly string[];
  nearest: readonly Condition[];
}

/**
 * Understands a condition in words: one of our own sentences as the condition that it says, and other
 * words by the labels, values, years and ranges in them.
 */
export function understand(typed: string, scope: Scope, tables: readonly NamedTable[]): Understood {
  const text = typed.trim().replace(/\.$/, '');
  const said = parseSentence(text, scope.own, tables);
  if (said) return { condition: said, unread: [], nearest: [] };
  const tokens = tokensOf(text);
  const { condition, unread } = readTyped(tokens, scope);
  const read = condition && fitting(condition, scope.own, tables);
  const near = nearest(tokens, scope).flatMap((each) => fitting(each, scope.own, tables) ?? []);
  if (read && unread.length === 0) return { condition: read, unread, nearest: near };
  return { condition: undefined, unread, nearest: read ? [read, ...near] : near };
}

/** In its normal form; undefined where it does not fit. */
function fitting(
  condition: Condition,
  table: NamedTable,
  tables: readonly NamedTable[],
): Condition | undefined {
  try {
    return normalise(condition, table, tablesOf(tables));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
