import { conditionSentence } from '../../cohort/sentence.ts';
import { type CodeRuns, otherRuns, runsBetween } from '../../columns/hot/code-runs.ts';
import { type HotColumn, numberOf } from '../../columns/hot/hot-column.ts';
import { failingCells, failingIn } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf, sayCell } from '../wording.ts';

type Range = TestOf<'range'>;

function outside({ low, high, whole }: Range): (column: HotColumn) => CodeRuns {
  return (column) => {
    const inside = runsBetween(
      column,
      low ?? Number.NEGATIVE_INFINITY,
      high ?? Number.POSITIVE_INFINITY,
    );
    const isStep = column.scale.by === 'step' && column.scale.divisor === 1;
    if (!whole || isStep) return otherRuns(column, inside);
    return otherRuns(
      column,
      inside.flatMap(([first, last]) => {
        const wholes: [number, number][] = [];
        for (let code = first; code <= last; code++) {
          if (Number.isInteger(numberOf(column, code))) wholes.push([code, code]);
        }
        return wholes;
      }),
    );
  };
}

function bounds({ low, high, whole }: Range): string {
  const [kind, of] = whole ? ['a whole number ', 'of '] : ['', ''];
  if (low === undefined) return `${kind}${of}at most ${say(high)}`;
  return high === undefined
    ? `${kind}${of}at least ${say(low)}`
    : `${kind}from ${say(low)} to ${say(high)}`;
}

function say(value: number | undefined): string {
  return String(value).replace('-', '−');
}

export const range: RowKind<Range> = {
  label: 'is in a range',
  severity: 'high',
  dimension: 'validity',
  fields: [
    {
      key: 'variables',
      label: 'Variables',
      form: { of: 'variables', kinds: ['integer', 'decimal', 'yesno'] },
    },
    { key: 'low', label: 'From', form: { of: 'number' }, optional: true },
    { key: 'high', label: 'To', form: { of: 'number' }, optional: true },
    { key: 'whole', label: 'Whole numbers only', form: { of: 'yes' }, optional: true },
    { key: 'when', label: 'Only when', form: { of: 'condition' }, optional: true },
  ],
  asks: 'rows',
  sentence: (test, words) => {
    const { variables, when } = test;
    const said = `${namesOf(words.variables, variables)} ${variables.length > 1 ? 'are' : 'is'} ${bounds(test)}`;
    return when
      ? `${said} for ${conditionSentence(when, words.variables, words.unit, words.linked)}`
      : said;
  },
  check: (test, { table, frames }) =>
    failingCells(table, test.variables, outside(test), { when: test.when, frames }),
  explain: (test, { table }, row) => {
    const wrong = failingIn(table, test.variables, row, outside(test));
    const said = wrong
      .slice(0, 4)
      .map((name) => `${labelOf(table.variables, name)} is ${sayCell(table, name, row)}`);
    return { wrong, sentence: `${said.join('; ')}, not ${bounds(test)}.` };
  },
};
