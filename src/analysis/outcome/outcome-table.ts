import { formatNumber } from '../../model/format.ts';
import type { Cell, ResultTable, TableColumn } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { meanAndSd, measureName } from '../paired/change-table.ts';
import { EFFECT_SIZE } from '../paired/effect-size.ts';
import { type PairTimes, sharedTimes, timeHeading } from '../paired/pair-times.ts';
import { countPercentCell, percentOf } from '../parts/percent.ts';
import { withBounds } from '../parts/quantity.ts';
import { ADJUSTMENT } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import type { OutcomeLine, OutcomeSettings } from './outcome-line.ts';
import { cutoffWords, type Reliable } from './reliable.ts';
import { sharedNotes } from './shared-notes.ts';

/** The table that an evaluation prints: pairs, means of the pairs, change, tests, and what it is worth. */
export function outcomeTable(
  lines: readonly OutcomeLine[],
  settings: OutcomeSettings,
  unit: string,
): ResultTable {
  const { before, after } = sharedTimes(lines.map(({ score }) => score.scores));
  const ci = `[${percentLevel(settings.level)} CI]`;
  const symbol = lines[0]?.change.effect.symbol ?? '*d*';
  return {
    id: 'change',
    title: `Change in ${measuresIn(lines)} from ${escapeRich(before)} to ${escapeRich(after)}`,
    columns: [
      { key: 'measure', header: 'Measure', align: 'left', format: 'text' },
      column('eligible', '*n* eligible', 'count'),
      column('paired', '*n* paired (%)', 'text'),
      column('before', `${timeHeading(before)} *M* (*SD*)`, 'text'),
      column('after', `${timeHeading(after)} *M* (*SD*)`, 'text'),
      column('change', `Mean change ${ci}`, 'text'),
      column('t', '*t*(*df*)', 'text'),
      column('p', '*p*', 'p'),
      column('p-adjusted', '*p* adj', 'p'),
      column('d', `${symbol} ${ci}`, 'text'),
      column('wilcoxon', 'Wilcoxon *p*', 'p'),
      column('reliable', 'Reliably improved / no change / deteriorated *n* (%)', 'text'),
      column('crossed', 'Crossed cut-off *n*', 'text'),
    ],
    rows: lines.map((line) => ({ cells: cellsOf(line) })),
    notes: notesOf(lines, settings, unit, { before, after }),
  };
}

/** "MORS-SF scores"; of several measures "scores". */
function measuresIn(lines: readonly OutcomeLine[]): string {
  const names = new Set(lines.map(({ score }) => score.facts.short));
  const [only] = names;
  return names.size === 1 && only !== undefined ? `${escapeRich(only)} scores` : 'scores';
}

function cellsOf({ score, change, reliable }: OutcomeLine): Cell[] {
  const { scores } = score;
  const { t, effect, n } = change;
  const { mean } = change.change;
  return [
    { value: measureName(scores) },
    { value: scores.eligible },
    countPercentCell(n, scores.eligible),
    { value: change.before.mean, text: meanAndSd(change.before) },
    { value: change.after.mean, text: meanAndSd(change.after) },
    {
      value: mean,
      text: mean === null ? '–' : withBounds(mean, t?.ci ?? [null, null], 'mean'),
    },
    t
      ? { value: t.t, text: `${formatNumber(t.t, 'statistic')}(${t.df})` }
      : { value: null, text: '–' },
    { value: t?.p ?? null },
    { value: change.adjusted },
    {
      value: effect.value,
      text:
        effect.value === null
          ? '–'
          : withBounds(
              effect.value,
              [effect.ci?.low ?? null, effect.ci?.high ?? null],
              'statistic',
            ),
    },
    { value: change.wilcoxonP },
    reliableCell(reliable),
    crossedCell(reliable),
  ];
}

/** "12 (16) / 60 (79) / 4 (5)" */
function reliableCell({ classes, improved, same, worse }: Reliable): Cell {
  const n = classes.length;
  if (n === 0) return { value: null, text: '–' };
  const parts = [improved, same, worse].map(
    (each) => `${count(each)} (${(percentOf(each, n) ?? 0).toFixed(0)})`,
  );
  return { value: improved, text: parts.join(' / ') };
}

/** "9 of 31": of those on the side of concern before. */
function crossedCell({ cutoff }: Reliable): Cell {
  if (cutoff === null) return { value: null, text: '–' };
  return {
    value: cutoff.crossedOut,
    text: `${count(cutoff.crossedOut)} of ${count(cutoff.concernBefore)}`,
  };
}

function notesOf(
  lines: readonly OutcomeLine[],
  settings: OutcomeSettings,
  unit: string,
  { before, after }: PairTimes,
): string[] {
  const name = ({ score }: OutcomeLine) => escapeRich(score.scores.label);
  const symbol = lines[0]?.change.effect.symbol ?? '*d*';
  const tests = lines.filter(({ change }) => change.t !== null).length;
  const { adjustment } = settings;
  return [
    `Change = ${escapeRich(after)} − ${escapeRich(before)} on the same ${unit}; means and standard deviations are those of the pairs. ${symbol}: mean change divided by ${EFFECT_SIZE[settings.effect].standardiser}.`,
    adjustment === null
      ? '*p* adj: not asked for.'
      : `*p* adj: ${ADJUSTMENT[adjustment]}, over ${count(tests)} ${tests === 1 ? 'test' : 'tests'}.`,
    ...lines.flatMap((line) =>
      line.change.t === null ? [`${name(line)}: no *t*-test, ${line.change.refused}.`] : [],
    ),
    ...sharedNotes(lines.map((line) => ({ label: name(line), text: reliableNote(line.reliable) }))),
    'No comparison group: this is change, and its cause is not known.',
  ];
}

/** "reliable from 6 points on (source); cut-off 10 or above (caseness), 3 crossed the other way." */
function reliableNote({ points, basis, classes, cutoff }: Reliable): string {
  const words =
    points === null || classes.length === 0
      ? `no reliable change, ${basis}`
      : `change is reliable from ${formatNumber(points, 'number')} points on (${sourceOf(basis)})`;
  if (cutoff === null) return `${words}.`;
  return `${words}; cut-off ${cutoffWords(cutoff)} (${cutoff.label}), counted of those there before; ${count(cutoff.crossedIn)} crossed the other way.`;
}

function sourceOf(basis: string): string {
  return escapeRich(basis.replace(/\.$/, ''));
}

function column(key: string, header: string, format: TableColumn['format']): TableColumn {
  return { key, header, align: 'right', format };
}
