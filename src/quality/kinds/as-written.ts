import type { CellNote } from '../../model/receipt.ts';
import { addRow } from '../row-bits.ts';
import type { CheckedTable, RowKind, TestOf } from '../rule-kind.ts';
import { maskValue } from '../shown-text.ts';
import { labelOf, namesOf } from '../wording.ts';

type Test = TestOf<'as-written'>;

/** Cells whose text is not their value: spaces were trimmed, a code was read as missing. */
function notesOf({ variables }: Test, { table, imported }: CheckedTable): CellNote[] {
  const asked = new Set(variables);
  return (imported?.notes() ?? []).filter(
    ({ kind, column }) => kind !== 'problem' && asked.has(table.variables[column]?.name ?? ''),
  );
}

/** What the import has put right or read as missing, for the record. */
export const asWritten: RowKind<Test> = {
  label: 'is written as its value',
  severity: 'info',
  dimension: 'validity',
  fields: [],
  asks: 'rows',
  ofTheFile: true,
  sentence: ({ variables }, words) =>
    `Every cell of ${namesOf(words.variables, variables)} is written as its value`,
  check: (test, data) => {
    const notes = notesOf(test, data);
    const rows = data.table.kernel.bitmap();
    for (const { row } of notes) addRow(rows, row);
    return { rows, cells: notes.length, of: data.table.rows };
  },
  explain: (test, data, row) => {
    const notes = notesOf(test, data).filter((note) => note.row === row);
    const { variables } = data.table;
    const said = notes.map(({ column, raw: text, kind, reason }) => {
      const variable = variables[column];
      const raw = variable ? maskValue(variable, text) : text;
      const label = labelOf(variables, variables[column]?.name ?? '');
      return kind === 'missing-code'
        ? `${label}: “${raw}” was read as missing, ${reason}`
        : `${label}: “${raw}” was read without what is around it`;
    });
    return {
      wrong: notes.map(({ column }) => variables[column]?.name ?? ''),
      sentence: `${said.join('; ')}.`,
    };
  },
};
