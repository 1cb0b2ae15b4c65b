import type { Interval } from '../../model/figure.ts';
import type { NumberFormat } from '../../model/number-format.ts';
import type { Cell, TableColumn } from '../../model/result.ts';

export function textColumn(key: string, header: string): TableColumn {
  return { key, header, align: 'left', format: 'text' };
}

export function numberColumn(
  key: string,
  header: string,
  format: NumberFormat,
  spanner?: string,
): TableColumn {
  return { key, header, align: 'right', format, ...(spanner ? { spanner } : {}) };
}

/** A value with the ends of its interval. */
export function intervalColumns(
  key: string,
  header: string,
  format: NumberFormat,
  spanner?: string,
): TableColumn[] {
  return [
    numberColumn(key, header, format, spanner),
    numberColumn(`${key}-low`, 'Lower', format, spanner),
    numberColumn(`${key}-high`, 'Upper', format, spanner),
  ];
}

export function intervalCells(interval: Interval | undefined): Cell[] {
  return [interval?.value, interval?.low, interval?.high].map((value) => ({
    value: value ?? null,
  }));
}

/** A number that is not shown leaves a star. */
export function shownCell(value: number | null): Cell {
  return value === null ? { value, text: '*' } : { value };
}
