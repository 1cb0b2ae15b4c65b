import type { ValueLabel } from './variable.ts';

/**
 * How far a figure can be trusted. `secondary`: read in public code or a secondary page. `convention`:
 * Attune's own rule, where nothing is published. `unverified` figures are shown, and not used unless
 * somebody accepts them.
 */
export const SOURCE_STATUS = ['verified', 'secondary', 'convention', 'unverified'] as const;

export interface Source {
  text: string;
  status: (typeof SOURCE_STATUS)[number];
}

/** One item: its answers and what they count. Never its wording. */
export interface MeasureItem {
  item: number;
  min: number;
  max: number;
  /** A reversed item counts as if its answers were numbered from the other end. */
  reverse: boolean;
  /** What the answers from `min` to `max` count, where that is not their number. */
  values?: readonly number[] | undefined;
  /** Written answers that count as something: "na" as 2. Reversal does not touch them. */
  codes?: readonly { code: string; counts: number }[] | undefined;
}

/** A score from which on (`from`), or up to which (`to`), somebody is on the side of concern. */
export interface Cutoff {
  label: string;
  at: number;
  side: 'from' | 'to';
  source: Source;
}

/**
 * A change of at least `points` is more than the measure's own error. Without points it is
 * z · √2 · SD · √(1 − reliability) at the confidence given (Jacobson & Truax 1991).
 */
export interface ReliableChangeFigure {
  points?: number | undefined;
  sd?: number | undefined;
  reliability?: number | undefined;
  confidence?: number | undefined;
  source: Source;
}

export interface Subscale {
  /** Name of its variable in a table of scores. */
  key: string;
  name: string;
  items: readonly number[];
  /** `supplied`: the key is not known, only a score that the extract brings can be taken. */
  score: 'sum' | 'mean' | 'supplied';
  range: { low: number; high: number };
  /** Which end is better. `not-monotone`: both ends are a concern. */
  direction: 'higher' | 'lower' | 'not-monotone';
  level: 'ordinal' | 'scale';
  /** Labels of the scores where each score is a level; else empty. */
  levels: readonly ValueLabel[];
  /** A score needs `minItems` answers; `prorate` scales what is answered up to all items. */
  missing: { minItems: number; prorate: boolean };
  /** The first that may be used is used. */
  cutoffs: readonly Cutoff[];
  reliableChange: readonly ReliableChangeFigure[];
  sources: { items: Source; range: Source; direction: Source; missing: Source };
}

/** An instrument as data: item numbers, keys and ranges. */
export interface Measure {
  id: string;
  version: string;
  name: string;
  short: string;
  reference: string;
  licence: string;
  /** Age or stage it is meant for; empty where nothing verified says so. */
  stage: string;
  /** Months of the child's age between which a form can be filled in; before birth is below 0. */
  ages?: { least?: number | undefined; most?: number | undefined; source: Source } | undefined;
  /** What somebody who uses it has to know. */
  cautions: readonly string[];
  /** `ask`: extracts hold either option positions or scored values, and somebody has to say which. */
  answers: 'raw' | 'ask';
  items: readonly MeasureItem[];
  /** Where it is known from which items are reversed, and what their answers count. */
  key: Source;
  subscales: readonly Subscale[];
}

/** A measure and where it is kept. */
export interface KnownMeasure {
  measure: Measure;
  home: 'library' | 'project';
  /** Tables of scores that were made with this version. */
  usedBy: readonly string[];
  unverified: readonly UnverifiedFigure[];
}

/** A figure of a measure without a verified source, by the name under which it is accepted. */
export interface UnverifiedFigure {
  /** `key`, `certainty:direction`, `total:cut-off 35`, `total:reliable change 6` */
  figure: string;
  /** "Certainty about mental states: direction" */
  label: string;
  text: string;
}
