import type { Condition } from '../src/model/condition.ts';
import type { Session } from './session.ts';

/** A cell that was left for rows which share its key, to come back to. */
export interface LeftCell {
  table: string;
  variable: string;
  /** Row of the table, from 1. */
  row: number;
}

/** What a table is narrowed to because a key was followed there. It is never part of a cohort. */
export interface Followed {
  table: string;
  within: Condition;
  /** "Person P-0173" */
  words: string;
  from: LeftCell;
}

/** Goes to the rows of a table that share a key. */
export function follow(
  session: Session,
  from: LeftCell,
  to: { table: string; variable: string; value: string; words: string },
): void {
  const within: Condition = { op: 'is', variable: to.variable, value: to.value };
  const followed = [...session.get().followed, { table: to.table, within, words: to.words, from }];
  session.set({ followed, arrival: null, ...tableOf(session, to.table) });
}

/** Back to the cell that was left last, in what was narrowed then. */
export function goBack(session: Session): void {
  const { followed } = session.get();
  const last = followed.at(-1);
  if (last === undefined) return;
  session.set({
    followed: followed.slice(0, -1),
    arrival: last.from,
    ...tableOf(session, last.from.table),
  });
}

/** Shows all rows of the table again and stays there. */
export function stopFollowing(session: Session): void {
  session.set({ followed: [] });
}

/** What the active table is narrowed to. */
export function followedIn(followed: readonly Followed[], table: string): Followed | undefined {
  const last = followed.at(-1);
  return last?.table === table ? last : undefined;
}

/** Conditions that were not applied yet belong to the table they were chosen for. */
function tableOf(session: Session, table: string) {
  return table === session.get().table ? {} : { table, draft: [] };
}
