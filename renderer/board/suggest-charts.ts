import type { ChartQuestion, NamedChart } from '../../src/model/board.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Variable } from '../../src/model/variable.ts';

/** Charts that a board begins with. */
const AT_FIRST = 6;
/** Values of a category that stand by themselves; the rarer ones are added up. */
export const MOST_PLACES = 30;

/** A chart as it stands on the board. */
export interface BoardChart extends NamedChart {
  /** Takes the room of two. */
  wide?: boolean;
  /** Its numbers in rows of text instead of a drawing. */
  asTable?: boolean;
}

/**
 * The charts a table is first looked at with: its first date, then categories and numbers by
 * turns, in the order of the table. Identifiers and free text are nobody's first question.
 */
export function suggestCharts({ variables }: TableInfo): BoardChart[] {
  const dates = variables
    .filter(({ kind }) => kind === 'date')
    .sort((a, b) => Number(isBirth(a)) - Number(isBirth(b)));
  const groups = variables.filter(
    ({ kind, level }) => kind === 'category' || kind === 'yesno' || isOrderedCode(kind, level),
  );
  const numbers = variables.filter(
    ({ kind, level }) => (kind === 'integer' || kind === 'decimal') && !isOrderedCode(kind, level),
  );
  const taken = [...dates.slice(0, 1)];
  const later = [...dates.slice(1)];
  for (let at = 0; taken.length < AT_FIRST && at < variables.length; at++) {
    const next = [groups[2 * at], groups[2 * at + 1], numbers[at], later[at]];
    for (const variable of next) {
      if (variable !== undefined && taken.length < AT_FIRST) taken.push(variable);
    }
  }
  return taken.map((variable, at) => ({
    name: `chart-${at + 1}`,
    question: firstQuestion(variable),
    // So that rows of three are full.
    ...(at === 0 && taken.length % 3 === 2 ? { wide: true } : {}),
  }));
}

/** How one variable is first shown. */
export function firstQuestion({ name, kind, values, level }: Variable): ChartQuestion {
  const isCoded = values.length > 0 || isOrderedCode(kind, level);
  switch (kind) {
    case 'date':
      return { show: 'counts', of: { variable: name } };
    case 'integer':
    case 'decimal':
      return { show: 'counts', of: { variable: name, by: isCoded ? 'values' : 'bars' } };
    case 'yesno':
      return { show: 'counts', of: { variable: name, by: 'values' } };
    default:
      return { show: 'counts', of: { variable: name, by: 'values', most: MOST_PLACES } };
  }
}

/** A name that no chart of the board has. */
export function freeName(charts: readonly NamedChart[]): string {
  const taken = new Set(charts.map(({ name }) => name));
  let n = charts.length + 1;
  while (taken.has(`chart-${n}`)) n++;
  return `chart-${n}`;
}

/** When people were born says less of a service than when it saw them. */
export function isBirth({ label }: Variable): boolean {
  return /birth|born|\bdob\b/i.test(label);
}

function isOrderedCode(kind: Variable['kind'], level: Variable['level']): boolean {
  return kind === 'integer' && level === 'ordinal';
}
