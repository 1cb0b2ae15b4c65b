import { codeValue } from '../columns/hot/hot-value.ts';
import { codesApart } from '../model/codes-apart.ts';
import { formatNumber } from '../model/format.ts';
import { MISSING_CODE, missingToken } from '../model/missing-tokens.ts';
import { type Kind, type Variable, valueLabel } from '../model/variable.ts';
import type { ColumnFacts } from './suggest/column-facts.ts';

/** Kinds of which a value may be a code for a missing one; what stands for no date is asked of every date. */
export const MAY_HOLD_CODES: readonly Kind[] = [
  'integer',
  'decimal',
  'category',
  'text',
  'identifier',
];

/** A column of numbers with more codes than this measures something: it is not counted by value. */
const MOST_CODES = 0x1_0000;

/** A value that may stand for no answer, and a sentence that says why. */
export interface FoundCode {
  value: string;
  why: string;
}

/** Values that the import suggests as missing. Those that somebody decided about there are missing, and none of these. */
export function missingCodes(facts: ColumnFacts): FoundCode[] {
  const counts = valueCounts(facts);
  const { variable, present } = facts;
  const isNumber = variable.kind === 'integer' || variable.kind === 'decimal';
  const found = isNumber ? numbersApart(counts, present) : tokens(counts);
  const known = new Set(found.map(({ value }) => value));
  const labelled = variable.values.filter(
    ({ value, label }) =>
      !known.has(value) && counts.has(value) && missingToken(label) !== undefined,
  );
  return [
    ...found,
    ...labelled.map(({ value, label }) => ({ value, why: `Its label is “${label}”.` })),
  ];
}

/** Why cells of a value are missing, if they are: what its text or its label says. */
export function missingCodeReason(variable: Variable, value: string): string {
  return missingToken(value) ?? missingToken(valueLabel(variable, value)) ?? MISSING_CODE;
}

function valueCounts(facts: ColumnFacts): Map<string, number> {
  const { column } = facts;
  if (column.scale.by === 'text') return new Map(facts.values().map(({ text, n }) => [text, n]));
  const found = new Map<string, number>();
  if (column.size - column.floor > MOST_CODES) return found;
  for (let code = column.floor; code < column.size; code++) {
    const n = facts.counts[code] as number;
    if (n > 0) found.set(String(codeValue(column, code)), n);
  }
  return found;
}

function numbersApart(counts: ReadonlyMap<string, number>, present: number): FoundCode[] {
  const numbers = [...counts].map(([text, n]) => [Number(text), n] as const);
  const wholes = new Map(numbers.filter(([value]) => Number.isInteger(value)));
  const found = codesApart(wholes, present);
  if (found === undefined) return [];
  const [low, high] = [found.low, found.high].map((value) => formatNumber(value, 'count'));
  const why = `It often means “no answer” and stands apart from the rest, ${low} to ${high}.`;
  return found.codes.map((value) => ({ value: String(value), why }));
}

function tokens(counts: ReadonlyMap<string, number>): FoundCode[] {
  return [...counts.keys()].flatMap((value) => {
    const reason = missingToken(value);
    return reason === undefined ? [] : [{ value, why: `It often means: ${reason}.` }];
  });
}
