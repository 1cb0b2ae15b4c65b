import type { AnalysisSpec, Comparison, Result } from '../src/model/result.ts';
import { plainText } from '../src/model/rich.ts';
import { type Session, UNDO } from './session.ts';

/** What was asked for a result, so that it can be asked again. */
export function specOf(result: Result): AnalysisSpec {
  const { id, title, analysis, table, cohort, options } = result;
  const compare = comparisonOf(result);
  return {
    id,
    title,
    analysis,
    table,
    options,
    ...(cohort.name ? { cohort: cohort.name } : {}),
    ...(compare ? { compare } : {}),
  };
}

/** Shows a kept result, with its cohort in the bar. */
export function openResult(session: Session, result: Result): void {
  const { [result.table]: _, ...others } = session.get().cohorts;
  const { name } = result.cohort;
  session.set({
    view: 'analyse',
    result: result.id,
    analysis: result.analysis,
    table: result.table,
    draft: [],
    cohorts: name === null ? others : { ...others, [result.table]: name },
  });
}

/** Which cohorts a result sets side by side. */
export function comparisonOf({ compared }: Result): Comparison | undefined {
  if (compared === undefined) return undefined;
  const cohorts = compared.cohorts.flatMap(({ name }) => (name === null ? [] : [name]));
  return { cohorts, ...(compared.with === undefined ? {} : { with: compared.with }) };
}

export function runSpec(session: Session, spec: AnalysisSpec): Promise<Result | undefined> {
  return session.change('Computing', () => session.client.analyse({ spec }));
}

/** Removes a result; undo computes it again under the same id. */
export async function removeResult(session: Session, result: Result): Promise<void> {
  const done = await session.change('Removing the result', () =>
    session.client.removeResult({ id: result.id }),
  );
  if (done === undefined) return;
  if (session.get().result === result.id) session.set({ result: null });
  session.say(`Removed “${plainText(result.title)}”.`, {
    label: UNDO,
    run: async () => {
      const again = await runSpec(session, specOf(result));
      if (again !== undefined) session.set({ result: again.id });
    },
  });
}

/** Computes results again under their ids, one after the other, and says how many. */
export async function rerunAll(session: Session, results: readonly Result[]): Promise<void> {
  let done = 0;
  for (const result of results) {
    if ((await runSpec(session, specOf(result))) === undefined) break;
    done += 1;
  }
  if (done > 0) session.say(`Re-ran ${done} of ${results.length} results.`);
}
