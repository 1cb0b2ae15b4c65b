import { formatNumber } from '../model/format.ts';
import type { ColumnDecision, ColumnEvidence } from '../model/importing.ts';
import type { Kind } from '../model/variable.ts';
import { isTyped } from './column-plan.ts';
import type { ColumnTally } from './column-tally.ts';
import { PIVOT } from './dates.ts';
import { type DecodedColumn, STATE } from './decoded.ts';
import { identifierReason } from './identifier.ts';
import { areMost, isAllowedAsOne, ONE_FROM } from './infer-kind.ts';
import type { ColumnProfile } from './profile.ts';
import { suspectedCodes } from './suspected-codes.ts';

const SHOWN = 10;

/** What a decided column is judged by. */
export interface DecidedColumn {
  decision: ColumnDecision;
  profile: ColumnProfile;
  tally: ColumnTally;
  decoded: DecodedColumn;
}

/** One sentence or a few: why this kind, what was taken as missing, what looks odd. */
export function kindEvidence(column: DecidedColumn, numbers: Uint32Array): string {
  const { decision, profile, tally, decoded } = column;
  if (profile.filled === 0) return `All ${count(profile.empty)} cells are empty.`;
  const sentences = [mainSentence(column, numbers)];
  if (decision.missing.length > 0) {
    const used = decision.missing
      .map(({ code, reason }) => ({ code, reason, n: occurrences(profile, code) }))
      .filter(({ n }) => n > 0)
      .map(({ code, reason, n }) => `${code} (${times(n)}): ${reason}`);
    if (used.length > 0) sentences.push(`Read as missing: ${used.join('; ')}.`);
  } else if (!isTyped(decision.kind) && tally.tokens.length > 0) {
    const tokens = tally.tokens.slice(0, 3).map(({ text, n }) => `${text} (${times(n)})`);
    sentences.push(`${tokens.join(', ')} could stand for missing.`);
  }
  if (tally.errors > 0) sentences.push(`${cells(tally.errors)} an Excel error, read as missing.`);
  if (tally.uncalculated > 0) {
    sentences.push(`${cells(tally.uncalculated)} a formula without a saved result.`);
  }
  const suspects = suspectedCodes(decision, tally);
  if (suspects) sentences.push(suspects);
  const problems = statesCount(profile, decoded, STATE.problem) - tally.uncalculated;
  if (problems > 0) {
    const one = problems === 1 ? '1 cell does not fit' : `${count(problems)} cells do not fit`;
    const few = problems === 1 && isAllowedAsOne(tally.judged);
    const why = few ? `: one may differ from ${ONE_FROM} cells on` : '';
    sentences.push(`${one} and ${problems === 1 ? 'is' : 'are'} kept as text${why}.`);
  }
  return sentences.join(' ');
}

/** What the file says about a column, for the person who decides. */
export function columnEvidence(
  column: DecidedColumn,
  evidence: string,
  numbers: Uint32Array,
): ColumnEvidence {
  const { decision, profile, tally, decoded } = column;
  const { dictionary } = profile.values;
  const byCount = [...profile.used].sort(
    (a, b) => (profile.counts[b] as number) - (profile.counts[a] as number),
  );
  const problems = [...profile.used]
    .filter((code) => decoded.states[code] === STATE.problem)
    .slice(0, SHOWN)
    .map((code) => ({
      row: numbers[profile.firstRows[code] as number] ?? 0,
      raw: dictionary[code] as string,
      reason: decoded.noValues.get(code)?.reason ?? '',
    }));
  return {
    position: decision.position,
    filled: profile.filled,
    empty: profile.empty,
    distinct: profile.used.length,
    fits: fits(tally, profile),
    evidence,
    problems,
    examples: [...profile.used.subarray(0, SHOWN)].map((code) => dictionary[code] as string),
    top: byCount.slice(0, SHOWN).map((code) => ({
      value: dictionary[code] as string,
      n: profile.counts[code] as number,
    })),
  };
}

function fits(tally: ColumnTally, profile: ColumnProfile): { kind: Kind; n: number }[] {
  const { dates, numbers } = tally;
  const marks = numbers.marks[numbers.mark ?? '.'];
  const all: { kind: Kind; n: number }[] = [
    { kind: 'yesno', n: tally.yes + tally.no },
    { kind: 'date', n: dates.possible },
    { kind: 'datetime', n: dates.withTime },
    { kind: 'time', n: tally.times },
    { kind: 'integer', n: marks.whole },
    { kind: 'decimal', n: marks.fits },
    { kind: 'category', n: profile.filled },
    { kind: 'text', n: profile.filled },
    { kind: 'identifier', n: profile.filled },
  ];
  return all.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
}

