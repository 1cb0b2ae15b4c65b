import type { Condition } from './condition.ts';
import type { NumberFormat } from './number-format.ts';

/** A chart as plain data: drawn on screen, in Word, as SVG, and readable as a table. */
export type Figure =
  | CategoryFigure
  | PairedLinesFigure
  | BoxFigure
  | ForestFigure
  | StackedBarFigure
  | StepFigure
  | ScatterFigure
  | GridFigure
  | FlowFigure;

interface FigureWords {
  title: string;
  /** "n = 3,690 appointments" */
  subtitle: string;
  notes: readonly string[];
  /** What a listener needs to know, one or two sentences. */
  alt: string;
}

/** An axis of numbers. `low` and `high` are limits that are known beforehand: the range of a questionnaire. */
export interface ValueAxis {
  /** With its unit: "Wait, days". */
  title: string;
  format: NumberFormat;
  /** The axis includes zero. */
  zero: boolean;
  low?: number;
  high?: number;
}

/** A number with its interval. */
export interface Interval {
  value: number;
  low?: number;
  high?: number;
}

/** One value a category and series: bars, lines over time, intervals. */
export interface CategoryFigure extends FigureWords {
  kind: 'bar' | 'grouped-bar' | 'line' | 'interval' | 'histogram';
  x: { title: string };
  y: ValueAxis;
  series: readonly FigureSeries[];
}

export interface FigureSeries {
  name: string;
  points: readonly FigurePoint[];
}

/** One point or bar. `label` is the category; `part` marks a part year ("from June"); a null value is not shown. */
export interface FigurePoint {
  label: string;
  value: number | null;
  low?: number;
  high?: number;
  part?: string;
  /** Which rows of the cohort it counts, where the analysis can say. */
  rows?: Condition;
}

/** How a person's score moved; `unrated` where better and worse are not known. */
export type Direction = 'better' | 'same' | 'worse' | 'unrated';

/** One thin line a person from time to time, without identity, and the mean of all. */
export interface PairedLinesFigure extends FigureWords {
  kind: 'paired-lines';
  x: { title: string };
  y: ValueAxis;
  /** In order: "Before", "After". */
  times: readonly string[];
  /** Every person, or an even sample of at most MOST_LINES; `values[i]` belongs to `times[i]`. */
  lines: readonly { values: readonly (number | null)[]; direction: Direction }[];
  /** One a time, of all people. */
  means: readonly Interval[];
  /** From the first to the last time, of all people. */
  change?: Interval;
  /** Everybody, drawn or not, by direction. Directions with nobody may be left out. */
  people: Partial<Readonly<Record<Direction, number>>>;
}

/** Median, quartiles, whiskers and mean of each group, with its values as points. */
export interface BoxFigure extends FigureWords {
  kind: 'box';
  x: { title: string };
  y: ValueAxis;
  /** How far whiskers reach: "Whiskers reach the furthest value within 1.5 interquartile ranges of the box." */
  whiskers: string;
  groups: readonly BoxGroup[];
}

export interface BoxGroup {
  label: string;
  n: number;
  /** `low` and `high` are the ends of the whiskers. Null without values. */
  box: { low: number; lower: number; median: number; upper: number; high: number } | null;
  mean?: Interval;
  /** All values beyond the whiskers, and of the others an even sample where there are more than MOST_POINTS. */
  points: readonly number[];
}

/** Estimates under each other against a line of no difference, with their numbers at the right. */
export interface ForestFigure extends FigureWords {
  kind: 'forest';
  /** Ratios stand on a log axis. */
  x: ValueAxis & { log?: boolean };
  /** Heading of the labels: "Outcome". */
  label: string;
  /** Heading of the written numbers: "*d*~av~ [95 % CI]". */
  estimate: string;
  reference: { at: number; label: string };
  /** What lies on either side of the reference: "Lower after", "Higher after". */
  sides?: { low: string; high: string };
  /** Headings of further columns right of the estimate: "*n*", "*p*". */
  columns?: readonly string[];
  rows: readonly ForestRow[];
}

