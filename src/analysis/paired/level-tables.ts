import { formatNumber } from '../../model/format.ts';
import type { Cell, ResultTable, TableColumn } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { countPercentCell, percentCell } from '../parts/percent.ts';
import { capital } from '../parts/words.ts';
import type { Spread } from './change.ts';
import type { LevelChange } from './level-change.ts';
import { atTime, timeHeading } from './pair-times.ts';
import { directionWords } from './score-facts.ts';
import type { Transition } from './transition.ts';

/** Medians, Wilcoxon's test and who got better, in one line. */
export function rankTable({ change, outcomes }: LevelChange, unit: string): ResultTable {
  const { scores, ranks, n } = change;
  const { before, after } = scores.times;
  const tested = ranks.n_used > 0;
  return {
    id: 'change',
    title: `Change from ${escapeRich(before)} to ${escapeRich(after)}`,
    columns: [
      { key: 'measure', header: 'Measure', align: 'left', format: 'text' },
      number('paired', 'Pairs of eligible (%)', 'text'),
      number('before', `${timeHeading(before)} *Mdn* (IQR)`, 'text'),
      number('after', `${timeHeading(after)} *Mdn* (IQR)`, 'text'),
      number('w', '*W*~+~', 'number'),
      number('z', '*z*', 'statistic'),
      number('p', '*p*', 'p'),
      number('r', '*r*~rb~', 'correlation'),
      ...outcomes.map(({ key, label }) => number(key, `${label} *n* (%)`, 'text')),
    ],
    rows: [
      {
        cells: [
          { value: scores.label },
          pairsCell(n, scores.eligible),
          { value: change.before.median, text: medianIqr(change.before) },
          { value: change.after.median, text: medianIqr(change.after) },
          { value: tested ? ranks.W_plus : null },
          { value: ranks.z_no_cc },
          { value: change.wilcoxonP },
          { value: ranks.rank_biserial_matched },
          ...outcomes.map((outcome) => countPercentCell(outcome.n, n)),
        ],
      },
    ],
    notes: [
      `${capital(directionWords(scores.better))}. Same ${unit} at both times. *p*: ${change.wilcoxonMethod}; ${ranks.n_zero} without change left out of the test. *r*~rb~: matched rank-biserial correlation, positive where ${escapeRich(after)} is higher. IQR: type 7.`,
      'No comparison group: this is change, and its cause is not known.',
    ],
  };
}

/** Each level at both times. */
export function levelsTable(
  transition: Transition,
  { change }: LevelChange,
  unit: string,
): ResultTable {
  const { before, after } = change.scores.times;
  return {
    id: 'levels',
    title: `${change.scores.label} ${atTime(before)} and ${after}`,
    columns: [
      { key: 'level', header: escapeRich(change.scores.label), align: 'left', format: 'text' },
      number('before', `${timeHeading(before)} *n* (%)`, 'text'),
      number('after', `${timeHeading(after)} *n* (%)`, 'text'),
    ],
    rows: transition.levels.map((label, i) => ({
      cells: [
        { value: label },
        countPercentCell(transition.before[i] ?? 0, change.n),
        countPercentCell(transition.after[i] ?? 0, change.n),
      ],
    })),
    notes: [`Of the ${formatNumber(change.n, 'count')} ${unit} with both scores.`],
  };
}

/** Level before (rows) by level after (columns). */
export function transitionTable(
  transition: Transition,
  { change }: LevelChange,
  unit: string,
): ResultTable {
  const { before, after } = change.scores.times;
  return {
    id: 'transition',
    title: `${change.scores.label}: from ${before} to ${after}`,
    columns: [
      { key: 'from', header: timeHeading(before), align: 'left', format: 'text' },
      ...transition.levels.map((label, j) => ({
        ...number(`to-${j + 1}`, escapeRich(label), 'count'),
        spanner: timeHeading(after),
      })),
      number('total', 'Total', 'count'),
    ],
    rows: [
      ...transition.levels.map((label, i) => ({
        cells: [
          { value: label },
          ...(transition.counts[i] ?? []).map((value) => ({ value })),
          { value: transition.before[i] ?? 0 },
        ],
      })),
      {
        role: 'total' as const,
        cells: [
          { value: 'Total' },
          ...transition.after.map((value) => ({ value })),
          { value: change.n },
        ],
      },
    ],
    notes: [`Numbers of ${unit} with both scores. The diagonal did not change.`],
  };
}

/** "85 of 114 (74.6)" */
function pairsCell(n: number, eligible: number): Cell {
  const text = `${formatNumber(n, 'count')} of ${formatNumber(eligible, 'count')}`;
  return { value: n, text: eligible > 0 ? `${text} (${percentCell(n, eligible).text})` : text };
}

function medianIqr({ median, q1, q3 }: Spread): string {
  if (median === null) return '–';
  return `${formatNumber(median, 'number')} (${formatNumber(q1, 'number')}–${formatNumber(q3, 'number')})`;
}

function number(key: string, header: string, format: TableColumn['format']): TableColumn {
  return { key, header, align: 'right', format };
}
