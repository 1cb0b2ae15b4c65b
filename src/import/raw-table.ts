import type { PackedTexts } from '../model/packed-texts.ts';
import { entryText } from './entry-text.ts';
import type { GroupedColumn } from './group-column.ts';
import type { JudgedColumn } from './judge-column.ts';
import { type RawRun, textInRun } from './raw-run.ts';

/**
 * What a cell of a workbook is, beside its text. Everything in a text file is `text`.
 * `uncalculated` is a formula whose result was not saved in the file.
 */
export const CELL = {
  text: 0,
  number: 1,
  date: 2,
  datetime: 3,
  time: 4,
  boolean: 5,
  error: 6,
  uncalculated: 7,
} as const;

/** One of {@link CELL}. */
export type CellType = number;

/** The distinct texts of a column; entry 0 is the empty one. */
export interface RawDictionary {
  /** May be made when it is first read: take {@link rawText} for single cells. */
  readonly dictionary: readonly string[];
  /** The dictionary, where its texts are not strings yet. */
  readonly texts?: PackedTexts;
  /** One {@link CELL} a dictionary entry. */
  readonly types: Uint8Array;
}

/** All cells of one column, by dictionary; code 0 is the empty cell. */
export interface RawValues extends RawDictionary {
  /** One code a row; rows past the end are empty. */
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  /** Where the column is not in one piece: codes and dictionary are then made when they are asked for. */
  readonly runs?: readonly RawRun[];
  /** Its cells, where another thread has counted them already. */
  readonly grouped?: GroupedColumn;
  /** What they say, where that was looked at while another thread was waited for. */
  readonly judged?: JudgedColumn;
}

/** A row that has another number of fields than the table is wide, or broken quotes. */
export interface OddRow {
  /** 1-based line of the file. */
  number: number;
  /** How many regular rows stand before it. */
  before: number;
  blankBefore: boolean;
  cells: readonly string[];
  reason: string;
}

/** Why a `sep=;` line stands aside: it is no row of the table. */
export const NAMES_DELIMITER = 'names the delimiter';

/** Cells joined in a workbook; 0-based columns, 1-based rows, inclusive. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A file as it was read: every row, no meaning yet. Blank rows are only counted. */
export interface RawTable {
  rows: number;
  columns: readonly RawValues[];
  /** 1-based line or sheet row of each regular row. */
  numbers: Uint32Array;
  /** 1 where a blank row stands directly before. */
  blankBefore: Uint8Array;
  odd: readonly OddRow[];
  blanks: number;
  merges: readonly Merge[];
  /** Sheet rows that are hidden and yet hold something; read like the others. */
  hidden?: Uint32Array;
  /** 0-based columns that are hidden; read like the others. */
  hiddenColumns?: ReadonlySet<number>;
}

/** Text of one cell. */
export function rawText(values: RawValues | undefined, row: number): string {
  if (values?.runs) return textInRun(values.runs, row);
  return values ? entryText(values, values.codes[row] ?? 0) : '';
}

/** {@link CELL} of one cell. */
export function rawType(values: RawValues | undefined, row: number): CellType {
  if (values?.runs) return CELL.text;
  return values?.types[values.codes[row] ?? 0] ?? CELL.text;
}

/** All cells of one regular row. */
export function rawRow(table: RawTable, row: number): string[] {
  return table.columns.map((values) => rawText(values, row));
}
