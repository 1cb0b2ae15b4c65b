/** A cell of the grid: its place in the list of rows and its column. */
export interface CellPlace {
  row: number;
  column: string;
}

/** A rectangle of cells, from where it was begun to where it was drawn. */
export interface CellRange {
  from: CellPlace;
  to: CellPlace;
}

/** The rows and columns of a range; columns as they stand in view. */
export function rangeOf({ from, to }: CellRange, columns: readonly string[]) {
  const [a, b] = [columns.indexOf(from.column), columns.indexOf(to.column)];
  return {
    first: Math.min(from.row, to.row),
    last: Math.max(from.row, to.row),
    columns: a < 0 || b < 0 ? [] : columns.slice(Math.min(a, b), Math.max(a, b) + 1),
  };
}

export function isInRange(
  range: CellRange | null,
  columns: readonly string[],
  { row, column }: CellPlace,
): boolean {
  if (range === null) return false;
  const found = rangeOf(range, columns);
  return row >= found.first && row <= found.last && found.columns.includes(column);
}
