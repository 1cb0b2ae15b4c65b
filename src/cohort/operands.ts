import { financialYearLabel, longDate, parseIsoDate } from '../model/calendar.ts';
import { type Moment, type Scalar, SPANS, type Span } from '../model/condition.ts';
import { variableNamed } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { Kind, Variable } from '../model/variable.ts';
import { readList, sayList } from './list-words.ts';
import { readKey, sayKey } from './name-words.ts';
import { quote, readQuoted } from './quoting.ts';
import type { Reader } from './reader.ts';
import { typeOperand } from './type-operand.ts';
import { readDay, readPlain, readValue, sayPlain, sayValue } from './value-words.ts';

/** What the words of an operand depend on. */
export interface Around {
  /** The variable that the test asks, and all of its table. */
  variable: Variable;
  variables: readonly Variable[];
  /** The test's other operands, by name. */
  operands: Readonly<Record<string, unknown>>;
  /** Lists are said whole, however long. */
  isWhole: boolean;
}

/** Whether a test begins at a place of the sentence. */
export type IsTest = (at: number) => boolean;

/** One kind of operand: what fits it, how it is said, and how that is read again. */
interface Operand<V> {
  /** @throws Refusal `bad-operand` */
  check(value: V, around: Pick<Around, 'variable' | 'variables'>): V;
  say(value: V, around: Around): string;
  read(
    reader: Reader,
    around: Pick<Around, 'variable' | 'variables'>,
    isTest: IsTest,
  ): V | undefined;
}

/** What each kind of operand holds. */
interface OperandTypes {
  /** A value of the variable, in the form of its kind. */
  value: Scalar;
  values: readonly Scalar[];
  /** Part of a text. */
  part: string;
  count: number;
  span: Span;
  day: string;
  moment: Moment;
  years: readonly string[];
  reasons: readonly string[];
}

export type OperandKind = keyof OperandTypes;

/** The kinds that a moment can be read from. */
export const DATED: readonly Kind[] = ['date', 'datetime'];

export const OPERANDS: { readonly [K in OperandKind]: Operand<OperandTypes[K]> } = {
  value: {
    check: (value, { variable }) => typeOperand(value, variable),
    say: (value, { variable }) => sayValue(variable, value),
    read: (reader, { variable }) => readValue(reader, variable),
  },
  values: {
    check: (values, { variable }) => values.map((value) => typeOperand(value, variable)),
    say: (values, { variable, isWhole }) =>
      sayList(
        values.map((value) => sayValue(variable, value)),
        isWhole,
      ),
    read: (reader, { variable }, isTest) =>
      readList(reader, () => readValue(reader, variable), isTest),
  },
  part: {
    check: String,
    say: quote,
    read: readQuoted,
  },
  count: {
    check: (n, { variable }) =>
      Number.isInteger(n) && n >= 0 ? n : refuse(variable, String(n), 'a whole number', '12'),
    say: String,
    read: (reader) => {
      const digits = reader.match(/\d{1,7}/y)?.[0];
      return digits === undefined ? undefined : Number(digits);
    },
  },
  span: {
    check: (span, { variable }) =>
      SPANS.includes(span) ? span : refuse(variable, span, 'a stretch of time', SPANS.join(' or ')),
    say: (span, { operands: { n, high, low } }) =>
      (n ?? high ?? low) === 1 ? span.slice(0, -1) : span,
    read: (reader) => {
      const word = reader.match(/(day|week|month|year)s?/y)?.[1];
      return SPANS.find((span) => span === `${word}s`);
    },
  },
  day: {
    check: (day, { variable }) =>
      parseIsoDate(day) === undefined ? refuse(variable, day, 'a date', '2022-04-01') : day,
    say: (day) => longDate(parseIsoDate(day) ?? 0),
    read: readDay,
  },
  moment: {
    check: (moment, { variable, variables }) => {
      if ('day' in moment) {
        OPERANDS.day.check(moment.day, { variable, variables });
        return moment;
      }
      const { kind, label } = variableNamed({ variables }, moment.variable);
      return DATED.includes(kind) ? moment : refuse(variable, label, 'a date', 'a date variable');
    },
    say: (moment, { variables }) =>
      'day' in moment
        ? `on ${longDate(parseIsoDate(moment.day) ?? 0)}`
        : `at ${sayKey(variableNamed({ variables }, moment.variable), variables)}`,
    read: (reader, { variables }) => {
      if (reader.eat('on ')) {
        const day = readDay(reader);
        return day === undefined ? undefined : { day };
      }
      const found = reader.eat('at ') ? readKey(reader, variables, endsClause) : undefined;
      return found && { variable: found.name };
    },
  },
  years: {
    check: (years, { variable }) => {
      if (years.length === 0) refuse(variable, '', 'a financial year', '2022/23');
      return years.map((year) =>
        yearStart(year) === undefined
          ? refuse(variable, year, 'a financial year', '2022/23')
          : year,
      );
    },
    say: (years, { isWhole }) => sayList(years, isWhole),
    read: (reader, _, isTest) => readList(reader, () => reader.match(/\d{4}\/\d{2}/y)?.[0], isTest),
  },
  reasons: {
    check: (reasons, { variable }) =>
      reasons.length > 0 ? reasons.map(String) : refuse(variable, '', 'a reason', 'empty'),
    say: (reasons, { isWhole }) => sayList(reasons.map(sayPlain), isWhole),
    read: (reader, _, isTest) =>
      readList(reader, () => readQuoted(reader) ?? readPlain(reader), isTest),
  },
};

/** Year in which a financial year begins; undefined for what is not written as one. */
export function yearStart(label: string): number | undefined {
  const start = Number(label.slice(0, 4));
  return Number.isInteger(start) && financialYearLabel(start).padStart(7, '0') === label
    ? start
    : undefined;
}

/** Whether a clause can end here. */
export function endsClause(reader: Reader): boolean {
  return reader.isAtEnd || [')', ' and ', ' or '].some((next) => reader.sees(next));
}

function refuse(variable: Variable, text: string, what: string, example: string): never {
  throw new Refusal('bad-operand', `“${text}” is not ${what}, as is asked of ${variable.label}.`, {
    hint: `Write it as ${example}.`,
    where: { column: variable.name },
  });
}
