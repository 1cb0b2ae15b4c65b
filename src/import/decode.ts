import { columnType } from '../model/column.ts';
import type { ColumnDecision } from '../model/importing.ts';
import type { CellReader } from './cell-reader.ts';
import type { ColumnTally } from './column-tally.ts';
import { type DecodedColumn, type NoValue, STATE } from './decoded.ts';
import { labelledCell } from './labelled.ts';
import { type ColumnProfile, isBlank } from './profile.ts';
import { CELL, type RawDictionary } from './raw-table.ts';
import { dateReader } from './read-dates.ts';
import { numberReader } from './read-numbers.ts';
import { answerReader, codeReader, timeReader } from './read-words.ts';

/** Reads every text of a dictionary. */
export type CellsDecoder = (values: RawDictionary) => DecodedColumn;

/** What reads the cells of a column by its decision, and by how most of them are written. */
export function cellsDecoder(
  profile: ColumnProfile,
  tally: ColumnTally,
  decision: ColumnDecision,
): CellsDecoder {
  const isText = columnType(decision.kind) === 'codes';
  const missing = missingCodes(decision);
  const isLabelled = (decision.values?.length ?? 0) > 0;
  const read = readerFor(profile, tally, decision);
  return ({ dictionary, types }) => {
    const states = new Uint8Array(dictionary.length);
    const raw = new Uint8Array(dictionary.length);
    const numbers = new Float64Array(isText ? 0 : dictionary.length);
    const changed = new Map<number, string>();
    const noValues = new Map<number, NoValue>();
    states[0] = STATE.empty;
    for (let code = 1; code < dictionary.length; code++) {
      const text = dictionary[code] as string;
      if (isBlank(text)) {
        states[code] = STATE.empty;
        continue;
      }
      const type = types[code] as number;
      const carried = isLabelled ? labelledCell(text)?.code : undefined;
      const reason =
        missing(text) ??
        (carried === undefined ? undefined : missing(carried)) ??
        (type === CELL.error ? `Excel error ${text}` : undefined);
      if (reason !== undefined) {
        states[code] = STATE.missing;
        noValues.set(code, { reason, group: reason });
        continue;
      }
      const cell = type === CELL.uncalculated ? NOT_CALCULATED : read(text, type);
      if (cell === 'asked') {
        states[code] = STATE.asked;
      } else if ('group' in cell) {
        states[code] = STATE.problem;
        noValues.set(code, cell);
      } else {
        if (typeof cell.value === 'number') numbers[code] = cell.value;
        else if (cell.value !== text) changed.set(code, cell.value);
        if (cell.raw) raw[code] = 1;
      }
    }
    return { states, numbers, changed, raw, noValues };
  };
}

const NOT_CALCULATED: NoValue = {
  reason: 'a formula whose result is not saved in the file',
  group: 'a formula whose result is not saved in the file',
};

function readerFor(
  profile: ColumnProfile,
  tally: ColumnTally,
  decision: ColumnDecision,
): CellReader {
  switch (decision.kind) {
    case 'integer':
    case 'decimal':
      return numberReader(profile, tally, decision);
    case 'yesno':
      return answerReader(profile);
    case 'date':
    case 'datetime':
      return dateReader(profile, tally, decision);
    case 'time':
      return timeReader(profile);
    case 'identifier':
    case 'text':
    case 'category':
      return codeReader(profile, decision);
  }
}

/** Why a text is a missing code of the column, capitals and outer spaces aside. */
function missingCodes({ missing }: ColumnDecision): (text: string) => string | undefined {
  if (missing.length === 0) return () => undefined;
  const reasons = new Map(missing.map(({ code, reason }) => [code.trim().toLowerCase(), reason]));
  const byNumber = new Map(
    missing
      .filter(({ code }) => /^-?\d+$/.test(code.trim()))
      .map(({ code, reason }) => [Number(code), reason]),
  );
  return (text) => {
    const trimmed = text.trim();
    return (
      reasons.get(trimmed.toLowerCase()) ??
      (byNumber.size > 0 && /^-?\d+\.0+$/.test(trimmed) ? byNumber.get(Number(trimmed)) : undefined)
    );
  };
}
