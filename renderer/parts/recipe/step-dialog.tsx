import { type FormEvent, useMemo, useState } from 'react';
import { Button, Heading } from 'react-aria-components';
import type { Step, TableInfo } from '../../../src/model/table.ts';
import { keysOf } from '../../step-field.ts';
import { blankStep, STEP_FIELDS, tidyStep } from '../../step-fields.ts';
import { TableState } from '../../table-state.ts';
import { useDebounced } from '../../use-debounced.ts';
import { replyValue, useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { DialogBox } from '../dialog-box.tsx';
import { Segments } from '../segments.tsx';
import { StepFieldInput } from './step-field.tsx';
import { StepPick } from './step-pick.tsx';
import { StepPreview } from './step-preview.tsx';
import { StepText } from './step-text.tsx';

const REST = 300;

/** One step: its questions on the left, and what it would change on the right, before it is kept. */
export function StepDialog({
  table,
  from,
  steps,
  at,
  start = null,
  onKeep,
  onClose,
}: {
  table: TableInfo;
  from: string;
  steps: readonly Step[];
  /** Place of the step; past the end, a new one. */
  at: number;
  /** A new step as it is filled in already. */
  start?: Step | null;
  onKeep: (steps: readonly Step[]) => Promise<void>;
  onClose: () => void;
}) {
  const session = useSession();
  const [step, setStep] = useState<Step | null>(steps[at] ?? start);
  const [asText, setAsText] = useState(step !== null && STEP_FIELDS[step.op] === undefined);
  const kinds = replyValue(
    useReply('kinds', (options) => session.client.stepKinds({}, options)),
    [],
  );
  const kind = kinds.find(({ op }) => op === step?.op);
  const fields = step === null ? undefined : STEP_FIELDS[step.op];
  const tidy = step === null ? null : tidyStep(step);
  const next = tidy === null ? steps : [...steps.slice(0, at), tidy, ...steps.slice(at + 1)];
  const asked = JSON.stringify([from, next, at]);
  const rested = useDebounced(asked, REST);
  const check = useReply(rested, (options) =>
    session.client.previewRecipe({ from, steps: next, step: at }, options),
  );
  // Enter in a field comes before the answer about what was just typed: that is not kept unseen.
  const runs =
    tidy !== null &&
    rested === asked &&
    check.state === 'ok' &&
    !check.stale &&
    check.value.steps[at]?.refused === undefined;
  const source = useSelect((state) => state.project)?.tables.find(({ name }) => name === from);
  const state = useMemo(() => ({ table: from, after: steps.slice(0, at) }), [from, steps, at]);
  /** The table as the step finds it: later steps may have renamed or dropped what it is about. */
  const found = {
    ...(source ?? table),
    variables: check.state === 'ok' ? check.value.before : table.variables,
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (runs) void onKeep(next);
  };
  return (
    <DialogBox look="step-dialog" isOpen onClose={onClose}>
      <form onSubmit={keep}>
        <header className="line">
          <Heading slot="title">{kind?.label ?? 'Add a step'}</Heading>
          {step !== null && fields !== undefined && (
            <span className="right">
              <Segments
                label="Write the step"
                choices={[
                  { id: 'form', label: 'Form' },
                  { id: 'text', label: 'Text' },
                ]}
                value={asText ? 'text' : 'form'}
                onChange={(id) => setAsText(id === 'text')}
              />
            </span>
          )}
        </header>
        <TableState value={state}>
          <div className="halves">
            <div className="form">
              <StepPick
                kinds={kinds}
                value={step?.op ?? null}
                autoFocus={at >= steps.length}
                onChange={(op) => {
                  setStep(blankStep(op, found.variables));
                  setAsText(STEP_FIELDS[op] === undefined);
                }}
              />
              {kind !== undefined && <p className="note">{kind.about}</p>}
              {step !== null &&
                (asText || fields === undefined ? (
                  <StepText step={step} onChange={setStep} />
                ) : (
                  fields.map((field) => (
                    <StepFieldInput
                      key={`${step.op} ${keysOf(field).join()}`}
                      field={field}
                      step={step}
                      table={found}
                      own={table.name}
                      onChange={(part) => setStep({ ...step, ...part })}
                    />
                  ))
                ))}
            </div>
            <StepPreview asked={check} at={at} step={tidy} />
          </div>
        </TableState>
        <div className="buttons">
          <Button className="btn" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" className="btn primary" isDisabled={!runs}>
            {at < steps.length ? 'Keep the change' : 'Add the step'}
          </Button>
        </div>
      </form>
    </DialogBox>
  );
}
