import { toCodes } from '../columns/to-codes.ts';
import { type CodeColumn, type Column, missingReason, valueAt } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { ChangedVariable, FirstRows, RowGroups, ShownRow, StepDiff } from '../model/recipe.ts';
import type { StepResult } from './step.ts';

const MOST_ROWS = 20;
const MOST_CHANGES = 100;
const MOST_VALUES = 8;
const MOST_GROUPS = 30;
const FIRST_ROWS = 8;

/**
 * What is different between two frames of which one was made from the other: rows are matched by their origin,
 * variables by their name.
 */
export function diffFrames(
  before: Frame,
  after: Frame,
  step: number,
  said: Pick<StepResult, 'reshaped' | 'groups'> = {},
): StepDiff {
  const rowBefore = said.reshaped ? undefined : matchRows(before, after);
  const names = new Set(before.variables.map(({ name }) => name));
  const placeAfter = new Map(after.variables.map(({ name }, at) => [name, at]));
  return {
    step,
    rowsBefore: before.rows,
    rowsAfter: after.rows,
    reshaped: rowBefore ? null : firstRows(after),
    groups: said.groups ? shownGroups(before, after, said.groups) : null,
    removed: rowBefore ? removedRows(before, rowBefore) : { n: 0, rows: [] },
    added: after.variables.flatMap(({ name, label }, at) =>
      names.has(name) ? [] : [{ name, label, top: topValues(after.columns[at] as Column) }],
    ),
    gone: before.variables.flatMap(({ name, label }) => (placeAfter.has(name) ? [] : [label])),
    changed: rowBefore
      ? before.variables.flatMap(({ name }, at): ChangedVariable[] => {
          const place = placeAfter.get(name);
          const column = before.columns[at] as Column;
          const now = place === undefined ? undefined : after.columns[place];
          if (!now || now === column) return [];
          const label = after.variables[place ?? 0]?.label ?? name;
          const found = changesOf(column, now, rowBefore);
          return found.cells > 0 ? [{ name, label, ...found }] : [];
        })
      : [],
  };
}

/** For each row after, its row before; undefined where rows are not a part of those before. */
function matchRows(before: Frame, after: Frame): Uint32Array | undefined {
  const rows = new Uint32Array(after.rows);
  let at = 0;
  for (let row = 0; row < after.rows; row++) {
    while (at < before.rows && before.origin[at] !== after.origin[row]) at++;
    if (at >= before.rows) return undefined;
    rows[row] = at++;
  }
  return rows;
}

function removedRows(before: Frame, kept: Uint32Array): StepDiff['removed'] {
  const isKept = new Uint8Array(before.rows);
  for (const row of kept) isKept[row] = 1;
  const rows: StepDiff['removed']['rows'][number][] = [];
  for (let row = 0; row < before.rows && rows.length < MOST_ROWS; row++) {
    if (isKept[row] === 1) continue;
    rows.push(shownRow(before, row));
  }
  return { n: before.rows - kept.length, rows };
}

function shownRow(frame: Frame, row: number): ShownRow {
  return {
    row: frame.origin[row] ?? row + 1,
    cells: frame.columns.map((column) => valueAt(column, row)),
  };
}

function firstRows(frame: Frame): FirstRows {
  const rows = Array.from({ length: Math.min(frame.rows, FIRST_ROWS) }, (_, row) =>
    frame.columns.map((column) => valueAt(column, row)),
  );
  return { labels: frame.variables.map(({ label }) => label), rows };
}

function shownGroups(
  before: Frame,
  after: Frame,
  groups: readonly (readonly number[])[],
): RowGroups {
  const left = groups.flatMap(([, ...others]) => others).sort((a, b) => a - b);
  return {
    n: groups.length,
    labels: before.variables.map(({ label }) => label),
    shown: groups.slice(0, MOST_GROUPS).map(([kept = 0, ...others]) => ({
      kept: shownRow(after, kept - left.filter((row) => row < kept).length),
      others: others.slice(0, MOST_ROWS).map((row) => shownRow(before, row)),
    })),
  };
}

function changesOf(
  before: Column,
  after: Column,
  rowBefore: Uint32Array,
): Pick<ChangedVariable, 'cells' | 'distinct' | 'changes'> {
  const [old, now] = [toCodes(before), toCodes(after)];
  // Cells are counted by pair of codes; 0 stands for missing, so a change of reason alone is none.
  const width = now.dictionary.length + 1;
  const same = sameTexts(old, now);
  const pairs = new Map<number, { n: number; row: number }>();
  let cells = 0;
  for (let row = 0; row < rowBefore.length; row++) {
    const from = rowBefore[row] ?? 0;
    const a = old.missing[from] === 0 ? (old.codes[from] ?? 0) + 1 : 0;
    const b = now.missing[row] === 0 ? (now.codes[row] ?? 0) + 1 : 0;
    if (a === 0 ? b === 0 : b > 0 && same[a - 1] === b) continue;
    cells++;
    const pair = a * width + b;
    const known = pairs.get(pair);
    if (known) known.n++;
    else pairs.set(pair, { n: 1, row });
  }
  const changes = [...pairs]
    .sort(([, one], [, other]) => other.n - one.n)
    .slice(0, MOST_CHANGES)
    .map(([pair, { n, row }]) => ({
      from: old.dictionary[Math.floor(pair / width) - 1] ?? null,
      to: now.dictionary[(pair % width) - 1] ?? null,
      why: missingReason(after, row),
      n,
    }));
  return { cells, distinct: pairs.size, changes };
}

/** For each text before, one more than its code after; 0 when it is not there. */
function sameTexts(old: CodeColumn, now: CodeColumn): Uint32Array {
  const codeOf = new Map(now.dictionary.map((text, code) => [text, code + 1]));
  return Uint32Array.from(old.dictionary, (text) => codeOf.get(text) ?? 0);
}

function topValues(column: Column): { value: string | null; n: number }[] {
  const { codes, dictionary, missing } = toCodes(column);
  const counts = new Uint32Array(dictionary.length + 1);
  for (const [row, code] of codes.entries()) {
    const place = missing[row] === 0 ? code + 1 : 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return [...counts]
    .map((n, place) => ({ value: dictionary[place - 1] ?? null, n }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, MOST_VALUES);
}
