import type { Variable } from '../src/model/variable.ts';

/** How the columns of one table stand in the grid: by the names of their variables, so that it outlives a new extract. */
export interface GridLayout {
  /** All columns from left to right; one that is not named here stands after its neighbour in the table. */
  order: readonly string[];
  hidden: readonly string[];
  left: readonly string[];
  right: readonly string[];
  /** In pixels; a column that is not here has the proposed width. */
  widths: Readonly<Record<string, number>>;
}

export type Pin = 'left' | 'right' | null;

export const PLAIN: GridLayout = { order: [], hidden: [], left: [], right: [], widths: {} };

/** The variables in the order of a layout; new ones follow the variable that they follow in the table. */
export function inOrder<V extends Pick<Variable, 'name'>>(
  variables: readonly V[],
  { order }: GridLayout,
): V[] {
  const place = new Map(order.map((name, at) => [name, at]));
  const placed = variables.filter(({ name }) => place.has(name));
  placed.sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0));
  const result = [...placed];
  for (const [at, variable] of variables.entries()) {
    if (place.has(variable.name)) continue;
    const before = at === 0 ? -1 : result.indexOf(variables[at - 1] as V);
    result.splice(before + 1, 0, variable);
  }
  return result;
}

/** The names in view, from left to right as they stand: pinned left, free, pinned right. */
export function inView(variables: readonly Variable[], layout: GridLayout): string[] {
  const names = inOrder(variables, layout)
    .map(({ name }) => name)
    .filter((name) => !layout.hidden.includes(name));
  const of = (pin: Pin) => names.filter((name) => pinOf(layout, name) === pin);
  return [...of('left'), ...of(null), ...of('right')];
}

export function pinOf({ left, right }: GridLayout, name: string): Pin {
  if (left.includes(name)) return 'left';
  return right.includes(name) ? 'right' : null;
}

export function withPin(layout: GridLayout, name: string, pin: Pin): GridLayout {
  const but = (names: readonly string[]) => names.filter((each) => each !== name);
  return {
    ...layout,
    left: pin === 'left' ? [...but(layout.left), name] : but(layout.left),
    right: pin === 'right' ? [...but(layout.right), name] : but(layout.right),
  };
}

export function withShown(
  layout: GridLayout,
  names: readonly string[],
  shown: boolean,
): GridLayout {
  const rest = layout.hidden.filter((name) => !names.includes(name));
  return { ...layout, hidden: shown ? rest : [...rest, ...names] };
}

/** Moves a column by one place among all columns. */
export function withMoved(
  layout: GridLayout,
  variables: readonly Variable[],
  name: string,
  by: -1 | 1,
): GridLayout {
  const order = inOrder(variables, layout).map((variable) => variable.name);
  const from = order.indexOf(name);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return layout;
  order.splice(from, 1);
  order.splice(to, 0, name);
  return { ...layout, order };
}

const KEY = 'attune-grid';
/** Tables whose layout is remembered; the one that was changed longest ago goes first. */
const MOST = 100;

/** The layout that a table was given on this computer. */
export function keptLayout(table: string): GridLayout {
  const kept = readKept()[table];
  return isLayout(kept) ? kept : PLAIN;
}

export function keepLayout(table: string, layout: GridLayout): void {
  const { [table]: _, ...others } = readKept();
  const entries = Object.entries({ ...others, [table]: layout }).slice(-MOST);
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(entries)));
}

function readKept(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

function isLayout(kept: unknown): kept is GridLayout {
  if (typeof kept !== 'object' || kept === null) return false;
  const { order, hidden, left, right, widths } = kept as Record<string, unknown>;
  return (
    [order, hidden, left, right].every(Array.isArray) &&
    typeof widths === 'object' &&
    widths !== null
  );
}
