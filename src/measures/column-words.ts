import type { Measure } from '../model/measure.ts';

/** What the name of a column says: "PRFQ_01_pre" is item 1 before. */
export interface ColumnWords {
  /** As written in the name: "T1", "pre"; '' without one. */
  time: string;
  /** The one number that is left; null where there is none or more than one. */
  item: number | null;
  /** What is left of the name, in lower case: "prfq", "q". */
  stem: string;
}

const TIME_WORDS =
  'pre|post|before|after|baseline|start|end|initial|final|entry|exit|intake|discharge|admission|follow[^a-z0-9]*up';

/** A time point at the edge of a name or between separators: T1, time 2, wave_3, pre, followup. */
const TIME = new RegExp(
  `(?<![a-z])(?:(?:t|tp|time|wave|visit|timepoint|time[^a-z0-9]+point)[^a-z0-9]*(?<number>\\d{1,2})|(?<word>${TIME_WORDS}))(?![a-z0-9])`,
  'i',
);

/** "prfq1pre": a word that follows the number of the item at once. */
const GLUED = new RegExp(`(?<=\\d)(${TIME_WORDS}|t\\d)$`, 'i');

/** @param measure whose own name is taken out of the way first: "phq9_3" is item 3 */
export function columnWords(name: string, measure?: Measure): ColumnWords {
  const apart = name.replace(GLUED, '_$1');
  const time = TIME.exec(apart);
  const untimed = time === null ? apart : apart.replace(time[0], ' ');
  const plain = measure === undefined ? untimed : withoutName(untimed, measure);
  const found = [...plain.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const stem = (measure === undefined ? plain : untimed)
    .toLowerCase()
    .replace(/\d+/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return {
    time: time === null ? '' : time[0].trim(),
    item: found.length === 1 ? (found[0] ?? null) : null,
    stem,
  };
}

/** Whether a name has the measure's own in it. */
export function names(name: string, measure: Measure): boolean {
  return nameOf(measure).test(name);
}

function withoutName(name: string, measure: Measure): string {
  return name.replace(nameOf(measure), ' ');
}

/**
 * "PHQ-9": phq at the beginning of a word, with its 9 where another number follows. "MORS-SF" is
 * also met as MORS.
 */
function nameOf({ short, id }: Measure): RegExp {
  const [first = id, ...others] = (OTHER_NAMES[id] ?? short).toLowerCase().split(/[^a-z0-9]+/);
  const [, letters = first, digits = ''] = /^([a-z]+)(\d*)$/.exec(first) ?? [];
  const rest = others.map((part) =>
    /^\d+$/.test(part) ? `(?:[^a-z0-9]*${part}(?=[^0-9]+\\d))?` : `(?:[^a-z0-9]*${part}(?![a-z]))?`,
  );
  return new RegExp(`(?<![a-z])${letters}${digits}${rest.join('')}(?=[^a-z]|$|[a-z]?\\d)`, 'i');
}

/** Where columns are called otherwise than the measure. */
const OTHER_NAMES: Readonly<Record<string, string>> = { gbo: 'goal' };
