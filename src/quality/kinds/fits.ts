import { runsMissing } from '../../columns/hot/code-runs.ts';
import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { DID_NOT_FIT } from '../../model/column.ts';
import { KIND, type Kind } from '../../model/variable.ts';
import { failingCells, failingIn } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { maskValue } from '../shown-text.ts';
import { labelOf, namesOf } from '../wording.ts';

const TYPED: readonly Kind[] = ['yesno', 'integer', 'decimal', 'date', 'datetime', 'time'];

const misfits = (column: HotColumn) => runsMissing(column, [DID_NOT_FIT]);

/** Cells that could not be read as what their column holds: days that do not exist, words among numbers. */
export const fits: RowKind<TestOf<'fits'>> = {
  label: 'can be read as its kind',
  severity: 'high',
  dimension: 'validity',
  fields: [{ key: 'variables', label: 'Variables', form: { of: 'variables', kinds: TYPED } }],
  asks: 'rows',
  sentence: ({ variables }, words) =>
    `Every cell of ${namesOf(words.variables, variables)} can be read as what the column holds`,
  check: ({ variables }, { table }) =>
    failingCells(table, variables, misfits, {
      asked: ({ size }) => (size > 0 ? [[0, size - 1]] : []),
    }),
  explain: ({ variables }, { table, imported }, row) => {
    const wrong = failingIn(table, variables, row, misfits);
    const said = wrong.map((name) => {
      const at = table.variables.findIndex((each) => each.name === name);
      const note = imported
        ?.notes()
        .find((each) => each.kind === 'problem' && each.row === row && each.column === at);
      const label = labelOf(table.variables, name);
      const kind = KIND[table.column(name).variable.kind].label.toLowerCase();
      if (!note) return `${label} is no ${kind}`;
      // The reason may repeat the text, which then would stand there twice.
      const reason = note.reason.replace(`: “${note.raw}”`, '');
      return `${label}: “${maskValue(table.column(name).variable, note.raw)}” is ${reason}`;
    });
    return { wrong, sentence: `${said.join('; ')}.` };
  },
};
