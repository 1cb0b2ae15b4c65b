import { Button } from 'react-aria-components';
import { type Condition, EVERYONE } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { applyConditions, chooseCohort, removeCohort } from '../cohort-actions.ts';
import { chipWords, partsOf, together } from '../cohort-words.ts';
import { activeCohort, activeTable } from '../session.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { AddCondition } from './add-condition.tsx';
import { EditCondition } from './edit-condition.tsx';
import { Icon } from './icon.tsx';
import { Pick } from './pick.tsx';
import { SaveCohort } from './save-cohort.tsx';
import { Tip } from './tip.tsx';

const ALL = ':all';

/** Who is meant, in words and numbers, on every page. */
export function CohortBar() {
  const table = useSelect(activeTable);
  if (table === null) {
    return (
      <section className="bar" aria-label="Cohort" data-pane="bar">
        <span className="note">No table yet. Import a file to begin.</span>
      </section>
    );
  }
  return <TableCohort table={table} />;
}

function TableCohort({ table }: { table: TableInfo }) {
  const session = useSession();
  const project = useSelect((state) => state.project);
  const chosen = useSelect(activeCohort);
  const draft = useSelect((state) => state.draft);
  const revision = useSelect((state) => state.revision);
  const cohorts = (project?.cohorts ?? []).filter((cohort) => cohort.table === table.name);
  const words = (part: Condition) => chipWords(part, table, project?.tables);
  const cohort = cohorts.find(({ name }) => name === chosen);
  const saved = partsOf(cohort?.condition ?? EVERYONE);
  /** A cohort named after its conditions says them only once. */
  const isNamed = cohort !== undefined && cohort.label !== words(cohort.condition);
  const condition = together([...saved, ...draft]);
  const size = useReply(
    JSON.stringify([table.name, table.version, condition, revision]),
    (options) => session.client.countCohort({ table: table.name, condition }, options),
  );
  const choose = (id: string) => chooseCohort(session, table.name, id === ALL ? null : id);
  const addPart = (part: Condition) => session.set({ draft: [...session.get().draft, part] });
  const changePart = (part: Condition, next: Condition) =>
    session.set({ draft: session.get().draft.map((each) => (each === part ? next : each)) });
  const removePart = (part: Condition) =>
    session.set({ draft: session.get().draft.filter((entry) => entry !== part) });
  const n = size.state === 'ok' ? size.value.n : cohort === undefined ? table.rows : null;
  return (
    <section className="bar" aria-label="Cohort" data-pane="bar">
      <Pick
        label="Cohort"
        bare
        choices={[
          { id: ALL, label: `All ${count(table.rows)} ${table.unit}` },
          ...cohorts.map(({ name, label }) => ({ id: name, label })),
        ]}
        value={chosen ?? ALL}
        onChange={choose}
      />
      <span className="chips">
        {(isNamed ? saved : []).map((part) => (
          <span className="chip" key={JSON.stringify(part)}>
            <span className="cut" title={words(part)}>
              {words(part)}
            </span>
          </span>
        ))}
        {draft.map((part) => (
          <span className="chip draft" key={JSON.stringify(part)}>
            <EditCondition
              table={table}
              condition={part}
              words={words(part)}
              others={[...saved, ...draft.filter((other) => other !== part)]}
              onChange={(next) => changePart(part, next)}
            />
            <Button
              aria-label={`Remove the condition ${words(part)}`}
              onPress={() => removePart(part)}
            >
              <Icon name="close" />
            </Button>
          </span>
        ))}
      </span>
      <AddCondition table={table} parts={[...saved, ...draft]} onAdd={addPart} />
      {draft.length > 0 ? (
        <>
          <span className="tag caution">! not applied yet</span>
          <Button
            className="btn small primary"
            onPress={() => applyConditions(session, table, condition)}
          >
            Apply
          </Button>
          <SaveCohort table={table} condition={condition} />
          <Button className="btn quiet" onPress={() => session.set({ draft: [] })}>
            Clear
          </Button>
        </>
      ) : (
        cohort !== undefined && (
          <>
            <Button className="btn quiet" onPress={() => choose(ALL)}>
              Clear
            </Button>
            <Tip text="Removes the cohort from the project; results keep their words">
              <Button className="btn quiet" onPress={() => removeCohort(session, cohort)}>
                Remove cohort
              </Button>
            </Tip>
          </>
        )
      )}
      <span className="count">
        {draft.length > 0 && 'would be '}
        <b>{n === null ? '…' : count(n)}</b> of {count(table.rows)} {table.unit}
      </span>
    </section>
  );
}
