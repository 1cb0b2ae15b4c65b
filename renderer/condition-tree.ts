import type { Condition } from '../src/model/condition.ts';

/** How the parts of a group hold together. */
export type GroupKind = 'all' | 'any' | 'none';

export const GROUP_KINDS: readonly { id: GroupKind; label: string }[] = [
  { id: 'all', label: 'All of these' },
  { id: 'any', label: 'Any of these' },
  { id: 'none', label: 'None of these' },
];

/** The places of parts within parts, from the outermost. */
export type Path = readonly number[];

/** A condition as a group of parts; null of one that is no group. */
export function groupOf(
  condition: Condition,
): { kind: GroupKind; parts: readonly Condition[] } | null {
  if ('all' in condition) return { kind: 'all', parts: condition.all };
  if ('any' in condition) return { kind: 'any', parts: condition.any };
  if ('not' in condition && 'any' in condition.not) {
    return { kind: 'none', parts: condition.not.any };
  }
  return null;
}

export function groupCondition(kind: GroupKind, parts: readonly Condition[]): Condition {
  if (kind === 'all') return { all: parts };
  return kind === 'any' ? { any: parts } : { not: { any: parts } };
}

/** The condition with the part at a place replaced, or left out for null; null when nothing is left. */
export function replaceAt(
  condition: Condition,
  path: Path,
  next: (part: Condition) => Condition | null,
): Condition | null {
  const [place, ...rest] = path;
  if (place === undefined) return next(condition);
  const group = groupOf(condition);
  if (!group) return condition;
  const parts = group.parts.flatMap((part, at) => {
    if (at !== place) return [part];
    const changed = replaceAt(part, rest, next);
    return changed === null ? [] : [changed];
  });
  return parts.length === 0 ? null : groupCondition(group.kind, parts);
}

/** Adds a part to the group at a place; what is no group yet becomes one of both. */
export function addAt(condition: Condition, path: Path, part: Condition): Condition {
  return (
    replaceAt(condition, path, (there) => {
      const group = groupOf(there);
      return group ? groupCondition(group.kind, [...group.parts, part]) : { all: [there, part] };
    }) ?? part
  );
}

/** Makes the group at a place hold together in another way; what is no group becomes one. */
export function turnAt(condition: Condition, path: Path, kind: GroupKind): Condition {
  const turned = replaceAt(condition, path, (there) =>
    groupCondition(kind, groupOf(there)?.parts ?? [there]),
  );
  return turned ?? condition;
}

/** Turns the part at a place into its opposite, or back. */
export function negateAt(condition: Condition, path: Path): Condition {
  return (
    replaceAt(condition, path, (there) => ('not' in there ? there.not : { not: there })) ??
    condition
  );
}
