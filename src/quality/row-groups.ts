import type { HotColumn } from '../columns/hot/hot-column.ts';
import type { HotTable } from '../columns/hot/hot-table.ts';

/** Rows that agree in some columns have the same number, from 0 in order of first appearance. */
export interface RowGroups {
  group: Uint32Array;
  groups: number;
}

/** Missing agrees with missing, whatever the reason. `anyCase` overlooks case and spaces of texts. */
export function rowGroups(
  table: HotTable,
  variables: readonly string[],
  { anyCase = false } = {},
): RowGroups {
  const { rows } = table;
  let found: RowGroups = { group: new Uint32Array(rows), groups: Math.min(rows, 1) };
  for (const [at, name] of variables.entries()) {
    const column = table.column(name);
    const alike = anyCase ? foldedCodes(column) : undefined;
    if (found.groups === rows) break;
    found = at === 0 ? byCode(column, alike, rows) : refine(found.group, column, alike);
  }
  return found;
}

function idOf(column: HotColumn, alike: Uint32Array | undefined, row: number): number {
  const code = column.codes[row] as number;
  if (code < column.floor) return 0;
  return alike ? (alike[code] as number) : code + 1;
}

/** The first column: a code is a group. */
function byCode(column: HotColumn, alike: Uint32Array | undefined, rows: number): RowGroups {
  const numbers = new Uint32Array(column.size + 2);
  const group = new Uint32Array(rows);
  let groups = 0;
  for (let row = 0; row < rows; row++) {
    const id = idOf(column, alike, row);
    let number = numbers[id] as number;
    if (number === 0) {
      number = ++groups;
      numbers[id] = number;
    }
    group[row] = number - 1;
  }
  return { group, groups };
}

/** Splits groups by one more column: an open hash table of the first row of each pair. */
function refine(group: Uint32Array, column: HotColumn, alike: Uint32Array | undefined): RowGroups {
  const rows = group.length;
  const finer = new Uint32Array(rows);
  const bits = Math.ceil(Math.log2(Math.max(2, rows))) + 1;
  const firstRows = new Uint32Array(2 ** bits);
  let groups = 0;
  for (let row = 0; row < rows; row++) {
    const a = group[row] as number;
    const b = idOf(column, alike, row);
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)) >>> (32 - bits);
    let first = firstRows[slot] as number;
    while (first !== 0 && (group[first - 1] !== a || idOf(column, alike, first - 1) !== b)) {
      slot = (slot + 1) & (firstRows.length - 1);
      first = firstRows[slot] as number;
    }
    if (first === 0) {
      firstRows[slot] = row + 1;
      finer[row] = groups++;
    } else {
      finer[row] = finer[first - 1] as number;
    }
  }
  return { group: finer, groups };
}

/** A number for each code, the same for texts that differ only in case and spaces. */
function foldedCodes(column: HotColumn): Uint32Array | undefined {
  if (column.scale.by !== 'text') return undefined;
  const first = new Map<string, number>();
  const alike = new Uint32Array(column.size);
  for (const [at, text] of column.texts().entries()) {
    const code = at + column.floor;
    const folded = text.toLowerCase().replace(/\s+/g, ' ').trim();
    alike[code] = first.get(folded) ?? code + 1;
    first.set(folded, alike[code] as number);
  }
  return alike;
}

/** The first row of each group. */
export function firstRows({ group, groups }: RowGroups): Uint32Array {
  const first = new Uint32Array(groups);
  for (let row = group.length - 1; row >= 0; row--) first[group[row] as number] = row;
  return first;
}
