import { formatNumber } from '../../model/format.ts';
import { variableNamed } from '../../model/frame.ts';
import type { Cell } from '../../model/result.ts';
import type { DataView as View } from '../analysis.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { quantile } from '../numeric/quantile.ts';
import { attempt } from '../parts/attempt.ts';
import { levelsOf } from '../parts/levels.ts';
import { numberValues } from '../parts/number-values.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { countPercentCell } from '../parts/percent.ts';
import type { Reasons } from '../parts/reasons.ts';
import { anovaOneway } from '../statistics/anova-oneway.ts';
import { crosstab } from '../statistics/crosstab.ts';
import { kruskalWallis } from '../statistics/kruskal-wallis.ts';
import type { RowGroups } from './row-groups.ts';
import { categorySmd, largestSmd, numberSmd } from './smd.ts';

/** One variable in a table of characteristics: its own line, and one for each of its categories. */
export interface Characteristic {
  name: string;
  /** What its cells hold, with markup: "*M* (*SD*)". */
  statistic: string;
  /** Cells of everybody, then of each group; empty where the categories have their own lines. */
  cells: readonly Cell[];
  levels: readonly { label: string; cells: readonly Cell[] }[];
  /** Values missing in everybody, then in each group. */
  missing: readonly number[];
  smd: number | null;
  p: number | null;
  refused: string;
  test: string;
  reasons: Reasons;
}

export function characteristicOf(
  view: View,
  name: string,
  groups: RowGroups,
  shown: { numbers: 'mean' | 'median'; p: boolean },
): Characteristic {
  const { kind } = variableNamed(view.frame, name);
  return kind === 'integer' || kind === 'decimal'
    ? numberCharacteristic(view, name, groups, shown)
    : categoryCharacteristic(view, name, groups, shown.p);
}

function numberCharacteristic(
  view: View,
  name: string,
  groups: RowGroups,
  { numbers, p }: { numbers: 'mean' | 'median'; p: boolean },
): Characteristic {
  const { variable, values, reasons } = numberValues(view, name);
  const known = (places: Iterable<number>): number[] => {
    const list: number[] = [];
    for (const i of places) if (reasons.codes[i] === 0) list.push(values[i] as number);
    return list;
  };
  const all = known(values.keys());
  const each = groups.members.map(known);
  const words = numbers === 'mean' ? meanWords : medianWords;
  const filled = each.filter((list) => list.length > 0);
  const testOf = numbers === 'mean' ? welchP : rankP;
  const test =
    p && filled.length > 1
      ? attempt(() => testOf(filled))
      : { value: null, refused: 'a test needs two groups with values' };
  return {
    name: plainLabel(variable),
    statistic: numbers === 'mean' ? '*M* (*SD*)' : '*Mdn* (IQR)',
    cells: [all, ...each].map(words),
    levels: [],
    missing: [view.rows.length, ...groups.sizes].map(
      (size, k) => size - ([all, ...each][k]?.length ?? 0),
    ),
    smd: largestSmd(groups.withAll ? [all, ...each] : each, numberSmd),
    p: test.value,
    refused:
      test.refused || (test.value === null ? 'the values do not vary within the groups' : ''),
    test: numbers === 'mean' ? 'Welch’s test' : 'Kruskal–Wallis test',
    reasons,
  };
}

function categoryCharacteristic(
  view: View,
  name: string,
  groups: RowGroups,
  p: boolean,
): Characteristic {
  const levels = levelsOf(view, name, 'variables');
  const codes = levels.codes();
  const each = groups.members.map((places) => {
    const counts = levels.labels.map(() => 0);
    for (const i of places) {
      const code = codes[i] as number;
      if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  });
  const columns = [levels.counts, ...each];
  const totals = columns.map((counts) => counts.reduce((a, b) => a + b, 0));
  const used = levels.labels.flatMap((_, k) => ((levels.counts[k] ?? 0) > 0 ? [k] : []));
  const table = used
    .map((k) => each.map((counts) => counts[k] ?? 0))
    .filter((row) => row.some((n) => n > 0));
  const columnsUsed = each.flatMap((_, j) => (table.some((row) => (row[j] ?? 0) > 0) ? [j] : []));
  const squeezed = table.map((row) => columnsUsed.map((j) => row[j] ?? 0));
  const testable = p && squeezed.length > 1 && columnsUsed.length > 1;
  const test = testable
    ? attempt(() => crosstab(squeezed).pearson.p)
    : { value: null, refused: 'a test needs at least two categories and two groups with values' };
  return {
    name: plainLabel(levels.variable),
    statistic: '*n* (%)',
    cells: [],
    levels: used.map((k) => ({
      label: levels.labels[k] ?? '',
      cells: columns.map((counts, j) => countPercentCell(counts[k] ?? 0, totals[j] ?? 0)),
    })),
    missing: [view.rows.length, ...groups.sizes].map((size, j) => size - (totals[j] ?? 0)),
    smd: largestSmd(groups.withAll ? columns : each, categorySmd),
    p: test.value,
    refused: test.refused || (test.value === null ? 'a category is empty' : ''),
    test: 'χ² test',
    reasons: levels.reasons,
  };
}

function welchP(groups: readonly number[][]): number | null {
  return anovaOneway(groups).welch.p;
}

function rankP(groups: readonly number[][]): number | null {
  return kruskalWallis(groups).p;
}

function meanWords(values: readonly number[]): Cell {
  if (values.length === 0) return { value: null };
  const [m, sd] = [mean(values), standardDeviation(values)];
  const text = formatNumber(m, 'mean');
  return { value: m, text: sd === null ? text : `${text} (${formatNumber(sd, 'mean')})` };
}

function medianWords(values: readonly number[]): Cell {
  if (values.length === 0) return { value: null };
  const sorted = Array.from(Float64Array.from(values).sort());
  const [lower, middle, upper] = [0.25, 0.5, 0.75].map((p) => quantile(sorted, p));
  return {
    value: middle ?? null,
    text: `${formatNumber(middle ?? null, 'number')} (${formatNumber(lower ?? null, 'number')}–${formatNumber(upper ?? null, 'number')})`,
  };
}
