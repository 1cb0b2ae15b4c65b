import { defined } from '../numeric/defined.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { notComputable } from './read-input.ts';

export interface ReliableChangeScale {
  sdPre: number;
  /** Above 0, at most 1. */
  reliability: number;
  higherIsWorse: boolean;
  clinical?: { mean: number; sd: number };
  normal?: { mean: number; sd: number };
}

export interface ReliableChange {
  /** Standard error of measurement. */
  sem: number;
  /** Standard error of the difference of two scores. */
  s_diff: number;
  /** Null for a missing score, and where s_diff is 0. */
  rci: readonly (number | null)[];
  'critical_change_1.96': number;
  critical_change_exact_z: number;
  reliable: readonly (boolean | null)[];
  direction: readonly ('improved' | 'deteriorated' | 'none' | null)[];
  /** Two standard deviations from the clinical mean, towards health. */
  cutoff_a?: number;
  /** Two standard deviations from the mean of the general population, towards illness. */
  cutoff_b?: number;
  /** Where both are as far, in standard deviations. */
  cutoff_c?: number;
}

/**
 * Jacobson and Truax's reliable change index, (post − pre) / S_diff with S_diff = √2 · SD √(1 − r), and
 * their cut-offs (Journal of Consulting and Clinical Psychology 59, 1991). Reliable: |RCI| above 1.96.
 * @param level of the exact critical change
 * @throws Refusal `not-computable` for a negative SD or a reliability that is none
 */
export function reliableChange(
  pre: readonly (number | null)[],
  post: readonly (number | null)[],
  scale: ReliableChangeScale,
  level = 0.95,
): ReliableChange {
  const { sdPre, reliability, higherIsWorse } = scale;
  if (!(sdPre > 0)) throw notComputable('Reliable change', 'the SD before must be above 0.');
  if (!(reliability > 0 && reliability <= 1)) {
    throw notComputable('Reliable change', 'the reliability must be above 0 and at most 1.');
  }
  const sem = sdPre * Math.sqrt(1 - reliability);
  const difference = Math.SQRT2 * sem;
  const change = pre.map((before, i) => {
    const after = post[i] ?? null;
    return before === null || after === null ? null : after - before;
  });
  const reliable = change.map((by) =>
    by === null ? null : by !== 0 && Math.abs(by / difference) > 1.96,
  );
  return {
    sem,
    s_diff: difference,
    rci: change.map((by) => (by === null ? null : defined(by / difference))),
    'critical_change_1.96': 1.96 * difference,
    critical_change_exact_z: normalQuantile(0.5 + level / 2) * difference,
    reliable,
    direction: change.map((by, i) =>
      by === null
        ? null
        : !reliable[i]
          ? 'none'
          : by < 0 === higherIsWorse
            ? 'improved'
            : 'deteriorated',
    ),
    ...cutoffs(scale),
  };
}

function cutoffs({ clinical, normal, higherIsWorse }: ReliableChangeScale) {
  const towardsIllness = higherIsWorse ? 1 : -1;
  return {
    ...(clinical ? { cutoff_a: clinical.mean - 2 * towardsIllness * clinical.sd } : {}),
    ...(normal ? { cutoff_b: normal.mean + 2 * towardsIllness * normal.sd } : {}),
    ...(clinical && normal
      ? {
          cutoff_c:
            (clinical.sd * normal.mean + normal.sd * clinical.mean) / (clinical.sd + normal.sd),
        }
      : {}),
  };
}
