import type { Variable } from '../src/model/variable.ts';
import { nameFrom } from './step-lines.ts';

/** Columns of which each holds one variable at one time: prfq_t1, prfq_t2, hads_t1, hads_t2. */
export interface TimeColumns {
  times: readonly string[];
  variables: readonly { stem: string; from: readonly string[] }[];
}

const WORDS =
  'pre|post|before|after|baseline|entry|exit|start|end|admission|discharge|follow[ _-]?up';
const COUNTED = 't|time|wave|w|visit|v|month|months|m|week|weeks|wk|year|y';
const TIME = `(?:${WORDS}|(?:${COUNTED})[ _.-]?\\d{1,4}|\\d{1,4}[ _.-]?(?:m|months|wk|weeks|y))`;
const AT_END = new RegExp(`^(.+?)[ _.-]+(${TIME})$`, 'i');
const AT_START = new RegExp(`^(${TIME})[ _.-]+(.+)$`, 'i');
/** Without a word before it, a number is more often that of an item: the last resort. */
const NUMBER = /^(.+?)[ _.-]+(\d{1,2})$/;
const MOST_NUMBERED = 4;

/**
 * Groups columns by the times in their names, those with most columns first. Columns belong together when they
 * have the same times.
 */
export function timeColumns(variables: readonly Variable[]): TimeColumns[] {
  const worded = grouped(variables, (name) => {
    const end = AT_END.exec(name);
    if (end) return { stem: end[1] ?? '', time: end[2] ?? '' };
    const start = AT_START.exec(name);
    return start ? { stem: start[2] ?? '', time: start[1] ?? '' } : undefined;
  });
  if (worded.length > 0) return worded;
  return grouped(variables, (name) => {
    const found = NUMBER.exec(name);
    return found ? { stem: found[1] ?? '', time: found[2] ?? '' } : undefined;
  }).filter(({ times }) => times.length <= MOST_NUMBERED);
}

function grouped(
  variables: readonly Variable[],
  read: (name: string) => { stem: string; time: string } | undefined,
): TimeColumns[] {
  const stems = new Map<string, { stem: string; kind: string; at: Map<string, string> }>();
  const spelled = new Map<string, string>();
  for (const { name, kind } of variables) {
    const found = read(name);
    if (!found) continue;
    const time = found.time.toLowerCase();
    if (!spelled.has(time)) spelled.set(time, found.time);
    const known = stems.get(found.stem.toLowerCase());
    if (known?.kind === kind) known.at.set(time, name);
    else if (!known) {
      const at = new Map([[time, name]]);
      stems.set(found.stem.toLowerCase(), { stem: found.stem, kind, at });
    }
  }
  const sets = Map.groupBy(
    [...stems.values()].filter(({ at }) => at.size > 1),
    ({ at }) => JSON.stringify([...at.keys()].toSorted()),
  );
  return [...sets.values()]
    .map((of) => {
      const times = [...(of[0]?.at.keys() ?? [])];
      return {
        times: times.map((time) => spelled.get(time) ?? time),
        variables: of.map(({ stem, at }) => ({
          stem,
          from: times.map((time) => at.get(time) ?? ''),
        })),
      };
    })
    .toSorted((a, b) => b.times.length * b.variables.length - a.times.length * a.variables.length);
}

/** The parameters of the step “wide-to-long” for such columns. */
export function timesStep(found: TimeColumns | undefined): {
  times: readonly string[];
  time: { name: string; label: string };
  values: readonly { name: string; label: string; from: readonly string[] }[];
} {
  return {
    times: found?.times ?? [],
    time: { name: 'time', label: 'Time' },
    values: (found?.variables ?? []).map(({ stem, from }) => ({
      name: nameFrom(stem),
      label: stem,
      from,
    })),
  };
}
