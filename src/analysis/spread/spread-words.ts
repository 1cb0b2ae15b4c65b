import { formatNumber } from '../../model/format.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { missingWords } from '../parts/missing-counts.ts';
import type { NumberValues } from '../parts/number-values.ts';
import { countReasons } from '../parts/reasons.ts';
import { capital, count, percentLevel } from '../parts/words.ts';
import { type Line, nameOf, quartiles } from './line.ts';

export function apaSpread(line: Line): string {
  const d = line.described;
  const name = escapeRich(nameOf(line));
  if (!d) return `${name}: no values.`;
  const mean = formatNumber(d.mean, 'mean');
  return `${name}: *M* = ${mean}, *SD* = ${formatNumber(d.sd, 'mean')}, *Mdn* = ${formatNumber(d.median, 'number')}, IQR ${quartiles(d)}, *n* = ${count(d.n)}.`;
}

/** "On average 30.97 (95 % CI 30.26 to 31.69), median 31; known for 283 of 285 people." */
export function plainSpread(line: Line, unit: string, level: number, isOnly: boolean): string {
  const d = line.described;
  const start = `${escapeRich(nameOf(line))}: `;
  const begin = (words: string) => (isOnly ? capital(words) : start + words);
  if (!d) return begin(`no values for ${count(line.rows)} ${unit}.`);
  const bounds = d.ci_mean
    ? ` (${percentLevel(level)} CI ${formatNumber(d.ci_mean[0], 'mean')} to ${formatNumber(d.ci_mean[1], 'mean')})`
    : '';
  const middle = formatNumber(d.median, 'number');
  return begin(
    `on average ${formatNumber(d.mean, 'mean')}${bounds}, median ${middle}; known for ${count(d.n)} of ${count(line.rows)} ${unit}.`,
  );
}

export function spreadNotes(
  variables: readonly NumberValues[],
  groups: Levels | null,
  view: View,
): Note[] {
  const notes = variables.flatMap((variable): Note[] => {
    const words = missingWords(countReasons(variable.reasons));
    const of = `of ${count(view.rows.length)} ${view.unit}`;
    return words
      ? [{ kind: 'note', text: escapeRich(`${variable.variable.label}: ${words} ${of}.`) }]
      : [];
  });
  const ungrouped = groups ? missingWords(groups.missing) : '';
  if (groups && ungrouped) {
    notes.push({
      kind: 'note',
      text: escapeRich(`${groups.variable.label}: ${ungrouped}; not in any line.`),
    });
  }
  return notes;
}
