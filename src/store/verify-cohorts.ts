import { selectRows } from '../cohort/select.ts';
import type { Cohort } from '../model/cohort.ts';
import type { Frame } from '../model/frame.ts';
import type { VerifyReport } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { readCohorts } from './cohorts.ts';
import type { Connection } from './connection.ts';
import { readFrame } from './read-table.ts';
import { rowsWhere } from './rows-where.ts';
import { tableNamed } from './tables.ts';

/** Whether every cohort keeps the same rows by the columns in memory as by SQL over the rows themselves. */
export function verifyCohorts(db: Connection): VerifyReport['checks'][number] {
  const frames = new Map<string, Frame>();
  const frameOf = (name: string): Frame => {
    const known = frames.get(name) ?? readFrame(db, tableNamed(db, name));
    frames.set(name, known);
    return known;
  };
  const verdicts = readCohorts(db).map((cohort) => ({
    cohort,
    agrees: agreement(db, cohort, frameOf),
  }));
  const wrong = verdicts.filter(({ agrees }) => agrees === false);
  const unfit = verdicts.filter(({ agrees }) => agrees === undefined).length;
  const others = unfit === 0 ? '' : ` ${unfit} no longer fit their tables.`;
  return {
    name: 'Cohorts',
    ok: wrong.length === 0,
    detail:
      wrong.length === 0
        ? `${verdicts.length - unfit} cohorts keep the same rows by columns and by SQL.${others}`
        : `These keep other rows by SQL: ${wrong.map(({ cohort }) => cohort.name).join(', ')}.`,
  };
}

/** Undefined where the cohort does not fit its table any more. */
function agreement(
  db: Connection,
  { table: name, condition }: Cohort,
  frameOf: (name: string) => Frame,
): boolean | undefined {
  try {
    const kept = selectRows(condition, frameOf(name), frameOf);
    const bySql = rowsWhere(db, condition, tableNamed(db, name));
    return kept.length === bySql.length && kept.every((row, at) => row === bySql[at]);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
