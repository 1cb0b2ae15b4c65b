import { formatNumber, formatP } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import { apaInterval, apaList, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import type { OutcomeLine } from '../parts/batch.ts';
import { completeRows } from '../parts/complete-rows.ts';
import type { Outcome } from '../parts/outcomes.ts';
import { type Bounds, quantity } from '../parts/quantity.ts';
import { count } from '../parts/words.ts';
import { type Correlation, correlation } from '../statistics/correlation.ts';

export const COEFFICIENTS = {
  pearson: 'Pearson’s r',
  spearman: 'Spearman’s ρ',
  kendall: 'Kendall’s τ-b',
} as const;

export type Coefficient = keyof typeof COEFFICIENTS;

export const COEFFICIENT_SYMBOL = { pearson: '*r*', spearman: '*r*~s~', kendall: 'τ~b~' } as const;

/** Whose standard error Fisher's z has. */
const INTERVAL = {
  pearson: 'Fisher’s z',
  spearman: 'Fisher’s z, Bonett and Wright (2000)',
  kendall: 'Fisher’s z, Fieller, Hartley and Pearson (1957)',
} as const;

export interface AssociationLine extends OutcomeLine {
  x: readonly number[];
  y: readonly number[];
  value: number | null;
  ci: Bounds | null;
}

/** Two variables: all three coefficients, the chosen one first. */
export function associationLine(
  [x, y]: readonly [Outcome, Outcome],
  label: string,
  { level, primary }: { level: number; primary: Coefficient },
): AssociationLine {
  const { rows, reasons } = completeRows([x, y]);
  const [a, b] = [rows.map(([first = 0]) => first), rows.map(([, second = 0]) => second)];
  const { value: test, refused } = attempt(() => correlation(a, b, level));
  const all = test ? coefficientsOf(test) : null;
  const chosen = all?.[primary] ?? { value: null, p: null, ci: null };
  const why = { refused };
  const key = (test: Coefficient) => (test === primary ? 'p' : `p-${test}`);
  return {
    x: a,
    y: b,
    value: chosen.value,
    ci: chosen.ci,
    label,
    reasons,
    n: rows.length,
    p: chosen.p,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', rows.length, 'count'),
      ...(Object.keys(COEFFICIENTS) as Coefficient[]).flatMap((each) => {
        const { value = null, p = null, ci = null } = all?.[each] ?? {};
        return [
          quantity(each, COEFFICIENTS[each], COEFFICIENT_SYMBOL[each], value, 'correlation', {
            ci,
            by: INTERVAL[each],
            ...why,
          }),
          quantity(key(each), `p of ${COEFFICIENTS[each]}`, '*p*', p, 'p', why),
        ];
      }),
    ],
    apa: apaList(
      test && primary === 'pearson'
        ? `*r*(${test.pearson.df}) = ${formatNumber(test.pearson.r, 'correlation')}`
        : apaValue(COEFFICIENT_SYMBOL[primary], chosen.value, 'correlation'),
      apaInterval(chosen.ci, 'correlation', level),
      chosen.p !== null && formatP(chosen.p),
      `*n* = ${count(rows.length)}`,
    ),
    plain: plainOf(x.label, y.label, chosen, rows.length),
    notes: [],
  };
}

interface Shown {
  value: number | null;
  p: number | null;
  ci: Bounds | null;
}

function coefficientsOf({ pearson, spearman, kendall }: Correlation): Record<Coefficient, Shown> {
  return {
    pearson: { value: pearson.r, p: pearson.p, ci: pearson.ci_fisher_z },
    spearman: {
      value: spearman.rho,
      p: spearman.p_exact ?? spearman.p_t_approx,
      ci: spearman.ci_bonett_wright,
    },
    kendall: {
      value: kendall.tau_b,
      p: kendall.p_exact ?? kendall.p_no_cc,
      ci: kendall.ci_fieller,
    },
  };
}

/** Below this p a sentence says that two variables go together; a convention. */
const CLEAR = 0.05;

function plainOf(x: string, y: string, { value, p }: Shown, n: number): string {
  const [a, b] = [escapeRich(x), escapeRich(y)];
  const size = `correlation ${formatNumber(value, 'correlation')}${p === null ? '' : `, ${formatP(p)}`}, *n* = ${count(n)}`;
  if (value === null || p === null || p >= CLEAR)
    return `${a} and ${b} were not clearly related (${size}).`;
  return `Higher ${a} went with ${value > 0 ? 'higher' : 'lower'} ${b} (${size}).`;
}
