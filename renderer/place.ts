import type { Condition } from '../src/model/condition.ts';
import type { BoardChart } from './board/suggest-charts.ts';
import { COHORTS_PARTS, type Session, type SessionState, VIEWS } from './session.ts';

const KEY = 'attune-place';

/** Remembers where somebody is until the tab is closed, so that a reload comes back to it. */
export function keepPlace(session: Session): () => void {
  return session.subscribe(() => {
    const { project, ...state } = session.get();
    if (project === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ of: project.name, ...placeOf(state) }));
  });
}

const KEPT = [
  'view',
  'table',
  'cohorts',
  'draft',
  'boards',
  'receipt',
  'variables',
  'block',
  'analysis',
  'result',
  'cohortsPart',
] as const satisfies readonly (keyof SessionState)[];

function placeOf(state: Omit<SessionState, 'project'>): Record<string, unknown> {
  return Object.fromEntries(KEPT.map((part) => [part, state[part]]));
}

/** Goes back to the place that was kept for the open project, as far as it can be read. */
export function restorePlace(session: Session): void {
  const { project, view, table } = session.get();
  const kept = keptPlace();
  if (project === null || kept.get('of') !== project.name) return;
  const text = (key: string) => {
    const value = kept.get(key);
    return typeof value === 'string' ? value : null;
  };
  const draft = kept.get('draft');
  session.set({
    view: VIEWS.find((name) => name === kept.get('view')) ?? view,
    table: text('table') ?? table,
    cohorts: texts(kept.get('cohorts')),
    draft: Array.isArray(draft) ? (draft as Condition[]) : [],
    boards: boardsOf(kept.get('boards')),
    cohortsPart: COHORTS_PARTS.find((name) => name === kept.get('cohortsPart')) ?? 'explore',
    receipt: text('receipt'),
    variables: texts(kept.get('variables')),
    block: Number.isInteger(kept.get('block')) ? Number(kept.get('block')) : -1,
    analysis: text('analysis'),
    result: text('result'),
  });
}

function keptPlace(): Map<string, unknown> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    return new Map(Object.entries(kept ?? {}));
  } catch {
    return new Map();
  }
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([, entry]) => typeof entry === 'string'),
  );
}

function boardsOf(value: unknown): SessionState['boards'] {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter((entry): entry is [string, BoardChart[]] =>
      Array.isArray(entry[1]),
    ),
  );
}
