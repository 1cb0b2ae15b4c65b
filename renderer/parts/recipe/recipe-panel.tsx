import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Step, TableInfo } from '../../../src/model/table.ts';
import { focusSoon } from '../../focus-soon.ts';
import { compareAt, putSteps, remakeStale, stepsOf } from '../../recipe-actions.ts';
import { replyValue, useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { counted } from '../../words.ts';
import { Scroll } from '../scroll.tsx';
import { StepDialog } from './step-dialog.tsx';
import { StepItem } from './step-item.tsx';

/** The steps that made a table: added, changed, moved, switched off. The table follows each. */
export function RecipePanel({ table }: { table: TableInfo }) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const steps = stepsOf(table);
  const origin = table.origin;
  const from = origin.made === 'recipe' ? origin.from : table.name;
  const [chosen, setChosen] = useState<number | null>(null);
  const addingStep = useSelect((state) => state.addingStep);
  // An order that does not run is shown and not kept, so that it can be put right.
  const [trial, setTrial] = useState<readonly Step[] | null>(null);
  const shown = trial ?? steps ?? [];
  const open = addingStep ? shown.length : chosen;
  const close = () => {
    setChosen(null);
    session.set({ addingStep: false });
    // The list of commands is gone, and so is what had the focus before it.
    if (addingStep) focusSoon('.recipe .add-step');
  };
  const revision = useSelect((state) => state.revision);
  const checked = useReply(
    trial === null ? null : JSON.stringify([from, trial, revision]),
    (options) => session.client.previewRecipe({ from, steps: shown }, options),
  );
  const check = trial === null ? null : replyValue(checked, null);
  const put = async (next: readonly Step[]) => {
    const reply = await session.follow('Checking the steps', (options) =>
      session.client.previewRecipe({ from, steps: next }, options),
    );
    const runs = 'ok' in reply && reply.ok.steps.every(({ refused }) => refused === undefined);
    if (!runs) return setTrial(next);
    if (await putSteps(session, table, next)) setTrial(null);
  };
  const label = tables.find(({ name }) => name === from)?.label ?? from;
  if (origin.made === 'scores' || origin.made === 'pairs') {
    return (
      <aside className="card flush var recipe" aria-label="Recipe" data-pane="panel">
        <header>
          <h2>Recipe</h2>
        </header>
        <p className="note">
          {table.label} was {origin.made === 'scores' ? 'scored' : 'paired'} from {label}. Steps
          belong to the table before it.
        </p>
      </aside>
    );
  }
  return (
    <aside className="card flush var recipe" aria-label="Recipe" data-pane="panel">
      <header>
        <h2>Recipe</h2>
        {steps && <span className="note right">{counted(shown.length, 'step')}</span>}
      </header>
      <Scroll label="Steps of the recipe">
        <p className="note from">
          {steps
            ? `From ${label}, which stays as it is.`
            : 'Nothing has been done to these rows. The first step makes a cleaned table from them; they stay as they are.'}
        </p>
        {(table.outOfDate?.length ?? 0) > 0 && (
          <p className="from">
            <Button className="btn small" onPress={() => void remakeStale(session)}>
              Make again from what there is now
            </Button>
          </p>
        )}
        {trial !== null && (
          <p className="conflict" role="status">
            These steps do not run in this order, so the table is as it was.{' '}
            <Button className="link" onPress={() => setTrial(null)}>
              Back to the order that runs
            </Button>
          </p>
        )}
        <ol className="steps">
          {shown.map((step, at) => (
            <StepItem
              // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name than its place
              key={at}
              step={step}
              at={at}
              count={shown.length}
              checked={
                check?.steps[at] ??
                (origin.made === 'recipe' && trial === null ? origin.outcomes[at] : undefined)
              }
              onChange={(next) => void put(next(shown))}
              onEdit={() => setChosen(at)}
              {...(trial === null && steps !== undefined
                ? {
                    onQuality: () => compareAt(session, table.name, at),
                  }
                : {})}
            />
          ))}
        </ol>
        <p className="from">
          <Button className="btn add-step" onPress={() => setChosen(shown.length)}>
            Add a step
          </Button>
        </p>
      </Scroll>
      {open !== null && (
        <StepDialog
          table={table}
          from={from}
          steps={shown}
          at={open}
          onClose={close}
          onKeep={async (next) => {
            if (await putSteps(session, table, next)) {
              setTrial(null);
              close();
              // What was added stands at the end, which a long recipe has out of sight.
              if (next.length > shown.length) focusSoon('.recipe .add-step');
            }
          }}
        />
      )}
    </aside>
  );
}
