import { useState } from 'react';
import type { Condition } from '../../../src/model/condition.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { useSelect } from '../../use-session.ts';
import { Pick } from '../pick.tsx';
import { TestForm } from '../test-form.tsx';

const ONE = 'one';

/** Which rows: those of a cohort of the table, or those of one test. */
export function StepCondition({
  table,
  onChange,
}: {
  table: TableInfo;
  onChange: (condition: Condition | undefined) => void;
}) {
  const cohorts = (useSelect((state) => state.project)?.cohorts ?? []).filter(
    (cohort) => cohort.table === table.name,
  );
  const [way, setWay] = useState(ONE);
  return (
    <>
      {cohorts.length > 0 && (
        <Pick
          label="Rows"
          labelled
          choices={[
            { id: ONE, label: 'that meet a test' },
            ...cohorts.map(({ name, label }) => ({ id: name, label: `of the cohort ${label}` })),
          ]}
          value={way}
          onChange={(id) => {
            setWay(id);
            onChange(cohorts.find(({ name }) => name === id)?.condition);
          }}
        />
      )}
      {way === ONE && <TestForm table={table} onChange={(test) => onChange(test ?? undefined)} />}
    </>
  );
}
