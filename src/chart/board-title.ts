import type { ChartQuestion } from '../model/board.ts';
import type { Variable } from '../model/variable.ts';

/** What a chart of a board is called: "Received by month", "Score by ward". */
export function boardTitle(question: ChartQuestion, variables: readonly Variable[]): string {
  const label = (name: string) => variables.find((each) => each.name === name)?.label ?? name;
  switch (question.show) {
    case 'counts': {
      const { variable, by } = question.of;
      if (by === 'months') return `${label(variable)} by month`;
      return by === 'financial-years' ? `${label(variable)} by financial year` : label(variable);
    }
    case 'heat-map':
      return `${label(question.down.variable)} × ${label(question.across.variable)}`;
    case 'means':
    case 'boxes': {
      const what = question.show === 'means' ? `Mean of ${label(question.of)}` : label(question.of);
      return question.by ? `${what} by ${label(question.by.variable)}` : what;
    }
    case 'pairs':
      return `${label(question.before)} and ${label(question.after)}`;
  }
}
