import type { ColumnDecision } from '../src/model/importing.ts';
import type { ColumnSelection } from './column-selection.ts';

/** Columns that stand together in the table: one, or several items of one form folded into a strip. */
export interface ColumnStrip {
  /** "PRFQ01 to PRFQ18"; of a single column its heading. */
  label: string;
  /** Of its first column, among all. */
  place: number;
  columns: Readonly<Columns>;
}

type Columns = [ColumnDecision, ...ColumnDecision[]];

/** Fewer than this are not worth folding. */
const FEWEST = 4;

/**
 * Folds neighbours whose headings differ by a counted number only (Q1, Q2, Q3 …), and about which the
 * same is decided. Everything else is a strip of its own.
 *
 * @param staysOut columns that are to be seen by themselves
 */
export function likeColumns(
  columns: readonly ColumnDecision[],
  staysOut: (column: ColumnDecision) => boolean,
): ColumnStrip[] {
  const strips: ColumnStrip[] = [];
  for (let at = 0; at < columns.length; ) {
    const run = runFrom(columns, at, staysOut);
    const taken: Columns = run.length < FEWEST ? [run[0]] : run;
    strips.push({ label: labelOf(taken), place: at, columns: taken });
    at += taken.length;
  }
  return strips;
}

function runFrom(
  columns: readonly ColumnDecision[],
  from: number,
  staysOut: (column: ColumnDecision) => boolean,
): Columns {
  const first = columns[from] as ColumnDecision;
  const run: Columns = [first];
  if (staysOut(first)) return run;
  let place: number | undefined;
  for (const column of columns.slice(from + 1)) {
    const before = run.at(-1) ?? first;
    const next = placeOfStep(headingOf(before), headingOf(column));
    const fits = next !== undefined && next === (place ?? next);
    if (!fits || staysOut(column) || !isDecidedAlike(column, before)) break;
    place = next;
    run.push(column);
  }
  return run;
}

function isDecidedAlike(a: ColumnDecision, b: ColumnDecision): boolean {
  const codes = (column: ColumnDecision) => JSON.stringify(column.missing);
  return a.kind === b.kind && a.keep === b.keep && codes(a) === codes(b);
}

/**
 * Which of its numbers counts on from one heading to the next, when nothing else differs: the first of
 * "prfq_07_t1" and "prfq_08_t1".
 */
function placeOfStep(before: string, after: string): number | undefined {
  const a = before.toLowerCase().split(/(\d{1,6})/);
  const b = after.toLowerCase().split(/(\d{1,6})/);
  if (a.length !== b.length) return undefined;
  const differing = a.flatMap((part, place) => (part === b[place] ? [] : [place]));
  const [place] = differing;
  if (place === undefined || differing.length > 1 || place % 2 === 0) return undefined;
  return Number(b[place]) === Number(a[place]) + 1 ? place : undefined;
}

/** Its columns, each a strip of its own. */
export function unfold({ place, columns }: ColumnStrip): ColumnStrip[] {
  return columns.map((column, at) => ({
    label: headingOf(column),
    place: place + at,
    columns: [column],
  }));
}

/** What a person selects among strips, which stand for all of their columns. */
export function selectStrips(
  selection: ColumnSelection,
  strips: readonly ColumnStrip[],
  select: (selection: ColumnSelection, order: readonly number[]) => ColumnSelection | undefined,
): ColumnSelection | undefined {
  const order = strips.map(firstOf);
  const standIns = new Set(order.filter((position) => selection.positions.has(position)));
  const next = select({ ...selection, positions: standIns }, order);
  if (next === undefined) return undefined;
  const chosen = strips.filter((strip) => next.positions.has(firstOf(strip)));
  const positions = chosen.flatMap(({ columns }) => columns.map(({ position }) => position));
  return { ...next, positions: new Set(positions) };
}

export function firstOf({ columns }: ColumnStrip): number {
  return columns[0].position;
}

/** "PRFQ01 to 18", "q1_t1 to q4_t1" */
function labelOf(columns: Columns): string {
  const first = headingOf(columns[0]);
  const last = headingOf(columns.at(-1) ?? columns[0]);
  if (columns.length === 1) return first;
  const number = /\d+$/.exec(last)?.[0];
  const isAtEnd = number !== undefined && /\d+$/.exec(first)?.[0] !== number;
  return `${first} to ${isAtEnd ? number : last}`;
}

function headingOf({ header, name }: ColumnDecision): string {
  return header || name;
}
