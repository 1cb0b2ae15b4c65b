import type { Frame } from '../model/frame.ts';
import type { Measure } from '../model/measure.ts';
import type { WideItems } from '../model/table.ts';
import type { Form, Forms } from './form.ts';
import { type OpenColumns, openColumns, readForm } from './form-columns.ts';

/**
 * Forms of tables with one row a person and the items in columns, one block a time point. A block may
 * be in another table, which `read` gives.
 * @throws Refusal when a pattern does not lead to a variable, or a date is not one
 */
export function wideForms(
  frame: Frame,
  person: string,
  { blocks }: WideItems,
  measure: Measure,
  read: (table: string) => Frame,
): Forms {
  const opened = blocks.map((block) => {
    const source = block.table === undefined ? frame : read(block.table);
    const whose = block.person ?? person;
    return { time: block.time, columns: openColumns(source, whose, block, measure, block.time) };
  });
  const times = [...new Set(blocks.map((block) => block.time))];
  const columns = opened.map((block) => block.columns);
  return {
    forms: inRows(opened),
    times: times.map((time) => ({ value: time, label: time })),
    dated: columns.some(({ date }) => date !== undefined),
    rated: columns.some(({ rater }) => rater !== undefined),
    versioned: columns.some(({ version }) => version !== undefined),
    itemised: columns.some(({ items }) => items.some((item) => item !== null)),
    repeatedItems: 0,
  };
}

/** Row by row within a table, and block by block within a row. */
function inRows(opened: readonly { time: string; columns: OpenColumns }[]): Form[] {
  const forms: Form[] = [];
  for (const frame of new Set(opened.map(({ columns }) => columns.frame))) {
    const blocks = opened.filter(({ columns }) => columns.frame === frame);
    for (let row = 0; row < frame.rows; row++) {
      for (const { time, columns } of blocks) {
        const form = readForm(columns, row, time);
        if (form !== null) forms.push(form);
      }
    }
  }
  return forms;
}
