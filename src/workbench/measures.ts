import { MEASURES } from '../measures/library.ts';
import { readMeasure } from '../measures/measure.ts';
import { unverifiedFigures } from '../measures/usable.ts';
import type { KnownMeasure, Measure } from '../model/measure.ts';
import type { Artifact } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { readDocument, writeDocument } from '../store/documents.ts';
import { writeJournal } from '../store/journal.ts';
import { readTables } from '../store/tables.ts';
import { inTransactionNow } from '../store/transaction.ts';
import type { Context } from './context.ts';

const DOCUMENT = 'measures';

/** The project's own measures, in the order in which they were kept. */
export function ownMeasures(context: Context): Measure[] {
  const kept = readDocument(context.project.db, DOCUMENT);
  return kept === undefined ? [] : (JSON.parse(kept) as Measure[]);
}

/** The library and the project's own, with the tables that each version has scored. */
export function knownMeasures(context: Context): KnownMeasure[] {
  const tables = readTables(context.project.db);
  const known = (home: KnownMeasure['home']) => (measure: Measure) => ({
    measure,
    home,
    usedBy: tables
      .filter(({ origin }) => origin.made === 'scores' && isSame(origin, measure))
      .map(({ name }) => name),
    unverified: unverifiedFigures(measure),
  });
  return [...MEASURES.map(known('library')), ...ownMeasures(context).map(known('project'))];
}

/**
 * Keeps a measure in the project. A version that has scored a table stays as it was.
 * @throws Refusal `bad-measure`, `measure-of-library`, `measure-in-use`
 */
export function saveMeasure(context: Context, value: unknown, file?: string): KnownMeasure {
  const measure = readMeasure(value, file);
  const where = file === undefined ? {} : { file };
  const name = `${measure.name}, version ${measure.version}`;
  const same = (other: Measure) => JSON.stringify(other) === JSON.stringify(measure);
  if (MEASURES.some((other) => isVersionOf(other, measure) && !same(other))) {
    throw new Refusal('measure-of-library', `${name}, is in the library, which stays as it is.`, {
      hint: 'Give the copy another version, or another id.',
      where: { ...where, option: 'version' },
    });
  }
  const before = ownMeasures(context);
  const earlier = before.find((other) => isVersionOf(other, measure));
  const users = known(context, measure)?.usedBy ?? [];
  if (earlier && !same(earlier) && users.length > 0) {
    throw new Refusal(
      'measure-in-use',
      `${name}, has scored ${users.join(', ')} and stays as it is.`,
      {
        hint: 'Save the change as a new version.',
        where: { ...where, option: 'version' },
      },
    );
  }
  if (!MEASURES.some(same) && !(earlier && same(earlier))) {
    const others = before.filter((other) => other !== earlier);
    keep(context, [...others, measure], 'saveMeasure', `Kept the measure ${name}.`);
  }
  const found = known(context, measure);
  if (found) return found;
  throw new Error(`the measure ${measure.id} was not kept`);
}

/** @throws Refusal for a measure of the library, and for one that has scored a table */
export function removeMeasure(
  context: Context,
  wanted: { id: string; version: string },
): KnownMeasure[] {
  const found = ownNamed(context, wanted);
  const users = known(context, found)?.usedBy ?? [];
  if (users.length > 0) {
    throw new Refusal(
      'measure-in-use',
      `${found.name}, version ${found.version}, has scored ${users.join(', ')}.`,
      { hint: 'Remove those tables first.', where: { option: 'id' } },
    );
  }
  const others = ownMeasures(context).filter((other) => !isVersionOf(other, found));
  keep(
    context,
    others,
    'removeMeasure',
    `Removed the measure ${found.name}, version ${found.version}.`,
  );
  return knownMeasures(context);
}

/** The measure as a file that another project takes. */
export function exportMeasure(
  context: Context,
  { id, version }: { id: string; version: string },
): Artifact {
  const found = knownMeasures(context).find(({ measure }) => isVersionOf(measure, { id, version }));
  const { measure } = found ?? { measure: ownNamed(context, { id, version }) };
  return {
    name: `${id} ${version}.json`.replace(/[^\p{L}\p{N} ._-]+/gu, ' '),
    mime: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify(measure, null, 2)}\n`),
  };
}

function keep(
  context: Context,
  measures: readonly Measure[],
  action: string,
  sentence: string,
): void {
  const { db } = context.project;
  inTransactionNow(context.project, () => {
    writeDocument(db, DOCUMENT, JSON.stringify(measures));
    writeJournal(db, action, sentence);
  });
}

function known(context: Context, wanted: Measure): KnownMeasure | undefined {
  return knownMeasures(context).find(({ measure }) => isVersionOf(measure, wanted));
}

function ownNamed(context: Context, { id, version }: { id: string; version: string }): Measure {
  const found = ownMeasures(context).find((each) => isVersionOf(each, { id, version }));
  if (found) return found;
  throw new Refusal(
    'unknown-measure',
    `The project has no measure “${id}” in version ${version}.`,
    {
      hint: 'Measures of the library cannot be removed; copy one to change it.',
      where: { option: 'id' },
    },
  );
}

function isVersionOf(
  one: Pick<Measure, 'id' | 'version'>,
  other: Pick<Measure, 'id' | 'version'>,
): boolean {
  return one.id === other.id && one.version === other.version;
}

function isSame(origin: { measure: string; version: string }, { id, version }: Measure): boolean {
  return origin.measure === id && origin.version === version;
}
