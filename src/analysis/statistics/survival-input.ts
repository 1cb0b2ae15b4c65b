import { type ModelInput, modelInput } from './model-input.ts';
import { notComputable } from './read-input.ts';

/** Times closer together than this, beside the mean time, are the same (R's `aeqSurv`). */
const SAME_TIME = Math.sqrt(Number.EPSILON);

export interface Survival {
  /** Times up to an event or to the end of observation, ascending; equal on paper is equal here. */
  time: Float64Array;
  /** 1 where the time ends in an event, 0 where observation only ended. */
  event: Float64Array;
  /** The position of each time in the lists of the model. */
  order: readonly number[];
}

/** The complete rows of an input with `time`, `event` and predictors. @throws Refusal */
export function survivalInput(input: unknown): { survival: Survival; model: ModelInput } {
  const model = modelInput(input, ['time', 'event']);
  const { time = new Float64Array(), event = new Float64Array() } = model.responses;
  return { survival: survivalOf(time, event), model };
}

/** @throws Refusal `not-computable` for no rows, a negative time, or an event that is not 0 or 1 */
export function survivalOf(time: Float64Array, event: Float64Array): Survival {
  if (time.length === 0) throw notComputable('Survival', 'no row is complete.');
  if (time.some((value) => value < 0)) throw notComputable('Survival', 'a time is negative.');
  if (event.some((value) => value !== 0 && value !== 1)) {
    throw notComputable('Survival', 'the event must be 0 (not seen) or 1 in every row.');
  }
  const order = [...time.keys()].sort((a, b) => (time[a] ?? 0) - (time[b] ?? 0));
  const sorted = Float64Array.from(order, (i) => time[i] ?? 0);
  const tolerance = (SAME_TIME * sorted.reduce((a, b) => a + b, 0)) / sorted.length;
  let first = 0;
  for (let i = 1; i < sorted.length; i++) {
    if ((sorted[i] ?? 0) - (sorted[first] ?? 0) <= tolerance) sorted[i] = sorted[first] ?? 0;
    else first = i;
  }
  return { time: sorted, event: Float64Array.from(order, (i) => event[i] ?? 0), order };
}

export interface Moment {
  time: number;
  /** Positions in the ascending times: from `start` up to but without `end`. */
  start: number;
  end: number;
  /** Under observation just before. */
  atRisk: number;
  events: number;
}

/** The distinct times. Who leaves at the time of an event was still at risk. */
export function momentsOf({ time, event }: Survival): Moment[] {
  const moments: Moment[] = [];
  for (let start = 0; start < time.length; ) {
    let [end, events] = [start, 0];
    while (end < time.length && time[end] === time[start]) events += event[end++] ?? 0;
    moments.push({ time: time[start] ?? 0, start, end, atRisk: time.length - start, events });
    start = end;
  }
  return moments;
}
