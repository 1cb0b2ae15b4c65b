import { calendarDate } from '../model/calendar.ts';
import { formatNumber } from '../model/format.ts';
import type { ColumnDecision, SeveralAnswers } from '../model/importing.ts';
import { PIVOT } from '../model/written-date.ts';
import type { DecidedColumn } from './column-evidence.ts';
import { isTyped } from './column-plan.ts';
import type { ColumnTally } from './column-tally.ts';
import { type DecodedColumn, STATE } from './decoded.ts';
import { identifierReason } from './identifier.ts';
import { areMost, isAllowedAsOne, ONE_FROM } from './infer-kind.ts';
import type { ColumnProfile } from './profile.ts';
import { saysBirth } from './serials.ts';
import { codesApart } from './suggested-missing.ts';
import { today } from './today.ts';

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
  const suspects = codesApart(decision, tally);
  if (suspects) sentences.push(suspects.sentence);
  if (tally.suppressed > 0 && (decision.kind === 'integer' || decision.kind === 'decimal')) {
    sentences.push(
      `${cells(tally.suppressed)} a limit or a sign instead of a number, as <5 or *: kept as text, never counted as a number.`,
    );
  }
  if (column.several) sentences.push(severalSentence(column.several));
  const problems = statesCount(profile, decoded, STATE.problem) - tally.uncalculated;
  if (problems > 0) {
    const one = problems === 1 ? '1 cell does not fit' : `${count(problems)} cells do not fit`;
    const few = problems === 1 && isAllowedAsOne(tally.judged);
    const why = few ? `: one may differ from ${ONE_FROM} cells on` : '';
    sentences.push(`${one} and ${problems === 1 ? 'is' : 'are'} kept as text${why}.`);
  }
  return sentences.join(' ');
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
      if (decision.values && tally.labelled.n > 0) {
        return `${count(tally.labelled.n)} of ${count(tally.judged)} cells give a code and its label, as “${tally.labelled.example}”: the code is the value.`;
      }
      return `${different(tally)}, each seen ${times(Math.round(profile.filled / Math.max(1, profile.used.length)))} on average.`;
    case 'text': {
      const zeros = tally.codes.leadingZero;
      const lost = zeros > 0 ? ` ${count(zeros)} begin with a zero that a number would lose.` : '';
      // Where all cells may be missing codes, none was measured.
      const size = tally.longest > 0 ? `, the longest of ${count(tally.longest)} characters` : '';
      return `${different(tally)}${size}.${lost}`;
    }
  }
}

function severalSentence(several: SeveralAnswers): string {
  if (several.form === 'block') {
    return `One of ${several.positions.length} tick boxes of ${several.name}.`;
  }
  const { separator, answers } = several;
  const names = answers.slice(0, 3).map(({ value }) => value);
  const more = answers.length > names.length ? ' …' : '';
  return `Several answers in a cell, divided by “${separator}”: ${answers.length} different ones (${names.join('; ')}${more}).`;
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
  const span = low === high ? `, all ${low}` : `, from ${low} to ${high}`;
  const range = values.length > 0 && values.length < 2_000 ? span : '';
  return `${of(whole)} whole numbers${range}${extra}.`;
}

function dateSentence(
  { kind, dateOrder, header, pivot, serials: system }: ColumnDecision,
  { dates, serials }: ColumnTally,
  of: (n: number) => string,
  rows: Uint32Array,
): string {
  const what = kind === 'date' ? 'dates' : 'dates with times';
  const parts = [`${of(dates.possible + (system === false ? 0 : serials.n))} ${what}`];
  if (serials.n > 0) {
    const taken = { false: 'taken for numbers', null: 'waiting for an answer' }[String(system)];
    parts.push(
      `${count(serials.n)} ${serials.n === 1 ? 'is a day number' : 'are day numbers'} of Excel, ${taken ?? `counted from ${system}`}`,
    );
  }
  const proof = dateOrder === 'mdy' ? dates.monthProof : dates.dayProof;
  const numeric = dates.possible - dates.settled;
  if (dateOrder === null) parts.push('the order of day and month is open');
  else if (numeric > 0 && proof && dateOrder !== 'ymd') {
    const order = dateOrder === 'mdy' ? 'month first' : 'day first';
    const text = proof.text.trim();
    parts.push(`${order} is proven by row ${count(rows[proof.row] ?? 0)} (${text})`);
  } else if (numeric > 0) parts.push(withoutProof(dates, dateOrder));
  if (dates.twoDigitYears > 0) parts.push(pivotWords(header, pivot));
  const impossible = dates.dates - dates.possible;
  if (impossible > 0)
    parts.push(`${count(impossible)} ${impossible === 1 ? 'does' : 'do'} not exist`);
  return `${parts.join('; ')}.`;
}

function withoutProof(
  { dayFirst, monthFirst, either, settled }: ColumnTally['dates'],
  order: ColumnDecision['dateOrder'],
): string {
  if (order === 'ymd' || dayFirst + monthFirst + either > 0) {
    return 'the order of day and month was chosen';
  }
  const cells = settled > 0 ? 'every other cell' : 'every cell';
  return `day and month are equal in ${cells}, so their order does not matter`;
}

function pivotWords(header: string, pivot: number | null | undefined): string {
  if (pivot === null) return 'the century of two-digit years is open';
  const from = pivot ?? PIVOT;
  const two = (year: number) => String(year).padStart(2, '0');
  const words =
    from === 0
      ? 'two-digit years are read as 1900 to 1999'
      : from > 99
        ? 'two-digit years are read as 2000 to 2099'
        : `two-digit years from ${two(from)} are read as 19${two(from)} to 1999, those below as 2000 to 20${two(from - 1)}`;
  const isUpToNow = from === (calendarDate(today()).year % 100) + 1;
  return saysBirth(header) && isUpToNow ? `${words}: nobody is born in the future` : words;
}

function different({ distinct, isExact, judged, tokens }: ColumnTally): string {
  const values = distinct + tokens.length;
  const all = judged + tokens.reduce((sum, { n }) => sum + n, 0);
  return `${isExact ? '' : 'At most '}${count(values)} different ${values === 1 ? 'value' : 'values'} in ${count(all)} cells`;
}

function statesCount({ used, counts }: ColumnProfile, { states }: DecodedColumn, state: number) {
  let n = 0;
  for (let i = 0; i < used.length; i++) {
    const code = used[i] as number;
    if (states[code] === state) n += counts[code] as number;
  }
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
