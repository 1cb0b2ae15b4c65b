import { type FormEvent, useState } from 'react';
import { Button, DialogTrigger, Heading } from 'react-aria-components';
import type { TableInfo } from '../../../src/model/table.ts';
import type { Variable } from '../../../src/model/variable.ts';
import { withEdit } from '../../cell-edit.ts';
import { putSteps, stepsOf } from '../../recipe-actions.ts';
import { useDebounced } from '../../use-debounced.ts';
import { useReply } from '../../use-reply.ts';
import { useSession } from '../../use-session.ts';
import { DialogBox } from '../dialog-box.tsx';
import type { GridCell } from '../grid.tsx';
import { LiveText } from '../text-field.tsx';
import { VariablePicker } from '../variable-picker.tsx';

/** Corrects one cell, as a step that finds its row by key: it is done again on the next extract. */
export function CorrectCell({
  table,
  cell,
  variable,
}: {
  table: TableInfo;
  cell: GridCell;
  variable: Variable;
}) {
  if (table.origin.made === 'scores' || table.origin.made === 'pairs') return null;
  return (
    <DialogTrigger>
      <Button className="btn small">Correct this cell</Button>
      <DialogBox>
        {({ close }) => (
          <CorrectCellForm table={table} cell={cell} variable={variable} close={close} />
        )}
      </DialogBox>
    </DialogTrigger>
  );
}

/** What the cell is to be, and by which key its row is found again. */
export function CorrectCellForm({
  table,
  cell,
  variable,
  close,
}: {
  table: TableInfo;
  cell: GridCell;
  variable: Variable;
  close: () => void;
}) {
  const session = useSession();
  const valueAt = (name: string) =>
    cell.row.cells[table.variables.findIndex((each) => each.name === name)] ?? null;
  const now = valueAt(variable.name);
  const keys = table.variables.filter(
    ({ name }) => name !== variable.name && valueAt(name) !== null,
  );
  const [key, setKey] = useState<string | null>(
    (keys.find(({ kind }) => kind === 'identifier') ?? keys[0])?.name ?? null,
  );
  const [to, setTo] = useState(now === null ? '' : String(now));
  const from = table.origin.made === 'recipe' ? table.origin.from : table.name;
  const old = stepsOf(table) ?? [];
  const named = key === null ? null : valueAt(key);
  const next =
    key === null || named === null
      ? null
      : withEdit(old, {
          variable: variable.name,
          key: [key],
          values: [String(named)],
          from: now,
          to: to.trim() === '' ? null : to.trim(),
        });
  const rested = useDebounced(JSON.stringify(next), 300);
  const checked = useReply(next === null ? null : rested, (options) =>
    session.client.previewRecipe({ from, steps: next ?? [] }, options),
  );
  const outcome = checked.state === 'ok' ? checked.value.steps.at(-1) : undefined;
  const fault = outcome?.refused?.message ?? outcome?.notes?.[0];
  const same = to.trim() === (now === null ? '' : String(now));
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (next === null || same || fault !== undefined) return;
    close();
    await putSteps(session, table, next);
  };
  return (
    <form className="form confirm" onSubmit={(event) => void keep(event)}>
      <Heading slot="title">Correct {variable.label}</Heading>
      <LiveText label="Value (empty takes it out)" value={to} onChange={setTo} autoFocus />
      <VariablePicker label="The row is found by" variables={keys} value={key} onChange={setKey} />
      <p
        className={fault === undefined ? 'note' : 'note bad'}
        role="status"
        style={{ minHeight: 36 }}
      >
        {fault ??
          (named === null
            ? 'Choose a variable that names the row.'
            : `Row with ${table.variables.find(({ name }) => name === key)?.label} ${named}. On the next extract the correction is made again, unless the cell is another by then.`)}
      </p>
      <div className="buttons">
        <Button className="btn" onPress={close}>
          Cancel
        </Button>
        <Button
          type="submit"
          className="btn primary"
          isDisabled={next === null || same || fault !== undefined || checked.state !== 'ok'}
        >
          Correct
        </Button>
      </div>
    </form>
  );
}
