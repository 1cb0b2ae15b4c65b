import type { ChartFace, ChartNumbers, GroupBox, GroupMoments, Place } from '../model/board.ts';
import type { BoxFigure, CategoryFigure, Figure, GridFigure } from '../model/figure.ts';
import { formatNumber, formatShare } from '../model/format.ts';
import type { Variable } from '../model/variable.ts';
import { boardTitle } from './board-title.ts';

/** How the bars of a board are measured: rows, shares of the cohort, or shares of all rows at each place. */
export type BoardMeasure = 'count' | 'share' | 'rate';

/** What a chart of a board says of a cohort, and who that is. */
export interface BoardChartFacts {
  face: ChartFace;
  /** Of the rows of the cohort. */
  numbers: ChartNumbers;
  measure: BoardMeasure;
  variables: readonly Variable[];
  /** "appointments", and the cohort in words: "appointments where …". */
  unit: string;
  sentence: string;
  rows: number;
  of: number;
}

/** A chart of a board as a figure, to be opened large and exported: the cohort beside everyone. */
export function boardFigure(facts: BoardChartFacts): Figure {
  const { numbers, face } = facts;
  switch (numbers.show) {
    case 'counts':
      return countFigure(facts, numbers.counts, face.all.show === 'counts' ? face.all.counts : []);
    case 'heat-map':
      return heatFigure(facts, numbers.counts);
    case 'boxes':
      return boxesFigure(facts, numbers.groups);
    case 'means':
      return meansFigure(facts, numbers.groups);
    case 'pairs':
      return meansFigure(facts, []);
  }
}

function wordsOf({ face, variables, unit, sentence, rows, of }: BoardChartFacts) {
  return {
    title: boardTitle(face.question, variables),
    subtitle: `n = ${formatShare(rows, of)} ${unit}`,
    notes: [`Cohort: ${sentence}.`],
  };
}

function countFigure(
  facts: BoardChartFacts,
  counts: readonly number[],
  all: readonly number[],
): CategoryFigure {
  const { face, measure, unit, rows, of } = facts;
  const { places } = face;
  const isLine = isSequence(places) && places.length > MOST_BARS;
  const shown = shownPlaces(places, all).filter((at) => !isLine || !places[at]?.isMissing);
  const isEveryone = rows === of;
  const points = (list: readonly number[], total: number) =>
    shown.map((at) => {
      const { label = '', part } = places[at] ?? {};
      const n = list[at] ?? 0;
      const whole = measure === 'rate' ? (all[at] ?? 0) : total;
      const value = measure === 'count' ? n : whole > 0 ? (100 * n) / whole : 0;
      return { label, value, ...(part === undefined ? {} : { part }) };
    });
  const series = [{ name: isEveryone ? 'Everyone' : 'Cohort', points: points(counts, rows) }];
  if (!isEveryone && measure !== 'rate') {
    series.push({ name: 'Everyone', points: points(all, of) });
  }
  const titles = {
    count: unit.charAt(0).toUpperCase() + unit.slice(1),
    share: isEveryone ? 'Share of all' : 'Share of the cohort, and of everyone',
    rate: 'In the cohort, of all',
  };
  const first = series[0]?.points ?? [];
  const most = first.toSorted((a, b) => b.value - a.value)[0];
  const format = measure === 'count' ? 'count' : 'percent1';
  const words = wordsOf(facts);
  const without = places.reduce(
    (sum, place, at) => sum + (place.isMissing ? (counts[at] ?? 0) : 0),
    0,
  );
  return {
    ...words,
    notes:
      isLine && without > 0
        ? [...words.notes, `Not drawn: ${formatNumber(without, 'count')} without a value.`]
        : words.notes,
    kind: isLine
      ? 'line'
      : isSequence(places)
        ? 'histogram'
        : series.length > 1
          ? 'grouped-bar'
          : 'bar',
    x: { title: groupLabel(facts) },
    y: { title: titles[measure], format, zero: true },
    series,
    alt: most
      ? `${first.length} places; the highest is ${most.label} with ${formatNumber(most.value, format)}.`
      : 'Nobody has a value.',
  };
}

/** More in a row than this are a line, because bars beside bars could not be told apart. */
const MOST_BARS = 45;

/** Bars that stand in the order of time or number, however many. */
function isSequence(places: readonly Place[]): boolean {
  const present = places.filter(({ isMissing }) => !isMissing);
  return (
    present.length > 0 && present.every(({ from, to }) => from !== undefined && to !== undefined)
  );
}

