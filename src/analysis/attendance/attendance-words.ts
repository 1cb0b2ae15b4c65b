import { formatNumber } from '../../model/format.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { percentFormat, shareWords } from '../parts/percent.ts';
import { count, percentLevel } from '../parts/words.ts';
import type { AttendanceLine } from './attendance-line.ts';

/** What became of all appointments, in one sentence or three. */
export function attendanceSentence(
  { counts, rate }: AttendanceLine,
  unit: string,
  level: number,
): string {
  const made = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const attended = `${shareWords(counts.attended, made, escapeRich(unit))} were attended.`;
  const cancelled = `Cancelled by patients: ${count(counts.patient)}; by the provider: ${count(counts.provider)}.`;
  if (rate === null) return `${attended} ${cancelled}`;
  const format = percentFormat(rate.of);
  const bounds = `${percentLevel(level)} CI ${formatNumber(rate.low, format)} to ${formatNumber(rate.high, format)}`;
  return `${attended} Of ${count(rate.of)} that were attended or missed, ${count(rate.missed)} were missed: a DNA rate of ${formatNumber(rate.percent, format)} (${bounds}). ${cancelled}`;
}

/** Says which statuses are in no rate, and how many appointments have them. */
export function otherNote(statuses: readonly string[], n: number, unit: string): Note[] {
  if (n === 0) return [];
  return [
    {
      kind: 'caution',
      text: escapeRich(
        `${count(n)} ${unit} have a status that no option names, and are in no rate: ${statuses.slice(0, 8).join(', ')}.`,
      ),
    },
  ];
}
