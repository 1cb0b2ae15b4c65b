import { textAt } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { MissingCount } from '../../model/result.ts';
import type { ScoreFacts } from '../../model/score-facts.ts';
import type { Options, DataView as View } from '../analysis.ts';
import { type Attempt, attempt } from '../parts/attempt.ts';
import { missingCounts } from '../parts/missing-counts.ts';
import { numberValues } from '../parts/number-values.ts';
import { variablesChosen } from '../parts/read-options.ts';
import { reasonAt } from '../parts/reasons.ts';
import { type Reliability, reliability } from '../statistics/reliability.ts';

/** One subscale at one time point. */
export interface ScaleAtTime {
  label: string;
  time: string;
  facts: ScoreFacts;
  forms: number;
  values: readonly number[];
  missing: readonly MissingCount[];
  /** At the lowest and the highest possible score. */
  floor: number;
  ceiling: number;
  reliability: Attempt<Reliability>;
}

/** One item at one time point: how many forms have each answer. */
export interface ItemAtTime {
  item: string;
  time: string;
  counts: ReadonlyMap<number, number>;
  blank: number;
  out: number;
}

/** The scores of a table with one row a form, by time point. @throws Refusal `no-scores` */
export function scoredScales(
  view: View,
  options: Options,
): {
  scales: ScaleAtTime[];
  items: ItemAtTime[];
} {
  const chosen = variablesChosen(options, 'scores');
  const variables = view.frame.variables.filter(
    ({ name, score }) =>
      score !== undefined &&
      score.side === undefined &&
      (chosen.length === 0 || chosen.includes(name)),
  );
  if (variables.length === 0) {
    throw new Refusal('no-scores', 'The table has no scores of forms.', {
      hint: 'Score a measure in Measures first; then choose the table of its scores.',
      where: { option: 'scores' },
    });
  }
  const times = placesByTime(view);
  const scales = variables.flatMap((variable) =>
    times.map(({ time, places }) => scaleAt(view, variable.name, time, places)),
  );
  const names = [...new Set(variables.flatMap(({ score }) => score?.items ?? []))];
  const items = names
    .filter((name) => view.frame.variables.some((each) => each.name === name))
    .flatMap((name) => times.map(({ time, places }) => itemAt(view, name, time, places)));
  return { scales, items };
}

function placesByTime(view: View): { time: string; places: number[] }[] {
  const times = columnNamed(view.frame, 'time');
  const listed = variableNamed(view.frame, 'time').values.map(({ value }) => value);
  const found = new Map<string, number[]>(listed.map((value) => [value, []]));
  view.rows.forEach((row, i) => {
    const time = textAt(times, row);
    const own = found.get(time) ?? [];
    own.push(i);
    found.set(time, own);
  });
  return [...found]
    .map(([time, places]) => ({ time, places }))
    .filter(({ places }) => places.length > 0);
}

function scaleAt(view: View, name: string, time: string, places: readonly number[]): ScaleAtTime {
  const variable = variableNamed(view.frame, name);
  const { values, reasons } = numberValues(view, name);
  const { score: facts } = variable;
  if (facts === undefined) throw new Error(`${name} is no score`);
  const there = places.filter((i) => reasons.codes[i] === 0).map((i) => values[i] as number);
  const items = facts.items
    .filter((item) => view.frame.variables.some((each) => each.name === item))
    .map((item) => numberValues(view, item));
  const rows = places.flatMap((i) => {
    const complete = items.every((item) => item.reasons.codes[i] === 0);
    return complete && items.length > 0 ? [items.map((item) => item.values[i] as number)] : [];
  });
  return {
    label: facts.name,
    time,
    facts,
    forms: places.length,
    values: there,
    missing: missingCounts(places.map((i) => reasonAt(reasons, i))),
    floor: there.filter((value) => value === facts.range.low).length,
    ceiling: there.filter((value) => value === facts.range.high).length,
    reliability: attempt(() =>
      reliability({ rows, width: items.length, incomplete: places.length - rows.length }),
    ),
  };
}

function itemAt(view: View, name: string, time: string, places: readonly number[]): ItemAtTime {
  const { values, reasons } = numberValues(view, name);
  const counts = new Map<number, number>();
  let blank = 0;
  let out = 0;
  for (const i of places) {
    const reason = reasonAt(reasons, i);
    if (reason === 'out of range') out++;
    else if (reason !== null) blank++;
    else counts.set(values[i] as number, (counts.get(values[i] as number) ?? 0) + 1);
  }
  return { item: name.replace('item_', ''), time, counts, blank, out };
}
