import { defined } from '../numeric/defined.ts';
import { fQuantile, fUpperTail } from '../numeric/f-distribution.ts';
import { mean, sumOfSquares } from '../numeric/moments.ts';
import { sum } from '../numeric/sum.ts';
import { notComputable } from './read-input.ts';
import { columnOf, type ScoreRows } from './score-rows.ts';

export interface IccForm {
  /** This and its bounds are null where the mean of all would be infinitely unreliable. */
  icc: number | null;
  /** Null where nothing is left over (F is infinite). */
  F: number | null;
  df1: number;
  df2: number;
  p: number;
  lo: number | null;
  hi: number | null;
}

/** One-way, two-way random and two-way mixed; of one rating, and (k) of the mean of all. */
export interface Icc {
  n: number;
  k: number;
  ICC1: IccForm;
  ICC2: IccForm;
  ICC3: IccForm;
  ICC1k: IccForm;
  ICC2k: IccForm;
  ICC3k: IccForm;
}

interface MeanSquares {
  n: number;
  k: number;
  between: number;
  within: number;
  raters: number;
  error: number;
  level: number;
}

/** What is this small beside the variation between people is rounding. */
const NOTHING = 1e-28;

/**
 * Intraclass correlations (Shrout & Fleiss, Psychological Bulletin 86, 1979; the interval of ICC2 by
 * McGraw & Wong, Psychological Methods 1, 1996) of the people without a missing rating.
 * @param scores people × raters
 * @throws Refusal `not-computable` for fewer than two people or raters, and when people do not differ
 */
export function icc({ rows, width: k }: ScoreRows, level = 0.95): Icc {
  const n = rows.length;
  if (n < 2 || k < 2) {
    throw notComputable(
      'Intraclass correlation',
      `at least 2 people with all of at least 2 ratings are required, and there are ${n} with ${k}.`,
    );
  }
  const all = rows.flat();
  const centre = mean(all);
  const byPerson =
    k *
    sumOfSquares(
      rows.map((row) => mean(row)),
      centre,
    );
  const byRater = n * sumOfSquares(rows[0]?.map((_, j) => mean(columnOf(rows, j))) ?? [], centre);
  const inside = sum(rows.map((row) => sumOfSquares(row)));
  const total = sumOfSquares(all, centre);
  if (!(total > 0)) throw notComputable('Intraclass correlation', 'the ratings do not vary.');
  const clean = (value: number) => (value > NOTHING * total ? value : 0);
  const residuals = rows.map((row) => {
    const own = mean(row);
    return sum(row.map((value, j) => (value - own - (mean(columnOf(rows, j)) - centre)) ** 2));
  });
  const squares: MeanSquares = {
    n,
    k,
    between: clean(byPerson) / (n - 1),
    within: clean(inside) / (n * (k - 1)),
    raters: clean(byRater) / (k - 1),
    error: clean(sum(residuals)) / ((n - 1) * (k - 1)),
    level,
  };
  if (squares.between + squares.error === 0) {
    throw notComputable('Intraclass correlation', 'the people do not differ.');
  }
  const [one, two, three] = [oneWay(squares), random(squares), mixed(squares)];
  const average = (form: IccForm): IccForm => ({
    ...form,
    icc: steppedUp(form.icc, k),
    lo: steppedUp(form.lo, k),
    hi: steppedUp(form.hi, k),
  });
  return {
    n,
    k,
    ICC1: one,
    ICC2: two,
    ICC3: three,
    ICC1k: average(one),
    ICC2k: average(two),
    ICC3k: average(three),
  };
}

/** Spearman and Brown: the reliability of the mean of k. */
function steppedUp(icc: number | null, k: number): number | null {
  return icc === null ? null : defined((k * icc) / (1 + (k - 1) * icc));
}

function oneWay({ n, k, between, within, level }: MeanSquares): IccForm {
  return fromRatio(between, within, k, n - 1, n * (k - 1), level);
}

function mixed({ n, k, between, error, level }: MeanSquares): IccForm {
  return fromRatio(between, error, k, n - 1, (n - 1) * (k - 1), level);
}

/** (B − W) / (B + (k − 1) W), whose interval follows from that of B / W. */
function fromRatio(
  between: number,
  within: number,
  k: number,
  df1: number,
  df2: number,
  level: number,
): IccForm {
  const form = (top: number, bottom: number) => (top - bottom) / (top + (k - 1) * bottom);
  const upper = fQuantile(0.5 + level / 2, df1, df2);
  const lower = fQuantile(0.5 + level / 2, df2, df1);
  return {
    icc: form(between, within),
    ...ratio(between, within, df1, df2),
    lo: form(between, within * upper),
    hi: form(between * lower, within),
  };
}

function random({ n, k, between, raters, error, level }: MeanSquares): IccForm {
  const icc = (between - error) / (between + (k - 1) * error + (k * (raters - error)) / n);
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
  const share = n * (1 + (k - 1) * icc) - k * icc;
  const top = df2 * (k * icc * raters + share * error) ** 2;
  const bottom = df1 * (k * icc * raters) ** 2 + (share * error) ** 2;
  const df = bottom > 0 ? top / bottom : df2;
  const rest = k * raters + (k * n - k - n) * error;
  const upper = fQuantile(0.5 + level / 2, df1, df);
  const lower = fQuantile(0.5 + level / 2, df, df1);
  return {
    icc,
    ...ratio(between, error, df1, df2),
    lo: (n * (between - upper * error)) / (upper * rest + n * between),
    hi: (n * (lower * between - error)) / (rest + n * lower * between),
  };
}

function ratio(between: number, rest: number, df1: number, df2: number) {
  if (rest === 0) return { F: null, df1, df2, p: 0 };
  const F = between / rest;
  return { F, df1, df2, p: fUpperTail(F, df1, df2) };
}
