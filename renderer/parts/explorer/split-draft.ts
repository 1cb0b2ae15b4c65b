import type { NamedChart } from '../../../src/model/board.ts';
import type { Condition } from '../../../src/model/condition.ts';
import { chosenVariables } from '../../board/chart-choice.ts';

/** Conditions as the board takes them: one a chart at most, and the rest, which is who is looked at. */
export interface SplitDraft {
  choices: ReadonlyMap<string, Condition>;
  rest: readonly Condition[];
}

/**
 * Finds the chart on which each condition is a choice: the one that it was made on where that is known,
 * else the first that shows its variables. So a condition that was entered by hand is seen on its chart.
 */
export function splitDraft(
  draft: readonly Condition[],
  charts: readonly NamedChart[],
  madeOn: ReadonlyMap<string, string> = new Map(),
): SplitDraft {
  const choices = new Map<string, Condition>();
  const rest: Condition[] = [];
  for (const condition of draft) {
    const asked = variablesOf(condition);
    const able = charts.filter(({ name, question }) => {
      const shown = chosenVariables(question);
      return !choices.has(name) && shown.length > 0 && sameMembers(asked, new Set(shown));
    });
    const maker = madeOn.get(JSON.stringify(condition));
    const chart = able.find(({ name }) => name === maker) ?? able[0];
    if (chart === undefined) rest.push(condition);
    else choices.set(chart.name, condition);
  }
  return { choices, rest };
}

/** The draft with what is chosen on a chart put in place of what was; null takes it out. */
export function withChoice(
  draft: readonly Condition[],
  before: Condition | undefined,
  after: Condition | null,
): Condition[] {
  const at = before === undefined ? -1 : draft.indexOf(before);
  if (at < 0) return after === null ? [...draft] : [...draft, after];
  return draft.toSpliced(at, 1, ...(after === null ? [] : [after]));
}

/** What a condition asks about; a row's place among others, and other tables, are on no chart. */
function variablesOf(condition: Condition): Set<string> {
  if ('all' in condition) return new Set(condition.all.flatMap((part) => [...variablesOf(part)]));
  if ('any' in condition) return new Set(condition.any.flatMap((part) => [...variablesOf(part)]));
  if ('not' in condition) return variablesOf(condition.not);
  if ('linked' in condition || 'nth' in condition) return new Set([NOT_A_VARIABLE]);
  return new Set([condition.variable]);
}

const NOT_A_VARIABLE = '';

function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
