import type { Variable } from '../model/variable.ts';
import { findIdentifiers, type IdentifierKind } from './find-identifiers.ts';
import { isNhsNumber, POSTCODE } from './formats.ts';
import type { SpeltValue } from './spelling.ts';

/** What a column says about people. */
export interface ColumnJudgement {
  kind: IdentifierKind;
  /** Every value is one; otherwise they stand in free text. */
  isWhole: boolean;
  /** Cells. */
  n: number;
}

/** One number in eleven passes the check by chance: a column of them is NHS numbers when far more do. */
const PASSES = 0.5;
/** A column is of a kind when nearly all of its values are. */
const NEARLY_ALL = 0.9;
const TEN_DIGITS = /^(\d{10}|\d{3} \d{3} \d{4}|\d{3}-\d{3}-\d{4})$/;
const LETTERS = /^[\p{L}'’., -]+$/u;
const SPACED = /\d{3}[ -]\d{3}[ -]\d{4}/;

const NAMES =
  /(^|[ _])(fore|sur|first|last|full|middle|client|patient|mother|father|child|baby|maiden|preferred)?[ _]?name(s)?$/i;
/** Numbers under such a heading are meant to be NHS numbers, however many of them are valid. */
const NHS = /nhs/i;
const ADDRESSES = /address|street|house number/i;

/**
 * Which identifiers a column holds. Ten digits are judged by the column: in a list of reference numbers
 * one in eleven is a valid NHS number by chance, and is none, unless the heading says that it is one.
 */
export function judgeColumn(
  variable: Pick<Variable, 'name' | 'label' | 'kind'>,
  values: readonly SpeltValue[],
): ColumnJudgement[] {
  const n = values.reduce((sum, each) => sum + each.n, 0);
  if (n === 0) return [];
  const heading = `${variable.label} ${variable.name}`;
  if (holdsIn(values, n, NEARLY_ALL, (text) => TEN_DIGITS.test(text))) {
    const isNhs = NHS.test(heading) || holdsIn(values, n, PASSES, isNhsNumber);
    return isNhs ? [{ kind: 'nhs-number', isWhole: true, n }] : [];
  }
  if (holdsIn(values, n, NEARLY_ALL, (text) => POSTCODE.test(text))) {
    return [{ kind: 'postcode', isWhole: true, n }];
  }
  if (isNameHeading(variable) && holdsIn(values, n, NEARLY_ALL, (text) => LETTERS.test(text))) {
    return [{ kind: 'name', isWhole: true, n }];
  }
  if (variable.kind === 'identifier') return [];
  const counts = new Map<IdentifierKind, number>();
  let wholes = 0;
  for (const { text, n: times } of values) {
    const found = findIdentifiers(text);
    const [first] = found;
    if (!first) continue;
    if (first.to - first.from >= text.trim().length - 1) wholes += times;
    for (const kind of new Set(found.map((each) => each.kind))) {
      counts.set(kind, (counts.get(kind) ?? 0) + times);
    }
  }
  // Categories are labels: a place or a team may be called like a person.
  if (variable.kind === 'category') counts.delete('name');
  if (counts.has('nhs-number') && !NHS.test(heading)) {
    const isSpaced = values.some(({ text }) => SPACED.test(text));
    if (!isSpaced && isChance(values)) counts.delete('nhs-number');
  }
  return [...counts].map(([kind, times]) => ({
    kind,
    isWhole: wholes / n >= NEARLY_ALL,
    n: times,
  }));
}

/** Whether a test holds in a share of the cells; it is asked no longer than that is open. */
function holdsIn(
  values: readonly SpeltValue[],
  of: number,
  share: number,
  test: (text: string) => boolean,
): boolean {
  let left = of;
  for (const { text, n } of values) {
    if (!test(text.trim())) left -= n;
    if (left / of < share) return false;
  }
  return true;
}

export function isNameHeading({ name, label }: Pick<Variable, 'name' | 'label'>): boolean {
  return NAMES.test(label.trim()) || NAMES.test(name);
}

export function isAddressHeading({ name, label }: Pick<Variable, 'name' | 'label'>): boolean {
  return ADDRESSES.test(label) || ADDRESSES.test(name);
}

const RUN = /(?<!\d)\d{10}(?!\d)/g;

/** Of many runs of ten digits in a column hardly any passes: those that do are chance. */
function isChance(values: readonly SpeltValue[]): boolean {
  let [all, valid] = [0, 0];
  for (const { text } of values) {
    for (const [digits] of text.matchAll(RUN)) {
      all += 1;
      if (isNhsNumber(digits)) valid += 1;
    }
  }
  return all >= 5 && valid / all < PASSES;
}
