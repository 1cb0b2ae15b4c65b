import type { Step } from '../../../src/model/table.ts';
import { putSteps, stepsOf } from '../../recipe-actions.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { StepDialog } from '../recipe/step-dialog.tsx';

/** A cleaning step that is filled in already, to be looked at before it becomes the last of a table's recipe. */
export function PrefilledStep({
  table: name,
  step,
  onClose,
}: {
  table: string;
  step: Step;
  onClose: () => void;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const table = tables.find((each) => each.name === name);
  if (table === undefined) return null;
  const steps = stepsOf(table) ?? [];
  return (
    <StepDialog
      table={table}
      from={table.origin.made === 'recipe' ? table.origin.from : table.name}
      steps={steps}
      at={steps.length}
      start={step}
      onClose={onClose}
      onKeep={async (next) => {
        if (await putSteps(session, table, next)) onClose();
      }}
    />
  );
}
