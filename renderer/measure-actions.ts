import type { KnownMeasure, Measure } from '../src/model/measure.ts';
import type { TableDefinition, TableInfo } from '../src/model/table.ts';
import type { Session } from './session.ts';

export function saveMeasure(session: Session, measure: Measure): Promise<KnownMeasure | undefined> {
  return session.change('Keeping the measure', () => session.client.saveMeasure({ measure }));
}

/** Asks for a file and takes the measure in it into the project. */
export async function importMeasure(session: Session): Promise<KnownMeasure | undefined> {
  const [reply] = await session.shell.chooseFiles();
  if (reply === undefined) return undefined;
  if ('refused' in reply) {
    session.set({ refusal: reply.refused });
    return undefined;
  }
  const known = await session.change('Reading the measure', () =>
    session.client.importMeasure({ file: reply.ok.token }),
  );
  if (known !== undefined) {
    session.say(`Took in ${known.measure.name}, version ${known.measure.version}.`);
  }
  return known;
}

export async function removeMeasure(
  session: Session,
  { id, version, name }: Measure,
): Promise<void> {
  const done = await session.change('Removing the measure', () =>
    session.client.removeMeasure({ id, version }),
  );
  if (done !== undefined) session.say(`Removed ${name}, version ${version}.`);
}

export function makeTable(
  session: Session,
  label: string,
  definition: TableDefinition,
): Promise<TableInfo | undefined> {
  return session.change(label, (options) => session.client.makeTable({ definition }, options));
}

/** A name that no table has: "prfq_scores", "prfq_scores_2". */
export function freeName(wanted: string, tables: readonly TableInfo[]): string {
  const taken = new Set(tables.map(({ name }) => name.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}_${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** The next whole number after the highest version of a measure. */
export function nextVersion(known: readonly KnownMeasure[], id: string): string {
  const versions = known.flatMap(({ measure }) =>
    measure.id === id ? [Number.parseInt(measure.version, 10)] : [],
  );
  return String(Math.max(0, ...versions.filter(Number.isFinite)) + 1);
}
