import { notComputable, numbers, wrongInput } from './read-input.ts';

/** Groups of numbers, missing values left out. @throws Refusal when there are fewer than two, or one is empty */
export function groupsOf(value: unknown, statistic: string): number[][] {
  if (!Array.isArray(value)) throw wrongInput('“groups” must be a list of lists of numbers.');
  const groups = value.map((group: unknown, i) => numbers(group, `groups[${i + 1}]`));
  if (groups.length < 2) {
    throw notComputable(
      statistic,
      `at least 2 groups are required, and there are ${groups.length}.`,
    );
  }
  const empty = groups.findIndex((group) => group.length === 0);
  if (empty >= 0) throw notComputable(statistic, `group ${empty + 1} has no values.`);
  return groups;
}

/** Every pair i < j of as many groups, counted from 0. */
export function pairsOf(groups: number): (readonly [number, number])[] {
  return Array.from({ length: groups }, (_, i) => i).flatMap((i) =>
    Array.from({ length: groups - i - 1 }, (_, k) => [i, i + k + 1] as const),
  );
}
