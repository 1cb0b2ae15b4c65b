import type { Options, DataView as View } from '../analysis.ts';
import { levelsOf } from '../parts/levels.ts';
import { outcomesOf, plainLabel } from '../parts/outcomes.ts';
import { variableChosen, variableOrNone } from '../parts/read-options.ts';
import { anyMissing } from '../parts/reasons.ts';
import { type KaplanMeier, kaplanMeier as productLimit } from '../statistics/kaplan-meier.ts';
import { type Logrank, logrank } from '../statistics/logrank.ts';
import { survivalOf } from '../statistics/survival-input.ts';

export interface SurvivalData {
  rows: readonly number[];
  times: Float64Array;
  events: Float64Array;
  /** One a row; '' without groups. */
  groups: readonly string[];
  labels: readonly string[];
  time: string;
  event: string;
  by: string;
  reasons: ReturnType<typeof anyMissing>;
}

export function survivalData(view: View, options: Options): SurvivalData {
  const [time, event] = outcomesOf(view, [
    variableChosen(options, 'time'),
    variableChosen(options, 'event'),
  ]);
  if (!time || !event) throw new Error('no variables');
  const group = variableOrNone(options, 'group');
  const levels = group === null ? null : levelsOf(view, group, 'group');
  const by = levels ? plainLabel(levels.variable) : '';
  const reasons = anyMissing([
    time,
    event,
    ...(levels ? [{ label: by, reasons: levels.reasons }] : []),
  ]);
  const rows: number[] = [];
  reasons.codes.forEach((code, i) => {
    if (code === 0) rows.push(i);
  });
  const codes = levels?.codes();
  const groups = rows.map((i) => levels?.labels[codes?.[i] ?? -1] ?? '');
  return {
    rows,
    times: Float64Array.from(rows, (i) => time.values[i] as number),
    events: Float64Array.from(rows, (i) => event.values[i] as number),
    groups,
    labels: levels ? levels.labels.filter((label) => groups.includes(label)) : [''],
    time: time.label,
    event: event.label,
    by,
    reasons,
  };
}

export interface Curve {
  label: string;
  curve: KaplanMeier;
}

export function curvesOf(data: SurvivalData, level: number): Curve[] {
  survivalOf(data.times, data.events);
  return data.labels.map((label) => {
    const own = (values: Float64Array) => values.filter((_, i) => data.groups[i] === label);
    return { label, curve: productLimit(survivalOf(own(data.times), own(data.events)), level) };
  });
}

export function testOf({ times, events, groups }: SurvivalData): Logrank {
  const survival = survivalOf(times, events);
  return logrank(
    survival,
    survival.order.map((i) => groups[i] ?? ''),
  );
}
