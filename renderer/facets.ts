import type { ChartFace, NamedChart, Place } from '../src/model/board.ts';
import type { Condition } from '../src/model/condition.ts';
import type { TableInfo } from '../src/model/table.ts';
import type { Variable } from '../src/model/variable.ts';
import { asRange, axisChoice, axisCondition, chosenPlaces } from './board/chart-choice.ts';
import { axisOf } from './board/chart-kinds.ts';
import { isBirth } from './board/suggest-charts.ts';
import { together } from './cohort-words.ts';

/** What the rows of a table are narrowed by, value by value: a view of the cohort, never a part of it. */
export interface Facets {
  /** Those in view, in their order. */
  variables: readonly string[];
  /** What is ticked, by variable. */
  choices: Readonly<Record<string, Condition>>;
}

/** Facets a table begins with. */
const AT_FIRST = 3;

/** Kinds of which every value, or every stretch, can be ticked. */
export function canBeFacet({ kind }: Variable): boolean {
  return kind !== 'identifier' && kind !== 'datetime' && kind !== 'time';
}

/** The first categories of a table, and its first date by financial year. */
export function suggestFacets({ variables }: TableInfo): Facets {
  const groups = variables.filter(({ kind }) => kind === 'category' || kind === 'yesno');
  const date = variables.find((each) => each.kind === 'date' && !isBirth(each));
  const taken = [...groups.slice(0, date ? AT_FIRST - 1 : AT_FIRST), ...(date ? [date] : [])];
  return { variables: taken.map(({ name }) => name), choices: {} };
}

/** Each facet is a chart of a board: so it counts the rows that are ticked in all others. */
export function facetCharts(table: TableInfo, { variables }: Facets): NamedChart[] {
  return variables.flatMap((name) => {
    const variable = table.variables.find((each) => each.name === name);
    if (variable === undefined) return [];
    return { name, question: { show: 'counts', of: axisOf(variable) } };
  });
}

/** What all ticks together mean; undefined where nothing is ticked. */
export function facetsWithin({ variables, choices }: Facets): Condition | undefined {
  const parts = variables.flatMap((name) => choices[name] ?? []);
  return parts.length === 0 ? undefined : together(parts);
}

/** Which places of a facet are ticked. */
export function tickedPlaces(
  variable: Variable,
  { places }: Pick<ChartFace, 'places'>,
  condition: Condition | undefined,
): boolean[] {
  const choice = condition && axisChoice({ variable, places }, condition);
  return choice ? chosenPlaces(places, choice) : places.map(() => false);
}

/** The condition of a facet of which these places are ticked; null for none. */
export function tickedCondition(
  variable: Variable,
  { places }: Pick<ChartFace, 'places'>,
  ticked: readonly boolean[],
): Condition | null {
  const at = ticked.flatMap((isTicked, place) => (isTicked ? place : []));
  return at.length === 0 ? null : axisCondition({ variable, places }, asRange(places, at));
}

/** The facets with another choice on one of them; null takes it away. */
export function withFacet(facets: Facets, name: string, condition: Condition | null): Facets {
  const { [name]: _, ...others } = facets.choices;
  return { ...facets, choices: condition === null ? others : { ...others, [name]: condition } };
}

/** The facets without one of them, and without what is ticked there. */
export function withoutFacet(facets: Facets, name: string): Facets {
  const { choices } = withFacet(facets, name, null);
  return { variables: facets.variables.filter((each) => each !== name), choices };
}

/** A value that is not in the list of a variable that has one. */
export function isUnlisted({ values }: Variable, { value }: Place): boolean {
  return value !== undefined && values.length > 0 && !values.some((each) => each.value === value);
}
