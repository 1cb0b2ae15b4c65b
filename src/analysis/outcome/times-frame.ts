import { textAt } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import type { MissingCount } from '../../model/result.ts';
import type { DataView as View } from '../analysis.ts';
import { numberValues } from '../parts/number-values.ts';
import { countReasons } from '../parts/reasons.ts';

/** The scores of people at several time points: one row a person, one value a time, null without one. */
export interface TimesFrame {
  times: readonly string[];
  people: readonly (readonly (number | null)[])[];
  /** Forms without a person, and second scores of a person at one time. */
  unused: number;
  /** Why forms have no score. */
  missing: readonly MissingCount[];
}

/** From a table with one row a form; the first score of a person at a time is used. */
export function timesFrame(view: View, person: string, time: string, score: string): TimesFrame {
  const people = columnNamed(view.frame, person);
  const times = columnNamed(view.frame, time);
  const { values, reasons } = numberValues(view, score);
  const listed = variableNamed(view.frame, time).values.map(({ value }) => value);
  const found = new Map<string, Map<string, number>>();
  const met = new Set<string>();
  let unused = 0;
  view.rows.forEach((row, i) => {
    if (reasons.codes[i] !== 0) return;
    const [whose, when] = [textAt(people, row), textAt(times, row)];
    const own = found.get(whose) ?? new Map<string, number>();
    if (whose === '' || when === '' || own.has(when)) {
      unused++;
      return;
    }
    met.add(when);
    found.set(whose, own.set(when, values[i] as number));
  });
  const order = [...listed, ...[...met].filter((each) => !listed.includes(each))].filter((each) =>
    met.has(each),
  );
  return {
    times: order,
    people: [...found.values()].map((own) => order.map((each) => own.get(each) ?? null)),
    unused,
    missing: countReasons(reasons),
  };
}
