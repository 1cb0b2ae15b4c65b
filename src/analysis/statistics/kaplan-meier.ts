import { normalQuantile } from '../numeric/normal.ts';
import { medianTime } from './median-time.ts';
import { momentsOf, type Survival } from './survival-input.ts';

type Bounds = [number | null, number | null];

/** Lists have one entry for each distinct time. Null where survival is 0 and has no standard error. */
export interface KaplanMeier {
  n: number;
  events: number;
  time: number[];
  n_risk: number[];
  n_event: number[];
  n_censor: number[];
  surv: number[];
  se_greenwood: (number | null)[];
  /** On the scale of log survival, cut at 1. */
  ci_log_lo: (number | null)[];
  ci_log_hi: (number | null)[];
  /** On the scale of log(−log survival); also null where survival is 1. */
  ci_loglog_lo: (number | null)[];
  ci_loglog_hi: (number | null)[];
  /** Symmetric, cut at 0 and 1. */
  ci_plain_lo: (number | null)[];
  ci_plain_hi: (number | null)[];
  median: number | null;
  median_ci_log: Bounds;
  median_ci_loglog: Bounds;
}

interface Point {
  surv: number;
  /** Standard error of log survival. */
  logSe: number | null;
}

/**
 * Survival by Kaplan and Meier (JASA 53, 1958) with Greenwood's standard error, three kinds of interval
 * (Kalbfleisch & Prentice, 1.4) and the median with the times at which the interval crosses one half
 * (Brookmeyer & Crowley, Biometrics 38, 1982).
 */
export function kaplanMeier(survival: Survival, level = 0.95): KaplanMeier {
  const moments = momentsOf(survival);
  const z = normalQuantile(0.5 + level / 2);
  let surv = 1;
  let sum = 0;
  const points = moments.map(({ atRisk, events }): Point => {
    surv *= (atRisk - events) / atRisk;
    sum += events / (atRisk * (atRisk - events));
    return { surv, logSe: surv === 0 ? null : Math.sqrt(sum) };
  });
  const time = moments.map((moment) => moment.time);
  const log = points.map((point) => logBounds(point, z));
  const loglog = points.map((point) => logLogBounds(point, z));
  const plain = points.map((point) => plainBounds(point, z));
  const [low, high] = [0, 1] as const;
  const side = (bounds: readonly Bounds[], i: 0 | 1) => bounds.map((each) => each[i]);
  const median = (values: readonly (number | null)[]) => medianTime(time, values);
  return {
    n: survival.time.length,
    events: moments.reduce((total, { events }) => total + events, 0),
    time,
    n_risk: moments.map(({ atRisk }) => atRisk),
    n_event: moments.map(({ events }) => events),
    n_censor: moments.map(({ start, end, events }) => end - start - events),
    surv: points.map((point) => point.surv),
    se_greenwood: points.map((point) => (point.logSe === null ? null : point.surv * point.logSe)),
    ci_log_lo: side(log, low),
    ci_log_hi: side(log, high),
    ci_loglog_lo: side(loglog, low),
    ci_loglog_hi: side(loglog, high),
    ci_plain_lo: side(plain, low),
    ci_plain_hi: side(plain, high),
    median: median(points.map((point) => point.surv)),
    median_ci_log: [median(side(log, low)), median(side(log, high))],
    median_ci_loglog: [median(side(loglog, low)), median(side(loglog, high))],
  };
}

function logBounds({ surv, logSe }: Point, z: number): Bounds {
  if (logSe === null) return [null, null];
  return [surv * Math.exp(-z * logSe), Math.min(1, surv * Math.exp(z * logSe))];
}

function logLogBounds({ surv, logSe }: Point, z: number): Bounds {
  if (logSe === null || surv === 1) return [null, null];
  const hazard = Math.log(surv);
  const width = Math.exp((z * logSe) / hazard);
  return [Math.exp(hazard / width), Math.exp(hazard * width)];
}

function plainBounds({ surv, logSe }: Point, z: number): Bounds {
  if (logSe === null) return [null, null];
  return [Math.max(0, surv * (1 - z * logSe)), Math.min(1, surv * (1 + z * logSe))];
}
