import type { Step, TableInfo } from '../src/model/table.ts';
import { focusSoon } from './focus-soon.ts';
import type { Session } from './session.ts';

/** The steps of a table that was made by a recipe; undefined for any other. */
export function stepsOf({ origin }: TableInfo): readonly Step[] | undefined {
  return origin.made === 'recipe' ? origin.steps : undefined;
}

/**
 * Gives a table these steps. A table that has no recipe stays as it is: a cleaned one is made from it, and shown.
 */
export async function putSteps(
  session: Session,
  table: TableInfo,
  steps: readonly Step[],
): Promise<boolean> {
  if (stepsOf(table)) {
    const done = await session.change(`Making ${table.label}`, (options) =>
      session.client.changeRecipe({ table: table.name, steps }, options),
    );
    return done !== undefined;
  }
  const names = new Set(session.get().project?.tables.map(({ name }) => name.toLowerCase()));
  const name = freeName(`${table.name} clean`, names);
  const definition = {
    name,
    label: `${table.label}, clean`,
    unit: table.unit,
    from: table.name,
    steps,
  };
  const made = await session.change(`Making ${name}`, (options) =>
    session.client.makeTable({ definition }, options),
  );
  if (made === undefined) return false;
  session.set({ table: made.name, draft: [] });
  session.say(`${table.label} stays as it was imported. Its cleaned rows are in ${made.label}.`);
  return true;
}

/** Shows on Quality what the rules find before and after one step. */
export function compareAt(session: Session, table: string, at: number): void {
  session.set({ view: 'quality', qualityPoints: { table, before: at, after: at + 1 } });
  focusSoon('.before-after button');
}

/** Makes every table again whose sources have changed. */
export async function remakeStale(session: Session): Promise<void> {
  const done = await session.change('Making tables again', (options) =>
    session.client.remakeTables({}, options),
  );
  if (done === undefined) return;
  const told = done.tables.flatMap(({ table, notes, newValues }) => [
    ...notes.map((note) => `${table}, ${note}`),
    ...newValues.map(
      ({ label, values }) =>
        `${table}: new in ${label}: ${values.map(({ value }) => `“${value}”`).join(', ')}.`,
    ),
  ]);
  const [first] = told;
  const more = told.length > 1 ? ` And ${told.length - 1} more to look at.` : '';
  session.say(
    `Made ${done.tables.length} ${done.tables.length === 1 ? 'table' : 'tables'} again.${first ? ` ${first}${more}` : ''}`,
  );
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const short = wanted.slice(0, 72);
  let free = short;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${short} ${n}`;
  return free;
}