export interface ForestRow {
  label: string;
  /** Neighbouring rows of the same group stand under its heading. */
  group?: string;
  value: number | null;
  low?: number;
  high?: number;
  /** Why the value is null: "fewer than 2 pairs". */
  refused?: string;
  /** One text a further column. */
  cells?: readonly string[];
  /** An estimate over other rows, drawn as a diamond. */
  pooled?: boolean;
}

/** The levels of one variable as shares of each bar. */
export interface StackedBarFigure extends FigureWords {
  kind: 'stacked-bar';
  x: { title: string };
  /** What the shares are of: "Share of adults". */
  y: { title: string };
  /** From low to high where they have an order. */
  levels: readonly string[];
  /** Levels with an order get one hue from light to dark, others the colours of series. */
  ordered: boolean;
  /** Levels below this index lie left of the middle line, those above right; the level itself lies across it. x.5 = between two. */
  middle?: number;
  bars: readonly StackedBar[];
}

export interface StackedBar {
  label: string;
  /** One a level; a null count is not shown. */
  counts: readonly (number | null)[];
  /** Needed where a count is not shown. */
  total?: number;
}

/** Shares that change in steps over time: Kaplan–Meier curves. */
export interface StepFigure extends FigureWords {
  kind: 'step';
  x: ValueAxis;
  y: ValueAxis;
  curves: readonly StepCurve[];
  /** Under the axis: how many are still at risk. `counts[i]` belongs to `times[i]`. */
  risk: { title: string; times: readonly number[]; counts: readonly (readonly number[])[] } | null;
}

export interface StepCurve {
  name: string;
  n: number;
  events: number;
  /** The value holds from `at` on; the first step is the start. */
  steps: readonly (Interval & { at: number })[];
  /** Times at which somebody left unobserved. */
  censored: readonly number[];
  /** The curve ends here. */
  end: number;
}

/** Points with two numbers each. */
export interface ScatterFigure extends FigureWords {
  kind: 'scatter';
  x: ValueAxis;
  y: ValueAxis;
  /** Both axes measure the same and get the same scale: before and after. */
  square?: boolean;
  series: readonly { name: string; points: readonly ScatterPoint[] }[];
  /** How many points there are, drawn or not. */
  n: number;
  /** From left to right, with the band of its interval. */
  fit?: { name: string; points: readonly (Interval & { x: number })[] };
  lines?: readonly ReferenceLine[];
  bands?: readonly ReferenceBand[];
}

export interface ScatterPoint {
  x: number;
  y: number;
  /** How many share the place; 1 where left out. */
  n?: number;
}

/** `x` stands upright, `y` lies, `diagonal` is y = x + at. */
export interface ReferenceLine {
  along: 'x' | 'y' | 'diagonal';
  at: number;
  label: string;
}

export interface ReferenceBand {
  along: 'x' | 'y' | 'diagonal';
  low: number;
  high: number;
  label: string;
}

/** A shaded table of numbers: levels before × after, or a matrix of correlations. */
export interface GridFigure extends FigureWords {
  kind: 'grid';
  /** Columns. */
  x: { title: string; labels: readonly string[] };
  /** Rows. */
  y: { title: string; labels: readonly string[] };
  format: NumberFormat;
  /** `cells[row][column]`; null is not shown. */
  cells: readonly (readonly (number | null)[])[];
  /** Marks the cells of no change, where rows and columns are the same levels. */
  diagonal?: string;
  /** −1 to 1 around zero in two hues; left out = from zero in one. */
  signed?: boolean;
}

/** Who is counted, step by step, and who is lost on the way. */
export interface FlowFigure extends FigureWords {
  kind: 'flow';
  /** "people" */
  unit: string;
  steps: readonly FlowStep[];
  /** What became of those in the last step. */
  ends?: readonly { label: string; n: number | null }[];
}

export interface FlowStep {
  label: string;
  n: number | null;
  /** Lost between this step and the next. */
  lost?: readonly { reason: string; n: number | null }[];
}
