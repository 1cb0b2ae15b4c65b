import type { Value } from '../src/model/column.ts';
import type { Step } from '../src/model/table.ts';

interface CellEdit {
  variable: string;
  /** Variables that name the row, and what they are there. */
  key: readonly string[];
  values: readonly string[];
  from: Value;
  /** Null takes the value out. */
  to: string | null;
}

interface Edit {
  key: readonly string[];
  from: string | null;
  to: string | null;
}

/**
 * The steps with one more corrected cell: in the last step, when that corrects cells of the same variable by the
 * same key, or as a new one.
 */
export function withEdit(
  steps: readonly Step[],
  { variable, key, values, from, to }: CellEdit,
): Step[] {
  const edit: Edit = { key: values, from: from === null ? null : String(from), to };
  const last = steps.at(-1);
  const fits =
    last?.op === 'edit-cells' &&
    last.off !== true &&
    last.variable === variable &&
    JSON.stringify(last.key) === JSON.stringify(key);
  if (!fits || !last) return [...steps, { op: 'edit-cells', variable, key, edits: [edit] }];
  const edits = last.edits as readonly Edit[];
  const same = edits.findIndex((each) => JSON.stringify(each.key) === JSON.stringify(values));
  // Corrected again: what it was before the first correction stays.
  const first = edits[same];
  const all = first ? edits.with(same, { ...edit, from: first.from }) : [...edits, edit];
  return [...steps.slice(0, -1), { ...last, edits: all }];
}
