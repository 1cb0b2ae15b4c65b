import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Condition } from '../../../src/model/condition.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { useConditionEntry } from '../../use-condition-entry.ts';
import { useSelect } from '../../use-session.ts';
import { ConditionEntry } from '../condition-entry.tsx';
import { Pick } from '../pick.tsx';

/** Which rows: those that meet a condition, which may be taken from a cohort of the table. */
export function StepCondition({
  label,
  table,
  start,
  onChange,
}: {
  label: string;
  table: TableInfo;
  start: Condition | undefined;
  onChange: (condition: Condition | undefined) => void;
}) {
  const cohorts = (useSelect((state) => state.project)?.cohorts ?? []).filter(
    (cohort) => cohort.table === table.name,
  );
  const [taken, setTaken] = useState<Condition>();
  const [turn, setTurn] = useState(0);
  return (
    <fieldset className="step-condition">
      <legend>{label}</legend>
      {cohorts.length > 0 && (
        <Pick
          label="As the cohort"
          labelled
          placeholder="Take over a cohort’s condition"
          choices={cohorts.map(({ name, label: words }) => ({ id: name, label: words }))}
          value={null}
          onChange={(id) => {
            setTaken(cohorts.find(({ name }) => name === id)?.condition);
            setTurn(turn + 1);
          }}
        />
      )}
      <Entry key={turn} table={table} start={taken ?? start} onChange={onChange} />
    </fieldset>
  );
}

function Entry({
  table,
  start,
  onChange,
}: {
  table: TableInfo;
  start: Condition | undefined;
  onChange: (condition: Condition | undefined) => void;
}) {
  const entry = useConditionEntry(table, start ?? null);
  const { whole, next, size } = entry;
  const told = JSON.stringify(whole);
  const tell = useEffectEvent(() => onChange(whole ?? undefined));
  useEffect(() => {
    if (told !== '') tell();
  }, [told]);
  return (
    <>
      <ConditionEntry table={table} entry={entry} />
      <p>
        <Button
          className="btn small"
          isDisabled={next === null || size.state === 'refused'}
          onPress={() => next !== null && entry.gather(next)}
        >
          And another
        </Button>
      </p>
    </>
  );
}
