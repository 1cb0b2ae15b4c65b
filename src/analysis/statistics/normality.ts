import type { Numbers } from '../numeric/floats.ts';
import { andersonDarling } from './anderson-darling.ts';
import { MOST_VALUES, shapiroWilk } from './shapiro-wilk.ts';

export interface Normality {
  statistic: number;
  p: number;
}

export interface NormalityTest {
  name: string;
  /** "*W*" */
  symbol: string;
  citation: string;
  /** @throws Refusal `not-computable` for too few values, and when they are all the same */
  of: (values: Numbers) => Normality;
}

const SHAPIRO_WILK: NormalityTest = {
  name: 'Shapiro–Wilk',
  symbol: '*W*',
  citation: 'Royston (1995)',
  of: (values) => {
    const { W, p } = shapiroWilk(values);
    return { statistic: W, p };
  },
};

const ANDERSON_DARLING: NormalityTest = {
  name: 'Anderson–Darling',
  symbol: '*A*²',
  citation: 'Stephens (1986)',
  of: (values) => {
    const { A, p } = andersonDarling(values);
    return { statistic: A, p };
  },
};

/** Shapiro and Wilk's test, and for more values than it was made for Anderson and Darling's. */
export function normalityTest(most: number): NormalityTest {
  return most > MOST_VALUES ? ANDERSON_DARLING : SHAPIRO_WILK;
}
