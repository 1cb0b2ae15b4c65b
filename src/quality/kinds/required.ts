import { conditionSentence } from '../../cohort/sentence.ts';
import { type CodeRuns, runsMissing } from '../../columns/hot/code-runs.ts';
import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { hotReason } from '../../columns/hot/hot-value.ts';
import { DID_NOT_FIT, EMPTY } from '../../model/column.ts';
import { KINDS } from '../../model/variable.ts';
import { failingCells, failingIn } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf, namesOf } from '../wording.ts';

/** A cell that did not fit is not missing: the rule `fits` has it. */
function blanks(column: HotColumn): CodeRuns {
  return runsMissing(
    column,
    column.reasons.filter((reason) => reason !== DID_NOT_FIT),
  );
}

export const required: RowKind<TestOf<'required'>> = {
  label: 'is filled in',
  severity: 'medium',
  dimension: 'completeness',
  fields: [
    { key: 'variables', label: 'Variables', form: { of: 'variables', kinds: KINDS } },
    { key: 'when', label: 'Only when', form: { of: 'condition' }, optional: true },
  ],
  asks: 'rows',
  sentence: ({ variables, when }, words) => {
    const said = `${namesOf(words.variables, variables)} ${variables.length > 1 ? 'are' : 'is'} filled in`;
    return when
      ? `${said} for ${conditionSentence(when, words.variables, words.unit, words.linked)}`
      : said;
  },
  check: ({ variables, when }, { table, frames }) =>
    failingCells(table, variables, blanks, {
      asked: ({ size }) => (size > 0 ? [[0, size - 1]] : []),
      when,
      frames,
    }),
  explain: ({ variables }, { table }, row) => {
    const wrong = failingIn(table, variables, row, blanks);
    const said = wrong.slice(0, 4).map((name) => {
      const reason = hotReason(table.column(name), row);
      const label = labelOf(table.variables, name);
      return reason === EMPTY ? `${label} is blank` : `${label} is missing: ${reason}`;
    });
    return { wrong, sentence: `${said.join('; ')}.` };
  },
};
