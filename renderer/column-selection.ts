/** Selected columns by position, as lists everywhere do it: a click, Ctrl for one more, Shift for a stretch. */
export interface ColumnSelection {
  /** Where a stretch begins. */
  anchor: number;
  /** Where the keyboard stands. */
  focus: number;
  positions: ReadonlySet<number>;
}

export function selectOne(position: number): ColumnSelection {
  return { anchor: position, focus: position, positions: new Set([position]) };
}

/** Adds a column, or takes it out; the last one stays. */
export function toggleOne(selection: ColumnSelection, position: number): ColumnSelection {
  const positions = new Set(selection.positions);
  if (positions.has(position) && positions.size > 1) positions.delete(position);
  else positions.add(position);
  return { anchor: position, focus: position, positions };
}

/** Everything from the anchor to a column, in the order of the file. */
export function selectUpTo(
  { anchor }: ColumnSelection,
  position: number,
  order: readonly number[],
): ColumnSelection {
  const from = order.indexOf(anchor);
  const to = order.indexOf(position);
  const stretch = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { anchor, focus: position, positions: new Set(stretch) };
}

interface Keys {
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** What a click with these keys selects. */
export function selectBy(
  selection: ColumnSelection,
  position: number,
  order: readonly number[],
  keys: Keys,
): ColumnSelection {
  if (keys.shiftKey) return selectUpTo(selection, position, order);
  if (keys.ctrlKey || keys.metaKey) return toggleOne(selection, position);
  return selectOne(position);
}

/** What a key selects; undefined for keys that mean nothing here. */
export function selectByKey(
  selection: ColumnSelection,
  key: string,
  order: readonly number[],
  keys: Keys,
): ColumnSelection | undefined {
  const isCtrl = keys.ctrlKey || keys.metaKey;
  if (isCtrl && key.toLowerCase() === 'a') return { ...selection, positions: new Set(order) };
  if (key === ' ' && isCtrl) return toggleOne(selection, selection.focus);
  const at = order.indexOf(selection.focus);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: order.length - 1 }[key];
  const position = to === undefined ? undefined : order[to];
  if (position === undefined) return undefined;
  if (keys.shiftKey) return selectUpTo(selection, position, order);
  return isCtrl ? { ...selection, focus: position } : selectOne(position);
}
