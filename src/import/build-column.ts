import { type Column, columnType, EMPTY } from '../model/column.ts';
import type { CellNote, ColumnDecision } from '../model/importing.ts';
import { type DecodedColumn, type NoValue, STATE } from './decoded.ts';
import { packedCodes } from './packed-codes.ts';
import type { RawValues } from './raw-table.ts';

const MOST_REASONS = 255;

export interface BuiltColumn {
  column: Column;
  /** Rows by what became of their cell. */
  cells: { typed: number; missing: number; empty: number; asText: number };
  /**
   * Cells that did not fit, by reason: of a kind, or of one text where no other is like it. `first` is
   * the loaded row in which the first of them stands.
   */
  problems: readonly { reason: string; n: number; first: number }[];
}

/** Spreads a decoded dictionary over the rows that are loaded, and notes what the values leave out. */
export function buildColumn(
  values: RawValues,
  decoded: DecodedColumn,
  decision: ColumnDecision,
  rows: Uint32Array,
  index: number,
  notes: CellNote[],
): BuiltColumn {
  const { codes } = values;
  const reasons: string[] = [EMPTY];
  const reasonOf = new Uint8Array(decoded.states.length);
  for (let code = 0; code < decoded.states.length; code++) {
    const state = decoded.states[code];
    if (state === STATE.empty) reasonOf[code] = 1;
    else if (state === STATE.asked) reasonOf[code] = reasonCode(reasons, 'waiting for an answer');
    else if (state !== STATE.value) {
      reasonOf[code] = reasonCode(reasons, decoded.noValues.get(code)?.group ?? 'missing');
    }
  }
  const missing = new Uint8Array(rows.length);
  const cells = { typed: 0, missing: 0, empty: 0, asText: 0 };
  const problems = new Map<string, Problem>();
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] as number] ?? 0;
    const state = decoded.states[code] as number;
    missing[i] = reasonOf[code] as number;
    if (state === STATE.value) cells.typed++;
    else if (state === STATE.empty) cells.empty++;
    else if (state === STATE.missing) cells.missing++;
    else cells.asText++;
    if (state === STATE.empty || state === STATE.asked) continue;
    if (state === STATE.value && decoded.raw[code] === 0) continue;
    const none = decoded.noValues.get(code);
    if (state === STATE.problem) count(problems, none, i);
    notes.push({
      row: i,
      column: index,
      raw: values.texts ? values.texts.text(code) : (values.dictionary[code] as string),
      kind: state === STATE.value ? 'raw' : state === STATE.missing ? 'missing-code' : 'problem',
      reason: none?.reason ?? '',
    });
  }
  const column = columnOf(values, decoded, decision, rows, missing, reasons);
  return { column, cells, problems: [...problems.values()] };
}

interface Problem {
  reason: string;
  n: number;
  first: number;
}

function count(problems: Map<string, Problem>, none: NoValue | undefined, row: number): void {
  const { group, reason } = none ?? { group: '', reason: '' };
  const known = problems.get(group);
  if (!known) problems.set(group, { reason, n: 1, first: row });
  else {
    known.n++;
    if (known.reason !== reason) known.reason = group;
  }
}

function columnOf(
  values: RawValues,
  decoded: DecodedColumn,
  { kind }: ColumnDecision,
  rows: Uint32Array,
  missing: Uint8Array,
  reasons: readonly string[],
): Column {
  const n = rows.length;
  const type = columnType(kind);
  if (type === 'codes') {
    const { texts } = values;
    const { changed } = decoded;
    return texts && changed
      ? packedCodes({ codes: values.codes, texts, changed }, rows, missing, reasons)
      : codeColumn(values, decoded, rows, missing, reasons);
  }
  const result = type === 'numbers' ? new Float64Array(n) : new Int32Array(n);
  const none = type === 'numbers' ? Number.NaN : 0;
  for (let i = 0; i < n; i++) {
    const code = values.codes[rows[i] as number] ?? 0;
    result[i] = missing[i] === 0 ? (decoded.numbers[code] as number) : none;
  }
  return result instanceof Float64Array
    ? { type: 'numbers', values: result, missing, reasons }
    : { type: 'days', values: result, missing, reasons };
}

function codeColumn(
  { codes, types }: RawValues,
  { texts, raw }: DecodedColumn,
  rows: Uint32Array,
  missing: Uint8Array,
  reasons: readonly string[],
): Column {
  // Only trimmed texts, and cells of several types, can be alike.
  const canRepeat = raw.includes(1) || types.some((type, code) => code > 1 && type !== types[1]);
  const known = new Map<string, number>();
  const dictionary: string[] = [];
  const own = new Int32Array(texts.length).fill(-1);
  const result = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    if (missing[i] !== 0) continue;
    const code = codes[rows[i] as number] as number;
    let mine = own[code] as number;
    if (mine < 0) {
      const text = texts[code] as string;
      mine = (canRepeat ? known.get(text) : undefined) ?? dictionary.push(text) - 1;
      if (canRepeat) known.set(text, mine);
      own[code] = mine;
    }
    result[i] = mine;
  }
  return { type: 'codes', codes: result, dictionary, missing, reasons };
}

function reasonCode(reasons: string[], reason: string): number {
  const at = reasons.indexOf(reason);
  if (at >= 0) return at + 1;
  if (reasons.length === MOST_REASONS) return MOST_REASONS;
  return reasons.push(reason);
}
