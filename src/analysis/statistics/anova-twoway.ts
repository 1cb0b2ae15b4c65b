import { mean } from '../numeric/moments.ts';
import { factorise, rotate } from '../numeric/qr.ts';
import { sum } from '../numeric/sum.ts';
import { fRatio } from './f-test.ts';
import { largest } from './one-way.ts';
import { notComputable } from './read-input.ts';

export interface TwoWayTerm {
  ss: number;
  df: number;
  /** Null where the cells leave no variation (F is infinite, p is 0). */
  F: number | null;
  p: number | null;
}

export interface TwoWay {
  first: TwoWayTerm;
  second: TwoWayTerm;
  interaction: TwoWayTerm;
  residual: { ss: number; df: number };
}

/**
 * Two-way analysis of variance with interaction, sums of squares of type III: each term is taken last,
 * after all the others, with levels coded to sum to 0 (Yates 1934; as `car::Anova(type = 3)`). Also for
 * unequal numbers in the cells. By Householder's QR factorisation.
 * @param outcome, first, second of one length, the levels as text
 * @throws Refusal `not-computable` when a factor has one level, a combination of levels has no values,
 *   every combination has only one, or the outcome does not vary
 */
export function anovaTwoway(
  outcome: readonly number[],
  first: readonly string[],
  second: readonly string[],
): TwoWay {
  const name = 'Two-way analysis of variance';
  const [a, b] = [sumToZero(first), sumToZero(second)];
  if (a.length === 0 || b.length === 0) {
    throw notComputable(name, 'both factors must have at least 2 levels.');
  }
  const cells = new Set(first.map((level, i) => JSON.stringify([level, second[i]]))).size;
  const full = (a.length + 1) * (b.length + 1);
  if (cells < full) {
    throw notComputable(
      name,
      `${full - cells} of the ${full} combinations of levels have no values, so the terms cannot be told apart.`,
    );
  }
  const df = outcome.length - full;
  if (df === 0) throw notComputable(name, 'every combination of levels has only 1 value.');
  const centre = mean(outcome);
  const y = Float64Array.from(outcome, (value) => value - centre);
  if (y.every((value) => value === 0)) throw notComputable(name, 'the outcome does not vary.');
  const noise = y.length * (4 * Number.EPSILON * largest([outcome])) ** 2;
  const both = a.flatMap((u) => b.map((v) => u.map((value, i) => value * (v[i] ?? 0))));
  const one = new Float64Array(y.length).fill(1);
  const last = (others: readonly Float64Array[], term: readonly Float64Array[]) => {
    const rotated = rotate(factorise([one, ...others, ...term]), y);
    return {
      ss: beyond(noise, squares(rotated.subarray(full - term.length, full))),
      rest: beyond(noise, squares(rotated.subarray(full))),
      df: term.length,
    };
  };
  const interaction = last([...a, ...b], both);
  const { rest } = interaction;
  const tested = ({ ss, df: own }: { ss: number; df: number }): TwoWayTerm => {
    const { F, p } = fRatio(ss, own, rest, df);
    return { ss, df: own, F, p };
  };
  return {
    first: tested(last([...b, ...both], a)),
    second: tested(last([...a, ...both], b)),
    interaction: tested(interaction),
    residual: { ss: rest, df },
  };
}

/** One column for each level but the last, which is −1 in all of them. */
function sumToZero(labels: readonly string[]): Float64Array[] {
  const levels = [...new Set(labels)].sort();
  const last = levels.at(-1);
  return levels
    .slice(0, -1)
    .map((level) =>
      Float64Array.from(labels, (label) => (label === level ? 1 : label === last ? -1 : 0)),
    );
}

/** The sum of squares, or 0 where rounding alone can make it. */
function beyond(noise: number, ss: number): number {
  return ss > noise ? ss : 0;
}

function squares(values: Float64Array): number {
  return sum(values.map((value) => value * value));
}
