import type { ChartQuestion, Place } from '../../src/model/board.ts';
import { isoDate, parseIsoDate } from '../../src/model/calendar.ts';
import type { Condition, Scalar, Test } from '../../src/model/condition.ts';
import type { Variable } from '../../src/model/variable.ts';

/** What is chosen along one axis: numbers or days from `from` to below `to`, or single places. */
export type AxisChoice =
  | { by: 'range'; from: number; to: number }
  | { by: 'places'; at: readonly number[] };

/** A variable along an axis, and its places there. */
export interface ChoiceAxis {
  variable: Variable;
  places: readonly Place[];
}

/** The variables that a choice on a chart is about; of pairs and single means there is none. */
export function chosenVariables(question: ChartQuestion): readonly string[] {
  switch (question.show) {
    case 'counts':
      return [question.of.variable];
    case 'heat-map':
      return [question.across.variable, question.down.variable];
    case 'means':
    case 'boxes':
      return question.by ? [question.by.variable] : [];
    case 'pairs':
      return [];
  }
}

/** A stretch of numbers or days, which a brush can cut anywhere; single values are picked. */
export function isStretch({ from, to, isMissing }: Place): boolean {
  return !isMissing && from !== undefined && to !== undefined;
}

/** Whether an axis is brushed, or its places are picked. */
export function isBrushed(places: readonly Place[]): boolean {
  return places.some(isStretch);
}

/** The condition that a choice along an axis means; null when nothing is chosen. */
export function axisCondition(axis: ChoiceAxis, choice: AxisChoice): Condition | null {
  const { variable, places } = axis;
  if (choice.by === 'range') return stretchCondition(variable, choice.from, choice.to);
  const chosen = choice.at.flatMap((at) => places[at] ?? []);
  const parts: Condition[] = stretchesOf(chosen).map(({ from, to }) =>
    stretchCondition(variable, from, to),
  );
  const values = chosen.flatMap(({ value }) =>
    value === undefined ? [] : scalar(variable, value),
  );
  if (values.length > 0) parts.push(oneOf(variable.name, values));
  if (chosen.some(({ others }) => others !== undefined)) {
    const named = places.flatMap(({ value }) => value ?? []);
    parts.push({ op: 'none-of', variable: variable.name, values: named });
  }
  const reasons = chosen.flatMap(({ isMissing, label }) => (isMissing ? label : []));
  if (reasons.length > 0) {
    const isEach = reasons.length === places.filter(({ isMissing }) => isMissing).length;
    parts.push({ op: 'missing', variable: variable.name, ...(isEach ? {} : { reasons }) });
  }
  const [only] = parts;
  return only === undefined ? null : parts.length === 1 ? only : { any: parts };
}

/** The choice that a condition means along an axis, as far as it can be shown there. */
export function axisChoice(axis: ChoiceAxis, condition: Condition): AxisChoice | null {
  if ('not' in condition) {
    const inner = axisChoice(axis, condition.not);
    const chosen = inner && chosenPlaces(axis.places, inner);
    return chosen && { by: 'places', at: indices(chosen.map((isChosen) => !isChosen)) };
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => axisChoice(axis, part));
    const chosen = parts.map((part) => part && chosenPlaces(axis.places, part));
    if (chosen.some((part) => part === null)) return null;
    const isChosen = axis.places.map((_, at) => chosen.some((part) => part?.[at]));
    return { by: 'places', at: indices(isChosen) };
  }
  if ('all' in condition) {
    const parts = condition.all.map((part) => axisChoice(axis, part));
    const ranges = parts.flatMap((part) => (part?.by === 'range' ? part : []));
    if (ranges.length === 0 || ranges.length < parts.length) return null;
    const from = Math.max(...ranges.map((range) => range.from));
    const to = Math.min(...ranges.map((range) => range.to));
    return from < to ? { by: 'range', from, to } : null;
  }
  return 'variable' in condition && condition.variable === axis.variable.name
    ? testChoice(axis, condition)
    : null;
}

/** Which places are chosen; of a range those that it touches. */
export function chosenPlaces(places: readonly Place[], choice: AxisChoice): boolean[] {
  if (choice.by === 'places') {
    const at = new Set(choice.at);
    return places.map((_, index) => at.has(index));
  }
  return places.map(
    ({ from, to, isMissing }) =>
      !isMissing &&
      from !== undefined &&
      from < choice.to &&
      (to === undefined ? from >= choice.from : to > choice.from),
  );
}

