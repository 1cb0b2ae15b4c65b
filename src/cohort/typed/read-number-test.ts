import type { Test } from '../../model/condition.ts';
import type { TokenReader } from './token-reader.ts';

/** What is asked of a number: "1 to 3", "at least 12", "1, 2 or 4". */
export function readNumberTest(
  reader: TokenReader,
  variable: string,
  isWhole: boolean,
): Test | undefined {
  const isRange = reader.eat('between', 'from');
  if (!isRange) {
    const bound = readBound(reader, isWhole);
    if (bound) return { ...bound, variable } as Test;
  }
  const low = reader.digits();
  if (low === undefined) return undefined;
  const isTo = reader.eat('to') || (isRange && reader.eat('and'));
  const high = isTo ? reader.digits() : undefined;
  if (high !== undefined) return { op: 'between', variable, low, high };
  if (reader.eat('or more', 'or over', 'or above', 'or older', 'and over', 'plus')) {
    return { op: 'at-least', variable, value: low };
  }
  if (reader.eat('or les', 'or fewer', 'or under', 'or younger', 'and under')) {
    return { op: 'at-most', variable, value: low };
  }
  const values = [low];
  for (;;) {
    const more = reader.attempt(() =>
      reader.eat(', or', ',', 'or') ? reader.digits() : undefined,
    );
    if (more === undefined) break;
    values.push(more);
  }
  return values.length === 1
    ? { op: 'is', variable, value: low }
    : { op: 'one-of', variable, values };
}

function readBound(
  reader: TokenReader,
  isWhole: boolean,
): { op: Test['op']; value: number } | undefined {
  const after = (op: Test['op'], by: number, ...wordings: string[]) =>
    reader.attempt(() => {
      const value = reader.eat(...wordings) ? reader.digits() : undefined;
      return value === undefined ? undefined : { op, value: value + by };
    });
  return (
    after('at-least', 0, 'at least', '≥', '>=', 'no les than', 'not below', 'minimum') ??
    after('at-most', 0, 'at most', '≤', '<=', 'up to', 'no more than', 'not above', 'maximum') ??
    after('below', 0, 'below', 'under', 'les than', 'fewer than', '<') ??
    // Only among whole numbers is there a next one.
    (isWhole ? after('at-least', 1, 'over', 'above', 'more than', '>') : undefined)
  );
}
