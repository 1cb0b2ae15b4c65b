import * as v from 'valibot';
import { rowsOf } from '../columns/mask.ts';
import { takeColumn, takeRows } from '../columns/take.ts';
import type { Column } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { duplicateGroups } from './duplicate-groups.ts';
import { held, heldOf } from './edit-frame.ts';
import { name, names } from './parameters.ts';
import { defineStep, share } from './step.ts';

/**
 * Keeps one of rows that agree: in all variables, or in those of `by`, and nearly in those of `near`.
 * A row without a value in one of them repeats nobody and is kept. Which one is kept can be said, and
 * whether its missing values are filled from the others.
 */
export const removeDuplicates = defineStep({
  label: 'Remove duplicates',
  about: 'Keeps one of rows that say the same.',
  words: ['repeated rows', 'dedupe', 'unique'],
  schema: v.strictObject({
    by: v.exactOptional(names),
    near: v.exactOptional(
      v.strictObject({
        variables: names,
        edits: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)), 1),
      }),
    ),
    keep: v.exactOptional(v.picklist(['first', 'last', 'fullest', 'earliest', 'latest']), 'first'),
    date: v.exactOptional(name),
    fill: v.exactOptional(v.boolean(), false),
  }),
  apply(frame, { by, near, keep, date, fill }, { unit }) {
    const keys = by?.map((each) => held(frame, each));
    const close = near?.variables.map((each) =>
      heldOf(frame, each, ['text', 'category', 'identifier', 'date']),
    );
    const group = duplicateGroups(frame, {
      by: keys?.map(({ column }) => column) ?? (close ? [] : frame.columns),
      known: keys !== undefined,
      near: close?.map(({ column }) => column) ?? [],
      edits: near?.edits ?? 1,
    });
    const better = preference(frame, keep, date);
    const chosen = new Map<number, number>();
    for (let row = 0; row < frame.rows; row++) {
      const own = group[row] ?? 0;
      const other = chosen.get(own);
      if (other === undefined || better(row, other)) chosen.set(own, row);
    }
    const mask = new Uint8Array(frame.rows);
    for (const row of chosen.values()) mask[row] = 1;
    const rows = rowsOf(mask);
    const kept = takeRows(frame, rows);
    const groups = repeatGroups(group, chosen);
    const filled = fill ? fillFrom(frame, groups, rows, kept) : { frame: kept, cells: 0 };
    const labels = (all: readonly { variable: { label: string } }[]) =>
      all.map(({ variable }) => variable.label).join(' and ');
    const repeats =
      'that repeat another row' +
      (keys ? ` in ${labels(keys)}` : '') +
      (close ? `${keys ? ' and' : ''} nearly in ${labels(close)}` : '');
    const which =
      keep === 'first'
        ? ''
        : `; kept the ${keep}${date === undefined ? '' : ` by ${held(frame, date).variable.label}`}`;
    const gained =
      filled.cells > 0
        ? `; filled ${formatNumber(filled.cells, 'count')} missing values from them`
        : '';
    return {
      frame: filled.frame,
      cellsChanged: filled.cells,
      groups,
      sentence: `Removed ${share(frame.rows - kept.rows, frame.rows, unit)} ${repeats}${which}${gained}.`,
    };
  },
});

/** Whether a later row is kept instead of an earlier one. */
function preference(
  frame: Frame,
  keep: string,
  date: string | undefined,
): (row: number, other: number) => boolean {
  if (keep === 'first') return () => false;
  if (keep === 'last') return () => true;
  if (keep === 'fullest') {
    const present = (row: number) =>
      frame.columns.reduce((n, { missing }) => n + (missing[row] === 0 ? 1 : 0), 0);
    return (row, other) => present(row) > present(other);
  }
  if (date === undefined) {
    throw new Refusal('bad-parameter', `The ${keep} by which variable?`, {
      hint: 'Give a date or number as “date”.',
      where: { option: 'date' },
    });
  }
  const { column } = heldOf(frame, date, ['date', 'integer', 'decimal']);
  const at = (row: number) =>
    column.type !== 'codes' && column.missing[row] === 0 ? column.values[row] : undefined;
  return (row, other) => {
    const [one, two] = [at(row), at(other)];
    if (one === undefined || two === undefined) return two === undefined && one !== undefined;
    return keep === 'latest' ? one > two : one < two;
  };
}

/** Rows of every group that has more than one, the chosen one first. */
function repeatGroups(group: Uint32Array, chosen: ReadonlyMap<number, number>): number[][] {
  const sizes = new Uint32Array(group.length * 2);
  for (const own of group) sizes[own] = (sizes[own] ?? 0) + 1;
  const members = new Map<number, number[]>();
  for (const [row, own] of group.entries()) {
    if ((sizes[own] ?? 0) < 2) continue;
    const first = chosen.get(own) ?? row;
    const known = members.get(own);
    if (!known) members.set(own, row === first ? [row] : [first, row]);
    else if (row !== first) known.push(row);
  }
  return [...members.values()];
}

/** Missing values of kept rows, taken from the first removed row of the same group that has one. */
function fillFrom(
  frame: Frame,
  groups: readonly (readonly number[])[],
  rows: Uint32Array,
  kept: Frame,
): { frame: Frame; cells: number } {
  const others = new Map(groups.map(([first = 0, ...rest]) => [first, rest]));
  let cells = 0;
  const columns = frame.columns.map((column): Column => {
    const from = rows.map((row) => {
      if (column.missing[row] === 0) return row;
      const other = others.get(row)?.find((each) => column.missing[each] === 0);
      if (other !== undefined) cells++;
      return other ?? row;
    });
    return takeColumn(column, from);
  });
  return { frame: { ...kept, columns }, cells };
}
