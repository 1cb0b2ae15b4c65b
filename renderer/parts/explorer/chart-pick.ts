import type { ChartFace } from '../../../src/model/board.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { Variable } from '../../../src/model/variable.ts';
import {
  type AxisChoice,
  axisChoice,
  axisCondition,
  type ChoiceAxis,
  chosenVariables,
} from '../../board/chart-choice.ts';

/** What is chosen on a chart: along its axis, of a heat map along both; null along one is all of it. */
export interface ChartPick {
  across: AxisChoice | null;
  down: AxisChoice | null;
}

/** The axes of a chart on which something can be chosen: none, one, or of a heat map two. */
export function pickAxes(face: ChartFace, variables: readonly Variable[]): ChoiceAxis[] {
  const places = [face.places, face.down];
  return chosenVariables(face.question).flatMap((name, at) => {
    const variable = variables.find((each) => each.name === name);
    return variable === undefined ? [] : { variable, places: places[at] ?? [] };
  });
}

/** The condition of a pick; null when nothing is chosen. */
export function pickCondition(axes: readonly ChoiceAxis[], pick: ChartPick): Condition | null {
  const parts = axes.flatMap((axis, at) => {
    const choice = at === 0 ? pick.across : pick.down;
    return (choice && axisCondition(axis, choice)) ?? [];
  });
  const [only] = parts;
  return only === undefined ? null : parts.length === 1 ? only : { all: parts };
}

/** The pick that a condition of these axes means; null where it cannot be shown. */
export function conditionPick(
  axes: readonly ChoiceAxis[],
  condition: Condition | null,
): ChartPick | null {
  const [across, down] = axes;
  if (condition === null || across === undefined) return null;
  if (down === undefined) {
    const choice = axisChoice(across, condition);
    return choice && { across: choice, down: null };
  }
  const parts = 'all' in condition ? condition.all : [condition];
  const pick: ChartPick = { across: null, down: null };
  for (const part of parts) {
    const choices = [axisChoice(across, part), axisChoice(down, part)];
    if (choices[0]) pick.across = choices[0];
    else if (choices[1]) pick.down = choices[1];
    else return null;
  }
  return pick;
}
