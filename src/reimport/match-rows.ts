import { type Column, textAt } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import { variableIndex } from '../model/frame.ts';
import { Refusal, type Where } from '../model/refusal.ts';
import type { StackedSheets } from './stack-sheets.ts';

/** Which row of the table each row of the file is. */
export interface RowMatch {
  /** One entry a row of the file: the table's row (0-based), or −1 for a new one. */
  tableRow: Int32Array;
  /** Rows of the table that the file does not have. */
  gone: number;
  /** The key of a row of the stacked sheets. */
  keyOf(row: number): string[];
}

const SHOWN = 5;

/**
 * Matches the rows of a file with those of a table by key. Rows of the table without a key are matched
 * with nothing.
 * @throws Refusal `no-key`, `unknown-variable`, `key-repeats`, `key-blank`
 */
export function matchRows(stacked: StackedSheets, key: readonly string[], where: Where): RowMatch {
  if (key.length === 0) {
    throw new Refusal('no-key', 'Without a key nothing says which row is which.', {
      hint: 'Name the variables that tell one row from another, such as an ID.',
      where: { ...where, option: 'key' },
    });
  }
  const { frame, above, lacking } = stacked;
  const lost = key.find((name) => lacking.includes(name) || stacked.added.includes(name));
  if (lost !== undefined) {
    const side = lacking.includes(lost) ? 'this file' : 'the table';
    throw new Refusal('unknown-variable', `The key ${lost} is not in ${side}.`, {
      hint: 'Choose a key that both have.',
      where: { ...where, column: lost },
    });
  }
  const columns = key.map((name) => frame.columns[variableIndex(frame, name)] as Column);
  const keyOf = (row: number) => columns.map((column) => textAt(column, row));
  const hasKey = (row: number) => columns.every((column) => column.missing[row] === 0);
  const code = (row: number) => JSON.stringify(keyOf(row));

  const rowOf = new Map<string, number>();
  for (let row = 0; row < above; row++) {
    if (!hasKey(row)) continue;
    const text = code(row);
    if (rowOf.has(text)) throw repeats('table', stacked, key, hasKey, keyOf, where);
    rowOf.set(text, row);
  }
  const tableRow = new Int32Array(frame.rows - above).fill(-1);
  const seen = new Set<string>();
  let matched = 0;
  for (let row = above; row < frame.rows; row++) {
    if (!hasKey(row)) throw blank(stacked, key, hasKey, where);
    const text = code(row);
    if (seen.has(text)) throw repeats('file', stacked, key, hasKey, keyOf, where);
    seen.add(text);
    const found = rowOf.get(text);
    if (found === undefined) continue;
    tableRow[row - above] = found;
    matched += 1;
  }
  return { tableRow, gone: above - matched, keyOf };
}

function repeats(
  side: 'table' | 'file',
  { frame, above }: StackedSheets,
  key: readonly string[],
  hasKey: (row: number) => boolean,
  keyOf: (row: number) => string[],
  where: Where,
): Refusal {
  const [first, end] = side === 'table' ? [0, above] : [above, frame.rows];
  const rows = Array.from({ length: end - first }, (_, i) => first + i).filter(hasKey);
  const groups = [...Map.groupBy(rows, (row) => JSON.stringify(keyOf(row))).values()].filter(
    (group) => group.length > 1,
  );
  const number = (row: number) => (side === 'table' ? row + 1 : (frame.origin[row] ?? 0));
  const duplicates = groups.slice(0, SHOWN).map((group) => ({
    key: keyOf(group[0] ?? 0),
    rows: group.slice(0, SHOWN).map(number),
  }));
  const list = duplicates.map((each) => `${each.key.join(', ')} (rows ${each.rows.join(', ')})`);
  const more =
    groups.length > SHOWN ? ` and ${formatNumber(groups.length - SHOWN, 'count')} more` : '';
  const place = side === 'table' ? 'the table' : 'the file';
  return new Refusal(
    'key-repeats',
    `${key.join(' + ')} is no key of ${place}: it repeats in ${list.join('; ')}${more}.`,
    {
      hint: 'Choose more variables for the key, or remove the repeated rows first.',
      where: { ...where, option: 'key' },
      details: { side, duplicates, repeated: groups.length },
    },
  );
}

function blank(
  { frame, above }: StackedSheets,
  key: readonly string[],
  hasKey: (row: number) => boolean,
  where: Where,
): Refusal {
  const rows: number[] = [];
  for (let row = above; row < frame.rows; row++) {
    if (!hasKey(row)) rows.push(frame.origin[row] ?? 0);
  }
  const listed = rows.slice(0, SHOWN).join(', ');
  const words =
    rows.length === 1
      ? `row ${listed}`
      : `${formatNumber(rows.length, 'count')} rows, first ${listed}`;
  return new Refusal('key-blank', `${key.join(' + ')} has no value in ${words} of the file.`, {
    hint: 'Make the key a required column, so that such rows are quarantined, or choose another key.',
    where: { ...where, option: 'key' },
    details: { rows: rows.slice(0, SHOWN), n: rows.length },
  });
}
