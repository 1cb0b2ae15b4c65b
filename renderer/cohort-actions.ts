import type { Cohort, CombineBy } from '../src/model/cohort.ts';
import type { Condition } from '../src/model/condition.ts';
import type { Reply } from '../src/model/refusal.ts';
import type { Comparison } from '../src/model/result.ts';
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
  else
    await saveCohort(
      session,
      table,
      condition,
      chipWords(condition, table, session.get().project?.tables).slice(0, 200),
    );
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

/** Shows a cohort's table, and of it who is meant. */
export function applyCohort(session: Session, { name, label, table }: Cohort): void {
  session.set({
    table,
    draft: [],
    followed: [],
    cohorts: { ...session.get().cohorts, [table]: name },
  });
  session.say(`“${label}” is in use.`);
}

/** Gives a cohort another label or description. Returns whether it has it. */
export async function changeCohort(
  session: Session,
  name: string,
  change: { label?: string; description?: string },
): Promise<boolean> {
  const done = await session.change('Changing the cohort', () =>
    session.client.changeCohort({ name, change }),
  );
  return done !== undefined;
}

/** Saves another condition as the next version; undo saves the one of before as the version after. */
export async function saveVersion(
  session: Session,
  cohort: Cohort,
  condition: Condition,
): Promise<boolean> {
  const { name, label, table } = cohort;
  const save = (next: Condition) =>
    session.change('Saving the cohort', () =>
      session.client.saveCohort({ name, label, table, condition: next }),
    );
  const saved = await save(condition);
  if (saved === undefined) return false;
  session.say(`Saved “${label}” as version ${saved.version}.`, {
    label: UNDO,
    run: () => void save(cohort.condition),
  });
  return true;
}

/** The same conditions under another name. Gives the name, or nothing where it was refused. */
export async function duplicateCohort(
  session: Session,
  cohort: Cohort,
): Promise<string | undefined> {
  const label = `${cohort.label} (copy)`;
  const { table, condition, description } = cohort;
  return keepNew(session, label, (name) =>
    session.client.saveCohort({ name, label, table, condition, description }),
  );
}

/** Makes a cohort of others. Gives its name, or nothing where it was refused. */
export async function combineCohorts(
  session: Session,
  { label, ...how }: { by: CombineBy; parts: readonly string[]; label: string },
): Promise<string | undefined> {
  return keepNew(session, label, (name) => session.client.combineCohorts({ name, label, ...how }));
}

/** Combines the parts of a cohort as they are now: its next version. */
export async function combineAgain(session: Session, cohort: Cohort): Promise<void> {
  const { name, label, combined } = cohort;
  if (combined === undefined) return;
  const parts = combined.parts.map((part) => part.name);
  const again = await session.change('Combining', () =>
    session.client.combineCohorts({ name, label, by: combined.by, parts }),
  );
  if (again !== undefined) session.say(`Combined “${label}” again: version ${again.version}.`);
}

/** Opens Table 1 with cohorts side by side, of all rows of their table. */
export function compareCohorts(session: Session, table: string, comparing: Comparison): void {
  chooseCohort(session, table, null);
  session.set({ view: 'analyse', analysis: 'table-one', result: null, table, comparing });
}

async function keepNew(
  session: Session,
  label: string,
  keep: (name: string) => Promise<Reply<Cohort>>,
): Promise<string | undefined> {
  const taken = session.get().project?.cohorts.map(({ name }) => name) ?? [];
  const name = cohortName(label, taken);
  const made = await session.change('Saving the cohort', () => keep(name));
  if (made === undefined) return undefined;
  session.say(`Saved the cohort “${label}”.`, {
    label: UNDO,
    run: () =>
      void session.change('Removing the cohort', () => session.client.removeCohort({ name })),
  });
  return name;
}
