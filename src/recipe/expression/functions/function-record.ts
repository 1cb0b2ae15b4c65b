import type { Absent, Type } from '../value.ts';

export type Plain = number | string | boolean;

/** A function or operator: what it takes, what it gives, what it says of itself. */
export interface FunctionRecord {
  /** As in the documentation: "age_at(born, date)". */
  usage: string;
  about: string;
  /**
   * Types of its arguments; those after `optional` may be left out, and the last is repeated when `many`.
   * `same` is the type of the other arguments of that kind.
   */
  takes: readonly (Type | 'any' | 'same')[];
  optional?: number;
  many?: boolean;
  gives: Type | 'same';
  /** Called with values that are there; anything missing makes the answer missing before. */
  run(...args: Plain[]): Plain | Absent;
}

export const number = (
  usage: string,
  about: string,
  takes: FunctionRecord['takes'],
  run: (...args: number[]) => number,
  more: Partial<FunctionRecord> = {},
): FunctionRecord => ({
  usage,
  about,
  takes,
  gives: 'number',
  ...more,
  run: (...args) => {
    const value = run(...args.map(Number));
    return Number.isFinite(value) ? value : { why: 'not computable' };
  },
});

/** A function whose arguments are all held in the same form: texts, or numbers and days. */
const over =
  <A extends Plain>() =>
  (
    usage: string,
    about: string,
    takes: FunctionRecord['takes'],
    gives: Type,
    run: (...args: A[]) => Plain | Absent,
    optional?: number,
  ): FunctionRecord => ({
    usage,
    about,
    takes,
    gives,
    ...(optional === undefined ? {} : { optional }),
    run: (...args) => run(...(args as A[])),
  });
export const onText = over<string>();
export const onDays = over<number>();
