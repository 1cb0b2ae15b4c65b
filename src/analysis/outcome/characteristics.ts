import { variableNamed } from '../../model/frame.ts';
import type { DataView as View } from '../analysis.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { meanAndSd } from '../paired/change-table.ts';
import { attempt } from '../parts/attempt.ts';
import { levelsOf } from '../parts/levels.ts';
import { numberValues } from '../parts/number-values.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { countPercentCell } from '../parts/percent.ts';
import { crosstab } from '../statistics/crosstab.ts';
import { tIndependent } from '../statistics/t-independent.ts';
import type { AttritionGroups } from './attrition-groups.ts';

/** One line of a comparison of two groups. */
export interface Characteristic {
  key: string;
  label: string;
  /** As written: "2.85 (1.02)", "40 (53)". */
  paired: string;
  only: string;
  missing: number | null;
  smd: number | null;
  ci: readonly [number, number] | null;
  test: {
    key: string;
    name: string;
    symbol: string;
    value: number | null;
    df: number | null;
  } | null;
  /** Absent where the line has no test of its own. */
  p?: number | null;
  isHeading: boolean;
  isLevel: boolean;
}

/** Means with Welch's t, and shares with χ² or Fisher's test: one line a number, several a category. */
export function characteristics(
  view: View,
  groups: AttritionGroups,
  names: readonly string[],
): Characteristic[] {
  return names.flatMap((name) => {
    const { kind, values } = variableNamed(view.frame, name);
    const isNumber = kind === 'decimal' || (kind === 'integer' && values.length === 0);
    return isNumber ? [ofNumbers(view, groups, name)] : ofLevels(view, groups, name);
  });
}

function ofNumbers(view: View, groups: AttritionGroups, name: string): Characteristic {
  const { variable, values, reasons } = numberValues(view, name);
  const here = (places: readonly number[]) =>
    places.filter((i) => reasons.codes[i] === 0).map((i) => values[i] as number);
  const [x, y] = [here(groups.paired), here(groups.only)];
  const { value: both } = attempt(() => tIndependent(x, y));
  const welch = both && !('refused' in both.welch) ? both.welch : null;
  const smd = both?.d_average_variance ?? null;
  return {
    key: name,
    label: plainLabel(variable),
    paired: meanSdOf(x),
    only: meanSdOf(y),
    missing: groups.paired.length + groups.only.length - x.length - y.length,
    smd,
    ci: smd === null ? null : boundsOf(smd, x.length, y.length),
    test: {
      key: 't',
      name: 'Welch’s t',
      symbol: '*t*',
      value: welch?.t ?? null,
      df: welch?.df ?? null,
    },
    p: welch?.p ?? null,
    isHeading: false,
    isLevel: false,
  };
}

function ofLevels(view: View, groups: AttritionGroups, name: string): Characteristic[] {
  const levels = levelsOf(view, name, 'characteristics');
  const codes = levels.codes();
  const counted = (places: readonly number[]) =>
    levels.labels.map((_, level) => places.filter((i) => codes[i] === level).length);
  const [a, b] = [counted(groups.paired), counted(groups.only)];
  const used = levels.labels.map((_, i) => i).filter((i) => (a[i] ?? 0) + (b[i] ?? 0) > 0);
  const [n1, n2] = [total(a), total(b)];
  const table = [used.map((i) => a[i] ?? 0), used.map((i) => b[i] ?? 0)];
  const { value: tested } = attempt(() => crosstab(table));
  const isSmall = (tested?.cells_expected_lt5 ?? 0) > 0;
  const fisher = tested && !('refused' in tested.fisher) ? tested.fisher.p_two_sided : null;
  const label = plainLabel(levels.variable);
  const missing = groups.paired.length + groups.only.length - n1 - n2;
  const head: Characteristic = {
    key: name,
    label,
    paired: '',
    only: '',
    missing,
    smd: null,
    ci: null,
    test: null,
    p: (isSmall ? fisher : null) ?? tested?.pearson.p ?? null,
    isHeading: true,
    isLevel: false,
  };
  return [
    head,
    ...used.map((i): Characteristic => {
      const [k1, k2] = [a[i] ?? 0, b[i] ?? 0];
      const smd = shareDifference(k1 / n1, k2 / n2);
      return {
        key: `${name}=${levels.labels[i]}`,
        label: `${label}: ${levels.labels[i]}`,
        paired: countPercentCell(k1, n1).text ?? '',
        only: countPercentCell(k2, n2).text ?? '',
        missing: null,
        smd,
        ci: smd === null ? null : boundsOf(smd, n1, n2),
        test: null,
        isHeading: false,
        isLevel: true,
      };
    }),
  ];
}

function shareDifference(p: number, q: number): number | null {
  const spread = Math.sqrt((p * (1 - p) + q * (1 - q)) / 2);
  return spread > 0 ? (p - q) / spread : null;
}

/** Large-sample interval: var = (n₁ + n₂)/(n₁n₂) + d²/2(n₁ + n₂) (Hedges & Olkin 1985). */
function boundsOf(d: number, n1: number, n2: number): readonly [number, number] {
  const half = normalQuantile(0.975) * Math.sqrt((n1 + n2) / (n1 * n2) + (d * d) / (2 * (n1 + n2)));
  return [d - half, d + half];
}

function meanSdOf(values: readonly number[]): string {
  if (values.length === 0) return '–';
  return meanAndSd({
    mean: mean(values),
    sd: standardDeviation(values),
    median: null,
    q1: null,
    q3: null,
  });
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, n) => sum + n, 0);
}
