import { combineConditions } from '../cohort/combine-conditions.ts';
import { COMBINATIONS, type Cohort, type CohortDraft, type CombineBy } from '../model/cohort.ts';
import { formatNumber } from '../model/format.ts';
import type { ProjectInfo } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import {
  describeCohort,
  readCohorts,
  removeCohort,
  restoreCohort,
  storedCohort,
  writeCohort,
} from '../store/cohorts.ts';
import { writeJournal } from '../store/journal.ts';
import { inTransactionNow } from '../store/transaction.ts';
import { unknownCohort } from './cohort-history.ts';
import { type Context, selectCondition } from './context.ts';
import { projectInfo } from './project-info.ts';

/** A cohort that is there, whatever the case of its name. @throws Refusal `unknown-cohort` */
export function cohortNamed(context: Context, name: string): Cohort {
  const wanted = name.toLowerCase();
  const found = readCohorts(context.project.db).find((each) => each.name.toLowerCase() === wanted);
  if (found) return found;
  throw unknownCohort(name);
}

/** Keeps a cohort: a new one, or the next version of one. @throws Refusal when it does not fit its table */
export function saveCohort(context: Context, draft: CohortDraft): Cohort {
  const label = checkLabel(draft.label);
  const { db } = context.project;
  const table = context.table(draft.table);
  const { n, sentence } = selectCondition(context, table, draft.condition).cohort;
  return inTransactionNow(context.project, () => {
    const cohort = writeCohort(db, { ...draft, label, table: table.name });
    const version = cohort.version === 1 ? '' : `, version ${cohort.version}`;
    const size = formatNumber(n, 'count');
    writeJournal(
      db,
      'saveCohort',
      `Kept the cohort “${label}”${version}: ${sentence}, n = ${size}.`,
    );
    return cohort;
  });
}

/** Gives a cohort another label or description; its version stays. */
export function changeCohort(
  context: Context,
  input: { name: string; change: { label?: string; description?: string } },
): Cohort {
  const cohort = cohortNamed(context, input.name);
  const { description = cohort.description } = input.change;
  const label = checkLabel(input.change.label ?? cohort.label);
  const { db } = context.project;
  return inTransactionNow(context.project, () => {
    const changed = { ...cohort, label, description };
    describeCohort(db, changed);
    const words =
      label === cohort.label
        ? `Described the cohort “${label}”.`
        : `Renamed the cohort “${cohort.label}” to “${label}”.`;
    writeJournal(db, 'changeCohort', words);
    return changed;
  });
}

/**
 * Makes a cohort of others of the same table. It keeps their conditions as they are now.
 * @throws Refusal `unknown-cohort`, `cohort-of-another-table`
 */
export function combineCohorts(
  context: Context,
  input: {
    name: string;
    label: string;
    description?: string;
    by: CombineBy;
    parts: readonly string[];
  },
): Cohort {
  const { by, parts: names, ...about } = input;
  const parts = names.map((name) => cohortNamed(context, name));
  const [first] = parts;
  const other = parts.find((part) => part.table !== first?.table);
  if (first === undefined) throw new Error('the schema asks for two parts');
  if (other) {
    throw new Refusal(
      'cohort-of-another-table',
      `“${other.label}” is made of ${other.table}, and “${first.label}” of ${first.table}.`,
      { hint: 'Combine cohorts of one table.', where: { option: 'parts' } },
    );
  }
  if (parts.some((part) => part.name.toLowerCase() === about.name.toLowerCase())) {
    throw new Refusal('cohort-of-itself', `“${about.label}” cannot be combined from itself.`, {
      hint: 'Give the combination a name of its own.',
      where: { option: 'name' },
    });
  }
  return saveCohort(context, {
    ...about,
    table: first.table,
    condition: combineConditions(
      by,
      parts.map(({ condition }) => condition),
    ),
    combined: { by, parts: parts.map(({ name, label, version }) => ({ name, label, version })) },
  });
}

/** What a combination is called unless somebody says otherwise: "Accepted but not Before birth". */
export function combinedLabel(by: CombineBy, labels: readonly string[]): string {
  return labels.join(` ${COMBINATIONS[by]} `);
}

export function removeCohortNamed(context: Context, { name }: { name: string }): ProjectInfo {
  const cohort = cohortNamed(context, name);
  const { db } = context.project;
  inTransactionNow(context.project, () => {
    removeCohort(db, cohort.name);
    writeJournal(db, 'removeCohort', `Removed the cohort “${cohort.label}”.`);
  });
  return projectInfo(context);
}

/** Brings a removed cohort back as it was. @throws Refusal `unknown-cohort`, `cohort-not-removed` */
export function restoreCohortNamed(context: Context, { name }: { name: string }): Cohort {
  const { db } = context.project;
  const stored = storedCohort(db, name);
  if (!stored) throw unknownCohort(name);
  const { removedAt, ...cohort } = stored;
  if (removedAt === null) {
    throw new Refusal('cohort-not-removed', `The cohort “${cohort.label}” is there.`, {
      where: { option: 'name' },
    });
  }
  return inTransactionNow(context.project, () => {
    restoreCohort(db, cohort.name);
    writeJournal(db, 'restoreCohort', `Brought the cohort “${cohort.label}” back.`);
    return cohort;
  });
}

function checkLabel(label: string): string {
  const trimmed = label.trim();
  if (trimmed !== '') return trimmed;
  throw new Refusal('empty-label', 'A cohort needs a name.', { where: { option: 'label' } });
}
