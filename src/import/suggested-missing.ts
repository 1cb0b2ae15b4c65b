import { parseIsoDate } from '../model/calendar.ts';
import { codesApart as numbersApart } from '../model/codes-apart.ts';
import type { ColumnDecision, SuggestedMissing } from '../model/importing.ts';
import { MISSING_CODE, missingToken } from '../model/missing-tokens.ts';
import { NO_DAYS } from '../model/no-days.ts';
import { dateValue, writtenDate } from '../model/written-date.ts';
import type { DecidedColumn } from './column-evidence.ts';
import { isTyped } from './column-plan.ts';
import type { ColumnTally } from './column-tally.ts';

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
  const total = numbers.marks['.'].fits;
  const decided = new Set(missing.map(({ code }) => Number(code)));
  const apart = numbersApart(wholes, total, decided);
  if (apart === undefined) return undefined;
  const { low, high } = apart;
  const why = `stands apart from the rest, ${low} to ${high}`;
  const codes = apart.codes.map((value) => ({
    code: String(value),
    reason: MISSING_CODE,
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