/** Neighbouring stretches as one; a choice of them all in a row is a range. */
export function asRange(places: readonly Place[], at: readonly number[]): AxisChoice {
  const chosen = at.flatMap((index) => places[index] ?? []);
  const [stretch, ...more] = stretchesOf(chosen);
  return stretch !== undefined && more.length === 0 && chosen.every(isStretch)
    ? { by: 'range', ...stretch }
    : { by: 'places', at };
}

function stretchesOf(places: readonly Place[]): { from: number; to: number }[] {
  const joined: { from: number; to: number }[] = [];
  for (const place of places) {
    const { from, to } = place;
    if (!isStretch(place) || from === undefined || to === undefined) continue;
    const last = joined.at(-1);
    if (last?.to === from) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}

function stretchCondition({ name, kind }: Variable, from: number, to: number): Condition {
  if (kind === 'date') {
    const [low, high] = [isoDate(Math.ceil(from)), isoDate(Math.ceil(to) - 1)];
    return { op: 'between', variable: name, low, high };
  }
  if (kind === 'decimal') {
    return {
      all: [
        { op: 'at-least', variable: name, value: from },
        { op: 'below', variable: name, value: to },
      ],
    };
  }
  const [low, high] = [Math.ceil(from), Math.ceil(to) - 1];
  return low === high
    ? { op: 'is', variable: name, value: low }
    : { op: 'between', variable: name, low, high };
}

function testChoice(axis: ChoiceAxis, test: Test): AxisChoice | null {
  const { places } = axis;
  const number = (value: Scalar) =>
    axis.variable.kind === 'date' ? parseIsoDate(String(value)) : Number(value);
  const range = (low: number | undefined, high: number | undefined): AxisChoice | null => {
    const stretches = places.filter(isStretch);
    const from = low ?? stretches[0]?.from;
    const to = high ?? stretches.at(-1)?.to;
    return from === undefined || to === undefined || from >= to ? null : { by: 'range', from, to };
  };
  const after = (value: Scalar) => {
    const found = number(value);
    return found === undefined ? undefined : found + 1;
  };
  switch (test.op) {
    case 'missing':
      return {
        by: 'places',
        at: indices(
          places.map(
            ({ isMissing, label }) => isMissing && (test.reasons?.includes(label) ?? true),
          ),
        ),
      };
    case 'present':
      return { by: 'places', at: indices(places.map(({ isMissing }) => !isMissing)) };
    case 'is':
    case 'one-of': {
      const values = 'values' in test ? test.values : [test.value];
      const wanted = values.map(String);
      const at = indices(places.map(({ value }) => wanted.includes(value ?? '')));
      if (at.length === wanted.length && at.length > 0) return { by: 'places', at };
      const [only] = values;
      return isBrushed(places) && values.length === 1 && only !== undefined
        ? range(number(only), after(only))
        : null;
    }
    case 'none-of': {
      const named = places.flatMap(({ value }) => value ?? []);
      const isOthers =
        named.length === test.values.length && test.values.every((v) => named.includes(String(v)));
      const others = indices(places.map((place) => place.others !== undefined));
      return isOthers && others.length > 0 ? { by: 'places', at: others } : null;
    }
    case 'between':
      return isBrushed(places) ? range(number(test.low), after(test.high)) : null;
    case 'at-least':
    case 'on-or-after':
      return isBrushed(places) ? range(number(test.value), undefined) : null;
    case 'at-most':
      return isBrushed(places) ? range(undefined, after(test.value)) : null;
    case 'below':
    case 'before':
      return isBrushed(places) ? range(undefined, number(test.value)) : null;
    default:
      return null;
  }
}

function oneOf(variable: string, values: readonly Scalar[]): Condition {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? { op: 'is', variable, value: only }
    : { op: 'one-of', variable, values };
}

function scalar({ kind }: Variable, value: string): Scalar {
  return kind === 'integer' || kind === 'decimal' || kind === 'yesno' ? Number(value) : value;
}

function indices(isIn: readonly boolean[]): number[] {
  return isIn.flatMap((each, at) => (each ? at : []));
}
