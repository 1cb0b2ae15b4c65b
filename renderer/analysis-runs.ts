import type { AnalysisSpec, Result } from '../src/model/result.ts';
import { plainText } from '../src/model/rich.ts';
import type { TableInfo } from '../src/model/table.ts';
import { type Session, UNDO } from './session.ts';

/** What was asked for a result, so that it can be asked again. */
export function specOf(result: Result): AnalysisSpec {
  const { id, title, analysis, table, cohort, options } = result;
  return { id, title, analysis, table, options, ...(cohort.name ? { cohort: cohort.name } : {}) };
}

/** A result whose table has changed, or is gone, since it was made. */
export function isOutOfDate(result: Result, tables: readonly TableInfo[]): boolean {
  const table = tables.find(({ name }) => name === result.table);
  return table === undefined || table.version !== result.tableVersion;
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
