import { parseIsoDate } from '../model/calendar.ts';
import type { ColumnDecision, SuggestedMissing } from '../model/importing.ts';
import { dateValue, writtenDate } from '../model/written-date.ts';
import type { DecidedColumn } from './column-evidence.ts';
import { isTyped } from './column-plan.ts';
import type { ColumnTally } from './column-tally.ts';
import { missingToken } from './missing-tokens.ts';

/** Numbers that often stand for "no answer" in questionnaires and registers. */
const CANDIDATES = [-999, -99, -9, -8, -1, 8, 9, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9999];

/** A candidate that is not far from the rest is told by how often it occurs, against the mean of these. */
const [OFTEN, NEAR] = [4, 5];

/** Days that registers put where none is known. */
const NO_DAYS: readonly string[] = [
  '1800-01-01',
  '1899-12-31',
  '1900-01-01',
  '1901-01-01',
  '9999-12-31',
  '9999-09-09',
];

/** Codes that a person could declare as missing, most frequent first. None of them is applied by itself. */
export function suggestedMissing(column: DecidedColumn): readonly SuggestedMissing[] {
  const { decision, tally } = column;
  const decided = new Set(decision.missing.map(({ code }) => code.trim().toLowerCase()));
  const all = [
    ...(codesApart(decision, tally)?.codes ?? []),
    ...tokensInWords(decision, tally),
    ...labelledAsMissing(decision, tally),
    ...noDays(column),
  ];
  return all
    .filter(({ code }) => !decided.has(code.toLowerCase()))
    .sort((a, b) => b.n - a.n)
    .slice(0, 20);
}

/** Whole numbers that stand apart from all others, and the sentence that says so. */
export function codesApart(
  { kind, missing }: ColumnDecision,
  { wholes, numbers }: ColumnTally,
): { codes: readonly SuggestedMissing[]; sentence: string } | undefined {
  if (kind !== 'integer' && kind !== 'decimal') return undefined;
  if (wholes.size < 3 || wholes.size >= 2_000) return undefined;
  const decided = new Set(missing.map(({ code }) => Number(code)));
  const rest = [...wholes.keys()].filter((value) => !CANDIDATES.includes(value));
  if (rest.length < 2) return undefined;
  const low = Math.min(...rest);
  const high = Math.max(...rest);
  const total = numbers.marks['.'].fits;
  const usual = rest.reduce((sum, value) => sum + (wholes.get(value) ?? 0), 0) / rest.length;
  const apart = CANDIDATES.filter((value) => {
    const n = wholes.get(value) ?? 0;
    if (n === 0 || decided.has(value) || n > total / 2) return false;
    if (value < 0) return low >= 0;
    if (value < 10) return low >= 0 && value > high + 1;
    const isOften = n >= OFTEN * usual && value - high > NEAR;
    return isOften || value - high > Math.max(10, (high - low) / 2);
  });
  if (apart.length === 0) return undefined;
  const why = `stands apart from the rest, ${low} to ${high}`;
  const codes = apart.map((value) => ({
    code: String(value),
    reason: 'missing code',
    n: wholes.get(value) ?? 0,
    why,
  }));
  const list = codes.map(({ code, n }) => `${code} (${n} of ${total})`).join(', ');
  const verb = codes.length === 1 ? 'stands' : 'stand';
  return {
    codes,
    sentence: `${list} ${verb} apart from the rest, ${low} to ${high}: a missing code?`,
  };
}

/** `NK` and its kin in a column of words, where they could also be answers. */
function tokensInWords({ kind }: ColumnDecision, { tokens }: ColumnTally): SuggestedMissing[] {
  if (isTyped(kind)) return [];
  return tokens.map(({ text, reason, n }) => ({
    code: text,
    reason,
    n,
    why: 'often means missing',
  }));
}

/** Codes whose label says so: `99 = Not known`. */
function labelledAsMissing(
  { values }: ColumnDecision,
  { wholes }: ColumnTally,
): SuggestedMissing[] {
  return (values ?? []).flatMap(({ value, label }) => {
    const reason = missingToken(label);
    const n = wholes.get(Number(value)) ?? 0;
    return reason === undefined || missingToken(value) !== undefined
      ? []
      : [{ code: value, reason, n, why: `its label is “${label}”` }];
  });
}

/** `01/01/1900` and other days that stand for none. */
function noDays({ decision, profile }: DecidedColumn): SuggestedMissing[] {
  const { kind, dateOrder, pivot } = decision;
  if ((kind !== 'date' && kind !== 'datetime') || !dateOrder) return [];
  const days = new Set(NO_DAYS.map((day) => parseIsoDate(day)));
  const found: SuggestedMissing[] = [];
  for (const code of profile.used) {
    const text = profile.values.dictionary[code] as string;
    if (!/1[89]\d\d|9999/.test(text)) continue;
    const written = writtenDate(text);
    const day =
      written && !written.twoDigitYear
        ? dateValue(written, dateOrder, pivot ?? undefined)
        : undefined;
    if (day === undefined || !days.has(day)) continue;
    const n = profile.counts[code] as number;
    found.push({
      code: text.trim(),
      reason: 'no date given',
      n,
      why: 'a day that registers use for none',
    });
  }
  return found;
}
