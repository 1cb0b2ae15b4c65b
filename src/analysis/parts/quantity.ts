import { formatBounds, formatNumber } from '../../model/format.ts';
import type { NumberFormat } from '../../model/number-format.ts';
import type { Cell, Estimate, ResultTable, TableRow } from '../../model/result.ts';
import { estimate, interval } from './estimate.ts';
import { percentLevel } from './words.ts';

export type Bounds = readonly [number | null, number | null];

/** A number of a result: an estimate, and a column of its table. */
export interface Quantity {
  key: string;
  label: string;
  /** As in a sentence and over its column, with markup. */
  symbol: string;
  value: number | null;
  format: NumberFormat;
  /** Its interval, which the column shows in brackets. */
  ci?: Bounds | null;
  /** How the interval is made: "noncentral t". */
  by?: string;
  /** Over the column, where that is not the symbol. */
  header?: string;
  /** Only an estimate, or only a column. */
  only?: 'estimate' | 'column';
  /** Instead of the number in the column. */
  text?: string;
  /** Why there is no value, where that is not the reason of the whole line. */
  refused?: string;
}

export function quantity(
  key: string,
  label: string,
  symbol: string,
  value: number | null | undefined,
  format: NumberFormat,
  more: Omit<Quantity, 'key' | 'label' | 'symbol' | 'value' | 'format'> = {},
): Quantity {
  return { key, label, symbol, value: value ?? null, format, ...more };
}

/** One line of a table: an outcome, a term of a model, a pair of groups. */
export interface QuantityLine {
  label: string;
  quantities: readonly Quantity[];
  role?: TableRow['role'];
}

/** @param keyOf the key of an estimate, from that of the quantity */
export function estimatesOf(
  { label, quantities }: QuantityLine,
  level: number,
  { keyOf = (key: string) => key, refused = '' } = {},
): Estimate[] {
  return quantities
    .filter(({ only }) => only !== 'column')
    .map((each) =>
      estimate(
        keyOf(each.key),
        label === '' ? each.label : `${label}: ${each.label}`,
        each.symbol,
        each.value,
        each.format,
        {
          ci: interval(level, each.ci ?? null, each.by ?? ''),
          refused: each.refused || refused || 'not defined for these values',
        },
      ),
    );
}

/** A table with a column for every quantity of its lines, in the order of the line that has most. */
export function linesTable(
  about: { id: string; title: string; first: string; level: number; notes?: readonly string[] },
  lines: readonly QuantityLine[],
): ResultTable {
  const columns = columnsOf(lines);
  return {
    id: about.id,
    title: about.title,
    columns: [
      { key: 'line', header: about.first, align: 'left', format: 'text' },
      ...columns.map(({ key, symbol, header = symbol, format }) => {
        const withCi = lines.some((line) => quantityOf(line, key)?.ci);
        return {
          key,
          header: withCi ? `${header} [${percentLevel(about.level)} CI]` : header,
          align: 'right' as const,
          format,
        };
      }),
    ],
    rows: lines.map((line) => ({
      ...(line.role ? { role: line.role } : {}),
      cells: [{ value: line.label }, ...columns.map(({ key }) => cellOf(quantityOf(line, key)))],
    })),
    notes: about.notes ?? [],
  };
}

function columnsOf(lines: readonly QuantityLine[]): Quantity[] {
  const shown = lines.map(({ quantities }) => quantities.filter(({ only }) => only !== 'estimate'));
  return shown.reduce((most, each) => (each.length > most.length ? each : most), []);
}

function quantityOf({ quantities }: QuantityLine, key: string): Quantity | undefined {
  return quantities.find((each) => each.key === key && each.only !== 'estimate');
}

function cellOf(quantity: Quantity | undefined): Cell {
  if (!quantity) return { value: null, text: '' };
  const { value, ci, format, text } = quantity;
  if (text !== undefined) return { value, text };
  return value !== null && ci ? { value, text: withBounds(value, ci, format) } : { value };
}

/** "0.46 [0.21, 0.70]" */
export function withBounds(value: number, [low, high]: Bounds, format: NumberFormat): string {
  const text = formatNumber(value, format);
  return low === null || high === null ? text : `${text} ${formatBounds(low, high, format)}`;
}
