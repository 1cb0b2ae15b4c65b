import type { Condition } from './condition.ts';

/** How the values of a variable are put side by side. */
export type Grouping = 'values' | 'bars' | 'months' | 'financial-years';

/** A variable and its grouping: when not said, texts and yes/no by value, numbers in bars, dates by month, of many years by financial year. */
export interface AxisQuestion {
  variable: string;
  by?: Grouping;
  /** Of texts: only the most frequent stand by themselves, all others in one place together. */
  most?: number;
}

/** What a chart of a board shows. */
export type ChartQuestion =
  | { show: 'counts'; of: AxisQuestion }
  | { show: 'heat-map'; across: AxisQuestion; down: AxisQuestion }
  /** Mean and spread of a number, of all rows or by group. */
  | { show: 'means'; of: string; by?: AxisQuestion }
  /** Median, quartiles and whiskers of a number, of all rows or by group. */
  | { show: 'boxes'; of: string; by?: AxisQuestion }
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
  /** Of a financial year of which the data know only a part: "from June", "to December". */
  part?: string;
  /** How many values stand here together, because they are not among the most frequent. */
  others?: number;
  isMissing: boolean;
}

/** Values of a group of rows; null where there are too few for a figure. */
export interface GroupMoments {
  n: number;
  sum: number;
  mean: number | null;
  /** Of a sample: divided by n − 1. */
  sd: number | null;
}

/** Quartiles as in R's type 7; whiskers reach the furthest value within 1.5 interquartile ranges. */
export interface GroupBox {
  n: number;
  box: { low: number; lower: number; median: number; upper: number; high: number } | null;
  /** Rows beyond the whiskers, and how far they reach. */
  outside: number;
  least: number | null;
  greatest: number | null;
}

/** Both numbers of the rows that have both. */
export interface PairMoments {
  n: number;
  before: number | null;
  after: number | null;
  /** After less before. */
  change: number | null;
  sdOfChange: number | null;
  /** Pearson's; null where one of them is the same throughout. */
  correlation: number | null;
}

/** What a chart says of some rows; lists run as its places do. */
export type ChartNumbers =
  | { show: 'counts'; counts: number[] }
  /** Cell by cell: all of the first place across, downwards, then of the second. */
  | { show: 'heat-map'; counts: number[] }
  | { show: 'means'; groups: GroupMoments[] }
  | { show: 'boxes'; groups: GroupBox[] }
  | { show: 'pairs'; pairs: PairMoments };

/** Numbers that are whole steps: the k-th from `low` on is `(low + k) / divisor`. */
export interface Steps {
  low: number;
  divisor: number;
}

/** How what a chart says follows from numbers that can be added up, of rows here and rows there. */
export type ChartReading =
  /** The counts themselves. */
  | { show: 'counts' | 'heat-map' }
  /** For each group five sums of steps, taken apart at `split` (`groupMoments`). */
  | { show: 'means'; steps: Steps; split: number }
  /** For each group how many rows have each value, and then a number that nobody looks at. */
  | { show: 'boxes'; values: number[]; groups: number }
  /** Six sums of steps (`pairMoments`). */
  | { show: 'pairs'; before: Steps; after: Steps };

/** What does not change while a chart stands on a board. */
export interface ChartFace {
  question: ChartQuestion;
  /** Of a heat map those across. */
  places: readonly Place[];
  /** Of a heat map those downwards, else none. */
  down: readonly Place[];
  /** Of every row of the table, whatever is chosen. */
  all: ChartNumbers;
}

/** What a board says after a choice. */
export interface BoardNumbers {
  /** Rows that meet every choice. */
  rows: number;
  of: number;
  /** By name; each chart counts the rows that meet the choices on all others but its own. */
  charts: Record<string, ChartNumbers>;
}

/** The numbers after a choice, numbered as they were worked out: on their way they may overtake each other. */
export interface BoardAnswer extends BoardNumbers {
  turn: number;
}

/**
 * What the other charts of a board count of the rows in each place of one. A brush over some places of it is
 * their sum, as long as nothing else is chosen elsewhere: so who brushes need not ask.
 */
export interface BrushTile {
  /** Of the rows in each place, those that meet the choices on all other charts. */
  rows: number[];
  /** By name: for each place the numbers of a chart that can be added up, and how to read their sum. */
  charts: Record<string, { reading: ChartReading; sums: number[][] }>;
}

/** Bytes that a table will take in the column engine, said before any of it is read. */
export interface MemoryPlan {
  /** Of the columns, each as wide as it can become. */
  columns: number;
  /** Of bitmaps and keys of as many charts as a board may have. */
  charts: number;
  /** Of the columns, for each row. */
  bytesPerRow: number;
}

/** A chart to put on a board, under a name of its own. */
export interface NamedChart {
  name: string;
  question: ChartQuestion;
}

/** What is chosen on a chart; null gives the choice up. */
export interface ChartChoice {
  chart: string;
  condition: Condition | null;
  /** Of choices that overtake each other on their way, that with the greater number is the later one. */
  turn?: number;
}
