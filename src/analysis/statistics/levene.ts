import { mean } from '../numeric/moments.ts';
import { median } from '../numeric/quantile.ts';
import type { FTest } from './f-test.ts';
import { largest, oneWay } from './one-way.ts';
import { notComputable } from './read-input.ts';

/**
 * Levene's test of equal variances, an analysis of variance of the distances |x − mean| (Levene 1960),
 * and from the medians (M. B. Brown & A. B. Forsythe, JASA 69, 1974).
 * @throws Refusal `not-computable` when no group has a second value
 */
export function levene(groups: readonly (readonly number[])[]): {
  mean: FTest;
  median_brown_forsythe: FTest;
} {
  if (groups.every((group) => group.length < 2)) {
    throw notComputable('Levene', 'at least one group must have 2 values.');
  }
  return {
    mean: distances(groups, mean),
    median_brown_forsythe: distances(groups, (group) => median(group) ?? 0),
  };
}

function distances(
  groups: readonly (readonly number[])[],
  centre: (group: readonly number[]) => number,
): FTest {
  const away = groups.map((group) => {
    const middle = centre(group);
    return group.map((value) => Math.abs(value - middle));
  });
  const { F, df1, df2, p } = oneWay(away, largest(groups));
  const reason = 'the distances from the centre of the group do not vary within the groups.';
  return F === null
    ? { F, df1, df2, p, refused: notComputable('Levene', reason).toRecord() }
    : { F, df1, df2, p };
}
