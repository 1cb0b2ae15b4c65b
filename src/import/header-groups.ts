import { missingToken } from '../model/missing-tokens.ts';
import type { FileRow } from './file-rows.ts';
import { looksTyped } from './looks-typed.ts';

/**
 * Whether `uppers` name groups of the headings in `lower`, in a table without merged cells: a group
 * name is repeated over its columns or stands over the first of them; and the headings are repeated
 * under several groups, or columns of numbers and dates `below` prove that they are no row of data.
 * `proof` says which of it is needed.
 */
export function groupsOver(
  uppers: readonly FileRow[],
  lower: FileRow,
  below: readonly FileRow[],
  proof: 'either' | 'repeated' | 'both',
): boolean {
  const rows = [...uppers, lower];
  const isBlock = rows.every(
    (row, i) =>
      isWords(row) &&
      row.cells.length === lower.cells.length &&
      row.number === lower.number - uppers.length + i,
  );
  if (!isBlock || comesBack(lower, below)) return false;
  const names = lower.cells.map((cell) => cell.trim().toLowerCase());
  const levels = uppers.map(({ cells }) => filledRight(cells));
  if (!isGrouped(levels[0] ?? [])) return false;
  const groups = names.map((_, i) => levels.map((level) => level[i]).join('\n'));
  if (!standTogether(groups)) return false;
  const own = uppers.at(-1)?.cells ?? [];
  if (names.some((name, i) => name === '' && (own[i] ?? '').trim() === '')) return false;
  if (new Set(names.map((name, i) => `${groups[i]}\n${name}`)).size < names.length) return false;
  const isRepeated = isRepeatedUnder(names, groups);
  if (proof === 'repeated') return isRepeated;
  const isProven = provenBelow(lower, below);
  return proof === 'both' ? isRepeated && isProven : isRepeated || isProven;
}

/** A heading takes the one to its left where it is blank. */
function filledRight(cells: readonly string[]): string[] {
  const filled: string[] = [];
  for (const cell of cells) filled.push(cell.trim().toLowerCase() || (filled.at(-1) ?? ''));
  return filled;
}

/** Neighbours share a group. */
function isGrouped(level: readonly string[]): boolean {
  return level.some((name, i) => i > 0 && name !== '' && name === level[i - 1]);
}

/** The columns of each group stand side by side. */
function standTogether(groups: readonly string[]): boolean {
  const runs = groups.filter((name, i) => name !== groups[i - 1]);
  return new Set(runs).size === runs.length && runs.length > 1;
}

/** At least half of the headings below groups stand under more than one of them. */
function isRepeatedUnder(names: readonly string[], groups: readonly string[]): boolean {
  const under = new Map<string, Set<string>>();
  for (const [i, name] of names.entries()) {
    const group = groups[i] ?? '';
    if (name === '' || group === '') continue;
    under.set(name, (under.get(name) ?? new Set()).add(group));
  }
  const shared = [...under.values()].filter((set) => set.size > 1).length;
  return shared > 0 && shared * 2 >= under.size;
}

/** Words over numbers or dates in two columns or more. */
function provenBelow(row: FileRow, below: readonly FileRow[]): boolean {
  const proofs = row.cells.filter((cell, i) => {
    if (cell.trim() === '' || missingToken(cell) !== undefined) return false;
    const under = below.filter((each) => (each.cells[i] ?? '').trim() !== '');
    const typed = under.filter((each) => looksTyped(each.cells[i] ?? '', each.types[i] ?? 0));
    return under.length > 0 && typed.length >= under.length * 0.8;
  });
  return proofs.length >= 2;
}

/** Whether a cell stands again further down its column, as data do and headings do not. */
function comesBack(row: FileRow, below: readonly FileRow[]): boolean {
  return row.cells.some((cell, i) => {
    const text = cell.trim();
    return text !== '' && below.some((each) => each.cells[i]?.trim() === text);
  });
}

function isWords({ cells, types }: FileRow): boolean {
  const filled = cells.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]));
  const typed = filled.filter((i) => {
    const text = cells[i] ?? '';
    return !/^(19|20)\d\d([/-]\d\d)?$/.test(text.trim()) && looksTyped(text, types[i] ?? 0);
  });
  return filled.length > 0 && typed.length === 0;
}
