import type { Cohort } from '../src/model/cohort.ts';
import type { Condition } from '../src/model/condition.ts';
import type { TableInfo } from '../src/model/table.ts';
import { chipWords, cohortName } from './cohort-words.ts';
import { type Session, UNDO } from './session.ts';

/** Chooses a saved cohort of a table; null shows every row. Conditions that were not saved go. */
export function chooseCohort(session: Session, table: string, name: string | null): void {
  const { [table]: _, ...others } = session.get().cohorts;
  session.set({ draft: [], cohorts: name === null ? others : { ...others, [table]: name } });
}

/** Saves a condition as a cohort and chooses it. Returns whether it was saved. */
export async function saveCohort(
  session: Session,
  table: TableInfo,
  condition: Condition,
  label: string,
): Promise<boolean> {
  const { project, cohorts, draft } = session.get();
  const name = cohortName(label, project?.cohorts.map((cohort) => cohort.name) ?? []);
  const saved = await session.change('Saving the cohort', () =>
    session.client.saveCohort({ name, label, table: table.name, condition }),
  );
  if (saved === undefined) return false;
  chooseCohort(session, table.name, name);
  session.say(`Applied, and saved as the cohort “${label}”.`, {
    label: UNDO,
    run: async () => {
      const undone = await session.change('Removing the cohort', () =>
        session.client.removeCohort({ name }),
      );
      if (undone !== undefined) session.set({ cohorts, draft });
    },
  });
  return true;
}

/** Applies conditions at once: by the cohort that already says the same, else by a new one named so. */
export async function applyConditions(
  session: Session,
  table: TableInfo,
  condition: Condition,
): Promise<void> {
  const wanted = JSON.stringify(condition);
  const known = session
    .get()
    .project?.cohorts.find(
      (cohort) => cohort.table === table.name && JSON.stringify(cohort.condition) === wanted,
    );
  if (known !== undefined) chooseCohort(session, table.name, known.name);
  else await saveCohort(session, table, condition, chipWords(condition, table).slice(0, 200));
}

/** Removes a saved cohort; undo brings it back with its versions. */
export async function removeCohort(session: Session, cohort: Cohort): Promise<void> {
  const { name, label, table } = cohort;
  const { cohorts } = session.get();
  const removed = await session.change('Removing the cohort', () =>
    session.client.removeCohort({ name }),
  );
  if (removed === undefined) return;
  if (cohorts[table] === name) chooseCohort(session, table, null);
  session.say(`Removed the cohort “${label}”.`, {
    label: UNDO,
    run: async () => {
      if (await restoreCohort(session, name)) session.set({ cohorts });
    },
  });
}

/** Brings a removed cohort back. Returns whether it is there. */
export async function restoreCohort(session: Session, name: string): Promise<boolean> {
  const again = await session.change('Bringing the cohort back', () =>
    session.client.restoreCohort({ name }),
  );
  return again !== undefined;
}
