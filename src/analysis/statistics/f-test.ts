import type { RefusalRecord } from '../../model/refusal.ts';
import { fLog10UpperTail, fUpperTail } from '../numeric/f-distribution.ts';
import { notComputable } from './read-input.ts';

export interface FTest {
  F: number | null;
  df1: number;
  df2: number | null;
  p: number | null;
  /** Why there is no F. */
  refused?: RefusalRecord;
}

export interface Ratio {
  /** Null where nothing varies, and where only the numerator does (F is infinite, p is 0). */
  F: number | null;
  p: number | null;
  log10_p: number | null;
}

/** F of two sums of squares, with its upper tail. */
export function fRatio(ss: number, df1: number, rest: number, df2: number): Ratio {
  if (!(rest > 0)) return { F: null, p: ss > 0 ? 0 : null, log10_p: null };
  const F = ss / df1 / (rest / df2);
  return { F, p: fUpperTail(F, df1, df2), log10_p: Math.min(0, fLog10UpperTail(F, df1, df2)) };
}

/** An F test that these groups do not allow: every key is there, with the reason. */
export function noFTest(name: string, df1: number, reason: string): FTest {
  return { F: null, df1, df2: null, p: null, refused: notComputable(name, reason).toRecord() };
}