/** All places but the reasons for missing values that nobody has. */
function shownPlaces(places: readonly Place[], all: readonly number[]): number[] {
  return places.flatMap(({ isMissing }, at) => (isMissing && !all[at] ? [] : at));
}

function heatFigure(facts: BoardChartFacts, counts: readonly number[]): GridFigure {
  const { face, variables, measure, rows } = facts;
  const { places, down, all, question } = face;
  const high = down.length;
  const every = all.show === 'heat-map' ? all.counts : [];
  const label = (name: string) => variables.find((each) => each.name === name)?.label ?? name;
  const value = (cell: number) => {
    const n = counts[cell] ?? 0;
    if (measure === 'count') return n;
    const whole = measure === 'rate' ? (every[cell] ?? 0) : rows;
    return whole > 0 ? (100 * n) / whole : 0;
  };
  const isHeat = question.show === 'heat-map';
  const sums = (n: number, cellOf: (at: number) => number) =>
    Array.from({ length: n }, (_, at) => every[cellOf(at)] ?? 0).reduce(
      (sum, each) => sum + each,
      0,
    );
  const across = shownPlaces(
    places,
    places.map((_, at) => sums(high, (row) => at * high + row)),
  );
  const rowsShown = shownPlaces(
    down,
    down.map((_, row) => sums(places.length, (at) => at * high + row)),
  );
  return {
    ...wordsOf(facts),
    kind: 'grid',
    x: {
      title: isHeat ? label(question.across.variable) : '',
      labels: across.map((at) => places[at]?.label ?? ''),
    },
    y: {
      title: isHeat ? label(question.down.variable) : '',
      labels: rowsShown.map((row) => down[row]?.label ?? ''),
    },
    format: measure === 'count' ? 'count' : 'percent1',
    cells: rowsShown.map((row) => across.map((at) => value(at * high + row))),
    alt: `${rowsShown.length} rows and ${across.length} columns of counts.`,
  };
}

function boxesFigure(facts: BoardChartFacts, groups: readonly GroupBox[]): BoxFigure {
  const { face } = facts;
  const known = groups.flatMap(({ n, box, outside }, at) => {
    const label = face.places[at]?.label ?? '';
    return n === 0 ? [] : { label, n, box, points: [], outside };
  });
  const beyond = known.reduce((sum, { outside }) => sum + outside, 0);
  const words = wordsOf(facts);
  const notes =
    beyond > 0
      ? [
          ...words.notes,
          `${formatNumber(beyond, 'count')} values beyond the whiskers are not drawn.`,
        ]
      : words.notes;
  return {
    ...words,
    notes,
    kind: 'box',
    x: { title: groupLabel(facts) },
    y: { title: valueLabel(facts), format: 'number', zero: false },
    whiskers: 'Whiskers reach the furthest value within 1.5 interquartile ranges of the box.',
    groups: known.map(({ outside: _, ...group }) => group),
    alt: known
      .map(({ label, box }) => `${label}: median ${formatNumber(box?.median ?? null, 'number')}`)
      .join('; '),
  };
}

function meansFigure(facts: BoardChartFacts, groups: readonly GroupMoments[]): CategoryFigure {
  const words = wordsOf(facts);
  const points = groups.flatMap(({ n, mean, sd }, at) => {
    const label = facts.face.places[at]?.label ?? '';
    if (n === 0 || mean === null) return [];
    return { label, value: mean, ...(sd === null ? {} : { low: mean - sd, high: mean + sd }) };
  });
  return {
    ...words,
    notes: [...words.notes, 'Bars reach one standard deviation either way of the mean.'],
    kind: 'interval',
    x: { title: groupLabel(facts) },
    y: { title: valueLabel(facts), format: 'mean', zero: false },
    series: [{ name: 'Cohort', points }],
    alt: points.map(({ label, value }) => `${label}: ${formatNumber(value, 'mean')}`).join('; '),
  };
}

function valueLabel({ face, variables }: BoardChartFacts): string {
  const { question } = face;
  const name = question.show === 'boxes' || question.show === 'means' ? question.of : '';
  return variables.find((each) => each.name === name)?.label ?? name;
}

function groupLabel({ face, variables }: BoardChartFacts): string {
  const { question } = face;
  const isGrouped = question.show === 'boxes' || question.show === 'means';
  const name =
    question.show === 'counts'
      ? question.of.variable
      : isGrouped
        ? question.by?.variable
        : undefined;
  return variables.find((each) => each.name === name)?.label ?? '';
}
