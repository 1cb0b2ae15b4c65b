import { conditionClause, partsOf } from '../cohort/condition-parts.ts';
import { conditionSentence } from '../cohort/sentence.ts';
import {
  COMBINATIONS,
  type CohortVersion,
  type CohortVersionWords,
  type Combination,
} from '../model/cohort.ts';
import type { Condition } from '../model/condition.ts';
import { Refusal } from '../model/refusal.ts';
import type { TableInfo } from '../model/table.ts';
import { readCohortVersions, storedCohort } from '../store/cohorts.ts';
import { readTables } from '../store/tables.ts';
import type { Context } from './context.ts';

/** Every version of a cohort with what changed, the newest first. @throws Refusal `unknown-cohort` */
export function cohortHistory(
  context: Context,
  { name }: { name: string },
): readonly CohortVersionWords[] {
  const { db } = context.project;
  const cohort = storedCohort(db, name);
  if (!cohort) throw unknownCohort(name);
  const table = readTables(db).find((each) => each.name === cohort.table);
  const versions = readCohortVersions(db, cohort.name);
  return versions.map((version, at) => {
    const before = versions[at + 1];
    return {
      ...version,
      sentence: sentenceOf(context, version.condition, table),
      changes: [
        ...(version.combined ? [combinedWords(version.combined)] : []),
        ...(before ? changesBetween(context, before, version, table) : []),
      ],
    };
  });
}

export function unknownCohort(name: string): Refusal {
  return new Refusal('unknown-cohort', `There is no cohort called “${name}”.`, {
    where: { option: 'cohort' },
  });
}

/** A condition in words; why not, where it no longer fits its table. */
export function sentenceOf(
  context: Context,
  condition: Condition,
  table: TableInfo | undefined,
): string {
  if (!table) return 'Its table is gone.';
  return said(() => conditionSentence(condition, table.variables, table.unit, context.table));
}

/** "Combined from “Accepted” (version 2) and “Before birth” (version 1)." */
function combinedWords({ by, parts }: Combination): string {
  const words = parts.map(({ label, version }) => `“${label}” (version ${version})`);
  return `Combined from ${words.join(` ${COMBINATIONS[by]} `)}.`;
}

function changesBetween(
  context: Context,
  before: CohortVersion,
  after: CohortVersion,
  table: TableInfo | undefined,
): string[] {
  const gone = partsOf(before.condition).filter((part) => !holds(after.condition, part));
  const added = partsOf(after.condition).filter((part) => !holds(before.condition, part));
  const clause = (part: Condition) =>
    table ? said(() => conditionClause(part, table.variables, table.unit, context.table)) : '';
  return [
    ...(before.label === after.label ? [] : [`Was called “${before.label}”.`]),
    ...added.map((part) => `New: ${clause(part)}.`),
    ...gone.map((part) => `No longer: ${clause(part)}.`),
  ];
}

function holds(condition: Condition, part: Condition): boolean {
  const wanted = JSON.stringify(part);
  return partsOf(condition).some((each) => JSON.stringify(each) === wanted);
}

function said(work: () => string): string {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
