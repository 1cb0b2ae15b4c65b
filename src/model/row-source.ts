import type { Origin, SourceFile } from './table.ts';

/**
 * Which file each row of an imported table came from, for tables that more than one file went into;
 * undefined for all others. Row is 0-based. A row that an update changed is still of its first file.
 */
export function rowSource(origin: Origin): ((row: number) => SourceFile | undefined) | undefined {
  if (origin.made !== 'import' || origin.files.length < 2) return undefined;
  return (row) =>
    origin.files.findLast(
      ({ rows }) => rows && row + 1 >= rows.first && row + 1 < rows.first + rows.n,
    );
}
