import type { AxisQuestion, ChartQuestion } from '../../src/model/board.ts';
import type { Variable } from '../../src/model/variable.ts';
import { MOST_PLACES } from './suggest-charts.ts';

/** What can be shown, with how many variables and of which kinds. */
export type ChartKind =
  | 'months'
  | 'years'
  | 'bars'
  | 'histogram'
  | 'table'
  | 'heat-map'
  | 'boxes'
  | 'means';

interface KindRecord {
  label: string;
  /** What the first variable has to be, and what the second is for; none where there is no second. */
  of: (variable: Variable) => boolean;
  by?: { label: string; isNeeded: boolean; fits: (variable: Variable) => boolean };
  question(of: Variable, by: Variable | undefined): ChartQuestion;
}

const isDate = ({ kind }: Variable) => kind === 'date';
const isNumber = ({ kind }: Variable) => kind === 'integer' || kind === 'decimal';
const isGroup = ({ kind }: Variable) => kind !== 'datetime' && kind !== 'time';

/** An axis as it is read best: dates by financial year where they stand beside others, many texts cut. */
export function axisOf({ name, kind, level, values }: Variable): AxisQuestion {
  if (kind === 'date') return { variable: name, by: 'financial-years' };
  if (kind === 'integer' || kind === 'decimal') {
    const isCoded = values.length > 0 || level === 'ordinal';
    return { variable: name, by: isCoded ? 'values' : 'bars' };
  }
  if (kind === 'yesno') return { variable: name, by: 'values' };
  return { variable: name, by: 'values', most: MOST_PLACES };
}

export const CHART_KINDS: Readonly<Record<ChartKind, KindRecord>> = {
  months: {
    label: 'Dates by month',
    of: isDate,
    question: ({ name }) => ({ show: 'counts', of: { variable: name, by: 'months' } }),
  },
  years: {
    label: 'Dates by financial year',
    of: isDate,
    question: ({ name }) => ({ show: 'counts', of: { variable: name, by: 'financial-years' } }),
  },
  bars: {
    label: 'Bars, a value each',
    of: (variable) => isGroup(variable) && !isDate(variable),
    question: (of) => ({ show: 'counts', of: { ...axisOf(of), by: 'values' } }),
  },
  histogram: {
    label: 'Histogram',
    of: isNumber,
    question: ({ name }) => ({ show: 'counts', of: { variable: name, by: 'bars' } }),
  },
  table: {
    label: 'Table of counts',
    of: isGroup,
    question: (of) => ({ show: 'counts', of: axisOf(of) }),
  },
  'heat-map': {
    label: 'Heat map of two',
    of: isGroup,
    by: { label: 'Across', isNeeded: true, fits: isGroup },
    question: (of, by) => ({
      show: 'heat-map',
      across: axisOf(by ?? of),
      down: axisOf(of),
    }),
  },
  boxes: {
    label: 'Box by group',
    of: isNumber,
    by: { label: 'By', isNeeded: false, fits: isGroup },
    question: (of, by) => ({ show: 'boxes', of: of.name, ...(by && { by: axisOf(by) }) }),
  },
  means: {
    label: 'Mean by group',
    of: isNumber,
    by: { label: 'By', isNeeded: false, fits: isGroup },
    question: (of, by) => ({ show: 'means', of: of.name, ...(by && { by: axisOf(by) }) }),
  },
};

export const KIND_NAMES = Object.keys(CHART_KINDS) as ChartKind[];

/** The kinds that can show a variable, the plainest first. */
export function kindsFor(variable: Variable): ChartKind[] {
  return KIND_NAMES.filter((name) => CHART_KINDS[name].of(variable));
}

/** Which kind a chart is of. */
export function kindOf(question: ChartQuestion, asTable: boolean): ChartKind {
  if (question.show === 'heat-map' || question.show === 'means' || question.show === 'boxes') {
    return question.show;
  }
  if (asTable || question.show === 'pairs') return 'table';
  const { by } = question.of;
  if (by === 'months') return 'months';
  if (by === 'financial-years') return 'years';
  return by === 'bars' ? 'histogram' : 'bars';
}

/** The variables that a chart shows: the first, and the second where there is one. */
export function shownVariables(question: ChartQuestion): readonly [string, string | null] {
  switch (question.show) {
    case 'counts':
      return [question.of.variable, null];
    case 'heat-map':
      return [question.down.variable, question.across.variable];
    case 'means':
    case 'boxes':
      return [question.of, question.by?.variable ?? null];
    case 'pairs':
      return [question.before, question.after];
  }
}
