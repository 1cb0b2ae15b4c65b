import type { Condition } from '../src/model/condition.ts';
import type { Result } from '../src/model/result.ts';
import { openResult } from './analysis-runs.ts';
import { chipWords, partsOf, together } from './cohort-words.ts';
import type { Session } from './session.ts';

/** A cell that was left for rows which share its key, to come back to. */
export interface LeftCell {
  table: string;
  variable: string;
  /** Row of the table, from 1. */
  row: number;
}

/** A result whose number was followed to its rows. */
export interface LeftResult {
  result: Result;
}

/** What a table is narrowed to because a key or a number was followed there. It is never part of a cohort. */
export interface Followed {
  table: string;
  within: Condition;
  /** "Person P-0173" */
  words: string;
  from: LeftCell | LeftResult;
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

/**
 * Goes to the rows behind a number of a kept result: its cohort where that is still the same, else the
 * conditions that it had then.
 */
export function followNumber(session: Session, result: Result, rows: Condition): void {
  const { table, cohort } = result;
  const { project, cohorts, followed } = session.get();
  const isSame = project?.cohorts.some(
    ({ name, version }) => name === cohort.name && version === cohort.version,
  );
  const { [table]: _, ...others } = cohorts;
  const within = together(
    isSame ? partsOf(rows) : [...partsOf(cohort.condition), ...partsOf(rows)],
  );
  const info = project?.tables.find(({ name }) => name === table);
  const words = info === undefined ? '' : chipWords(within, info, project?.tables);
  session.set({
    view: 'data',
    table,
    draft: [],
    cohorts: isSame && cohort.name !== null ? { ...others, [table]: cohort.name } : others,
    followed: [...followed, { table, within, words, from: { result } }],
    arrival: null,
  });
}

/** Back to what was left last, in what was narrowed then. */
export function goBack(session: Session): void {
  const { followed } = session.get();
  const last = followed.at(-1);
  if (last === undefined) return;
  if ('result' in last.from) {
    session.set({ followed: followed.slice(0, -1) });
    openResult(session, last.from.result);
    return;
  }
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
