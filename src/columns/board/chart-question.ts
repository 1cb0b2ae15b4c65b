/** How the values of a variable are put side by side. */
export type Grouping = 'values' | 'bars' | 'months' | 'financial-years';

/** A variable and its grouping: texts and yes/no by value, numbers in bars, dates by month when not said. */
export interface AxisQuestion {
  variable: string;
  by?: Grouping;
}

/** What a chart of the board shows. */
export type ChartQuestion =
  | { show: 'counts'; of: AxisQuestion }
  | { show: 'heat-map'; across: AxisQuestion; down: AxisQuestion }
  /** Mean and spread of a number, of all rows or by group. */
  | { show: 'means'; of: string; by?: AxisQuestion }
  /** Two numbers of each row, before and after. */
  | { show: 'pairs'; before: string; after: string };

/** One place on an axis: a value, a stretch of numbers or days, or a reason for having none. */
export interface Place {
  label: string;
  /** Of values: as the data has it. */
  value?: string;
  /** Of numbers and days (day numbers): the first and the end, which is not in it. */
  from?: number;
  to?: number;
  isMissing: boolean;
}