function mainSentence({ decision, profile, tally }: DecidedColumn, rows: Uint32Array): string {
  const tokens = new Set(tally.tokens.map(({ text }) => text.toLowerCase()));
  const coded = decision.missing
    .filter(({ code }) => !tokens.has(code.trim().toLowerCase()))
    .reduce((sum, { code }) => sum + occurrences(profile, code), 0);
  const of = (n: number) => {
    const all = tally.judged - coded;
    const fitting = Math.max(0, n - coded);
    return fitting === all
      ? `All ${count(all)} values are`
      : `${count(fitting)} of ${count(all)} values are`;
  };
  switch (decision.kind) {
    case 'yesno':
      return `${of(tally.yes + tally.no)} yes or no.`;
    case 'integer':
    case 'decimal':
      return numberSentence(decision, tally, of);
    case 'date':
    case 'datetime':
      return dateSentence(decision, tally, of, rows);
    case 'time':
      return `${of(tally.times)} times.`;
    case 'identifier': {
      const reason = identifierReason(tally, decision.header, (n) => areMost(n, tally.judged));
      return `${different(tally)}${reason ? `; ${reason}` : ''}.`;
    }
    case 'category':
      return `${different(tally)}, each seen ${times(Math.round(profile.filled / Math.max(1, profile.used.length)))} on average.`;
    case 'text': {
      const zeros = tally.codes.leadingZero;
      const lost = zeros > 0 ? ` ${count(zeros)} begin with a zero that a number would lose.` : '';
      return `${different(tally)}, the longest of ${count(tally.longest)} characters.${lost}`;
    }
  }
}

function numberSentence(
  { kind, decimal, missing }: ColumnDecision,
  { numbers, wholes }: ColumnTally,
  of: (n: number) => string,
): string {
  const mark = decimal ?? numbers.mark ?? '.';
  const { fits: fitting, whole } = numbers.marks[mark];
  const extras = [
    mark === ',' ? 'decimal comma' : '',
    numbers.percent * 2 > fitting ? 'per cent, kept as a share of 1' : '',
    [...numbers.currencies.keys()].map((sign) => `amounts in ${sign}`).join(', '),
  ].filter((text) => text !== '');
  const extra = extras.length > 0 ? ` (${extras.join('; ')})` : '';
  if (kind === 'decimal') return `${of(fitting)} numbers${extra}.`;
  const decided = new Set(missing.map(({ code }) => Number(code)));
  const values = [...wholes.keys()].filter((value) => !decided.has(value));
  const low = values.length > 0 ? Math.min(...values) : 0;
  const high = values.length > 0 ? Math.max(...values) : 0;
  const range = values.length > 0 && values.length < 2_000 ? `, from ${low} to ${high}` : '';
  return `${of(whole)} whole numbers${range}${extra}.`;
}

function dateSentence(
  { kind, dateOrder }: ColumnDecision,
  { dates }: ColumnTally,
  of: (n: number) => string,
  rows: Uint32Array,
): string {
  const what = kind === 'date' ? 'dates' : 'dates with times';
  const parts = [`${of(dates.possible)} ${what}`];
  const proof = dateOrder === 'mdy' ? dates.monthProof : dates.dayProof;
  const numeric = dates.possible - dates.settled;
  if (dateOrder === null) parts.push('the order of day and month is open');
  else if (numeric > 0 && proof && dateOrder !== 'ymd') {
    const order = dateOrder === 'mdy' ? 'month first' : 'day first';
    const text = proof.text.trim();
    parts.push(`${order} is proven by row ${count(rows[proof.row] ?? 0)} (${text})`);
  } else if (numeric > 0) parts.push('the order of day and month was chosen');
  if (dates.twoDigitYears > 0) {
    parts.push(
      `two-digit years from ${PIVOT} are read as 19${PIVOT} to 1999, those below as 2000 to 20${PIVOT - 1}`,
    );
  }
  const impossible = dates.dates - dates.possible;
  if (impossible > 0)
    parts.push(`${count(impossible)} ${impossible === 1 ? 'does' : 'do'} not exist`);
  return `${parts.join('; ')}.`;
}

function different({ distinct, judged, tokens }: ColumnTally): string {
  const values = distinct + tokens.length;
  const all = judged + tokens.reduce((sum, { n }) => sum + n, 0);
  return `${count(values)} different ${values === 1 ? 'value' : 'values'} in ${count(all)} cells`;
}

function statesCount({ used, counts }: ColumnProfile, { states }: DecodedColumn, state: number) {
  let n = 0;
  for (const code of used) if (states[code] === state) n += counts[code] as number;
  return n;
}

function occurrences({ used, counts, values }: ColumnProfile, wanted: string): number {
  const key = wanted.trim().toLowerCase();
  let n = 0;
  for (const code of used) {
    const text = values.dictionary[code] as string;
    if (text.length < 40 && text.trim().toLowerCase() === key) n += counts[code] as number;
  }
  return n;
}

function cells(n: number): string {
  return n === 1 ? '1 cell holds' : `${count(n)} cells hold`;
}

function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${count(n)} times`;
}

function count(n: number): string {
  return formatNumber(n, 'count');
}
