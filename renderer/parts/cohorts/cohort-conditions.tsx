import { useState } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { partsOf, together } from '../../../src/cohort/condition-parts.ts';
import type { CohortCount } from '../../../src/model/cohort.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { saveVersion } from '../../cohort-actions.ts';
import { chipWords } from '../../cohort-words.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { ConditionForm } from '../condition-form.tsx';
import { CrossButton } from '../cross-button.tsx';

/** The conditions of a cohort, and the way to its next version. */
export function CohortConditions({ cohort }: { cohort: CohortCount }) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const table = tables.find(({ name }) => name === cohort.table);
  const [parts, setParts] = useState<readonly Condition[] | null>(null);
  if (table === undefined) return null;
  const shown = parts ?? partsOf(cohort.condition);
  return (
    <section>
      <h3>
        Conditions
        {parts === null && (
          <Button className="link note" onPress={() => setParts(partsOf(cohort.condition))}>
            Edit
          </Button>
        )}
      </h3>
      {shown.length === 0 && <p className="note">None: every row.</p>}
      <ul className="parts">
        {shown.map((part) => (
          <li key={JSON.stringify(part)}>
            <span>{chipWords(part, table, tables)}</span>
            {parts !== null && (
              <CrossButton
                label={`Remove the condition ${chipWords(part, table, tables)}`}
                onPress={() => setParts(parts.filter((each) => each !== part))}
              />
            )}
          </li>
        ))}
      </ul>
      {parts !== null && (
        <NextVersion
          cohort={cohort}
          table={table}
          parts={parts}
          onAdd={(part) => setParts([...parts, part])}
          onDone={() => setParts(null)}
        />
      )}
    </section>
  );
}

function NextVersion({
  cohort,
  table,
  parts,
  onAdd,
  onDone,
}: {
  cohort: CohortCount;
  table: TableInfo;
  parts: readonly Condition[];
  onAdd: (part: Condition) => void;
  onDone: () => void;
}) {
  const session = useSession();
  const [isAdding, setIsAdding] = useState(false);
  const condition = together(parts);
  const isSame = JSON.stringify(condition) === JSON.stringify(cohort.condition);
  const size = useReply(JSON.stringify([table.version, condition]), (options) =>
    session.client.countCohort({ table: table.name, condition }, options),
  );
  return (
    <>
      <DialogTrigger isOpen={isAdding} onOpenChange={setIsAdding}>
        <Button className="btn small">Add another condition</Button>
        <Popover className="popover padded" placement="bottom start" aria-label="Add a condition">
          <ConditionForm
            table={table}
            parts={parts}
            onAdd={(part) => {
              onAdd(part);
              setIsAdding(false);
            }}
          />
        </Popover>
      </DialogTrigger>
      <p className="note" aria-live="polite">
        {size.state === 'ok' && !isSame && (
          <>
            Would be <b>{count(size.value.n)}</b> of {count(size.value.of)} {table.unit}, instead of{' '}
            {cohort.n === null ? 'none' : count(cohort.n)}. Results made with version{' '}
            {cohort.version} will say that they are out of date.
          </>
        )}
        {size.state === 'refused' && <span className="bad">{size.refusal.message}</span>}
      </p>
      <div className="buttons">
        <Button className="btn small" onPress={onDone}>
          Cancel
        </Button>
        <Button
          className="btn small primary"
          isDisabled={isSame || size.state === 'refused'}
          onPress={async () => {
            if (await saveVersion(session, cohort, condition)) onDone();
          }}
        >
          Save as version {cohort.version + 1}
        </Button>
      </div>
    </>
  );
}
