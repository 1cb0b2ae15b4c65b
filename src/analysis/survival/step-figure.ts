import type { StepCurve, StepFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { count, percentLevel } from '../parts/words.ts';
import type { Curve, SurvivalData } from './survival-data.ts';

/** Numbers at risk are shown at about this many times. */
const RISK_TIMES = 6;

export function stepFigure(
  curves: readonly Curve[],
  data: SurvivalData,
  unit: string,
  level: number,
): StepFigure {
  const last = data.times.reduce((a, b) => Math.max(a, b), 0);
  const times = riskTimes(last);
  const n = data.rows.length;
  const told = curves.map(
    ({ label, curve }) =>
      `${label === '' ? 'all' : label}: ${count(curve.events)} of ${count(curve.n)}, median ${curve.median === null ? 'not reached' : formatNumber(curve.median, 'number')}`,
  );
  return {
    kind: 'step',
    title: `Time to ${data.event}`,
    subtitle: `n = ${count(n)} ${unit}; bands: ${percentLevel(level)} CI`,
    x: { title: data.time, format: 'number', zero: true },
    y: { title: 'Share without the event', format: 'correlation', zero: true, low: 0, high: 1 },
    curves: curves.map(curveOf),
    risk: {
      title: 'At risk',
      times,
      counts: curves.map(({ label }) =>
        times.map(
          (at) => data.times.filter((time, i) => data.groups[i] === label && time >= at).length,
        ),
      ),
    },
    notes: [],
    alt: `Share without the event over time. ${told.join('; ')}.`,
  };
}

function curveOf({ label, curve }: Curve): StepCurve {
  const steps = curve.time.flatMap((at, i) => {
    if (curve.n_event[i] === 0) return [];
    const [low, high] = [curve.ci_loglog_lo[i] ?? null, curve.ci_loglog_hi[i] ?? null];
    const value = curve.surv[i] ?? 0;
    return [{ at, value, ...(low === null || high === null ? {} : { low, high }) }];
  });
  return {
    name: label === '' ? 'All' : label,
    n: curve.n,
    events: curve.events,
    steps: [{ at: 0, value: 1 }, ...steps.filter(({ at }) => at > 0)],
    censored: curve.time.filter((_, i) => (curve.n_censor[i] ?? 0) > 0),
    end: curve.time.at(-1) ?? 0,
  };
}

/** Round times from 0 to the last. */
function riskTimes(last: number): number[] {
  if (!(last > 0)) return [0];
  const wanted = last / RISK_TIMES;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= wanted) ?? wanted;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, k) => k * step);
}
