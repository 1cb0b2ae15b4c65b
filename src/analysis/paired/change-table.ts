import { formatBounds, formatNumber } from '../../model/format.ts';
import type { Cell, ResultTable, TableColumn } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { countPercentCell } from '../parts/percent.ts';
import { count, percentLevel } from '../parts/words.ts';
import type { Change } from './change.ts';
import type { SentenceSettings } from './change-sentences.ts';
import { EFFECT_SIZE, type EffectSizeKind } from './effect-size.ts';
import { type PairTimes, sharedTimes, timeHeading } from './pair-times.ts';
import type { PairedScores } from './paired-scores.ts';
import type { Better } from './score-facts.ts';

export interface TableSettings extends SentenceSettings {
  effect: EffectSizeKind;
}

/** One line a measure, as a journal prints paired results. */
export function changeTable(changes: readonly Change[], settings: TableSettings): ResultTable {
  const times = sharedTimes(changes.map(({ scores }) => scores));
  const ci = `[${percentLevel(settings.level)} CI]`;
  const symbol = changes[0]?.effect.symbol ?? '*d*';
  const adjusted = settings.adjustment !== '';
  return {
    id: 'change',
    title: `Change from ${escapeRich(times.before)} to ${escapeRich(times.after)}`,
    columns: [
      { key: 'measure', header: 'Measure', align: 'left', format: 'text' },
      number('eligible', '*n* eligible', 'count'),
      number('paired', '*n* paired (%)', 'text'),
      number('before', `${timeHeading(times.before)} *M* (*SD*)`, 'text'),
      number('after', `${timeHeading(times.after)} *M* (*SD*)`, 'text'),
      number('change', `Mean change ${ci}`, 'text'),
      number('t', '*t*(*df*)', 'text'),
      number('p', '*p*', 'p'),
      ...(adjusted ? [number('p-adjusted', `*p*~${settings.adjustment}~`, 'p')] : []),
      number('d', `${symbol} ${ci}`, 'text'),
      number('wilcoxon', 'Wilcoxon *p*', 'p'),
    ],
    rows: changes.map((change) => ({ cells: cells(change, adjusted) })),
    notes: notes(changes, settings, times),
  };
}

function cells(change: Change, adjusted: boolean): Cell[] {
  const { scores, t, effect } = change;
  const { mean } = change.change;
  return [
    { value: measureName(scores) },
    { value: scores.eligible },
    countPercentCell(change.n, scores.eligible),
    { value: change.before.mean, text: meanAndSd(change.before) },
    { value: change.after.mean, text: meanAndSd(change.after) },
    { value: mean, text: withBounds(mean, t?.ci ?? [null, null], 'mean') },
    t
      ? { value: t.t, text: `${formatNumber(t.t, 'statistic')}(${t.df})` }
      : { value: null, text: '–' },
    { value: t?.p ?? null },
    ...(adjusted ? [{ value: change.adjusted }] : []),
    {
      value: effect.value,
      text: withBounds(
        effect.value,
        effect.ci ? [effect.ci.low, effect.ci.high] : [null, null],
        'statistic',
      ),
    },
    { value: change.wilcoxonP },
  ];
}

/** "Warmth (0–35, higher better)" */
export function measureName({ label, range, better }: PairedScores): string {
  const facts = [range, direction(better)].filter((words) => words !== '');
  return facts.length > 0 ? `${label} (${facts.join(', ')})` : label;
}

function direction(better: Better): string {
  if (better === null) return '';
  return better === 'neither' ? 'neither end better' : `${better} better`;
}

export function meanAndSd({ mean, sd }: Change['before']): string {
  if (mean === null) return '–';
  return sd === null
    ? formatNumber(mean, 'mean')
    : `${formatNumber(mean, 'mean')} (${formatNumber(sd, 'mean')})`;
}

function withBounds(
  value: number | null,
  [low, high]: readonly [number | null, number | null],
  format: 'mean' | 'statistic',
): string {
  if (value === null) return '–';
  const text = formatNumber(value, format);
  return low === null || high === null ? text : `${text} ${formatBounds(low, high, format)}`;
}

function notes(changes: readonly Change[], settings: TableSettings, times: PairTimes): string[] {
  const symbol = changes[0]?.effect.symbol ?? '*d*';
  const adjusted = settings.adjustment;
  const primary = settings.primary === 't' ? 'the paired *t*-test' : 'Wilcoxon’s signed-rank test';
  const unpaired = changes.filter((change) => change.t === null);
  return [
    `Change = ${escapeRich(times.after)} − ${escapeRich(times.before)} on the same ${settings.unit}; means and standard deviations are those of the pairs. ${symbol}: mean change divided by ${EFFECT_SIZE[settings.effect].standardiser}. Primary test: ${primary}.`,
    ...(adjusted === ''
      ? []
      : [
          `*p*~${adjusted}~: *p* of the primary test, adjusted for ${count(changes.length)} tests.`,
        ]),
    ...unpaired.map(
      (change) => `${escapeRich(change.scores.label)}: no *t*-test, ${change.refused}.`,
    ),
    'No comparison group: this is change, and its cause is not known.',
  ];
}

/** Who has which score: the missing pairs of each measure. */
export function pairsTable(changes: readonly Change[], unit: string): ResultTable {
  const times = sharedTimes(changes.map(({ scores }) => scores));
  return {
    id: 'pairs',
    title: 'Pairs',
    columns: [
      { key: 'measure', header: 'Measure', align: 'left', format: 'text' },
      number('eligible', 'Eligible', 'count'),
      number('both', 'Both', 'text'),
      number('before-only', `${timeHeading(times.before)} only`, 'text'),
      number('after-only', `${timeHeading(times.after)} only`, 'text'),
      number('neither', 'Neither', 'text'),
    ],
    rows: changes.map(({ scores, n }) => ({
      cells: [
        { value: scores.label },
        { value: scores.eligible },
        ...[n, scores.beforeOnly, scores.afterOnly, scores.neither].map((k) =>
          countPercentCell(k, scores.eligible),
        ),
      ],
    })),
    notes: [`*n* (%) of the eligible ${unit}.`],
  };
}

function number(key: string, header: string, format: TableColumn['format']): TableColumn {
  return { key, header, align: 'right', format };
}
