import type { FormEvent, ReactNode } from 'react';
import { type AnalysisDescription, isOffered } from '../../src/model/option.ts';
import type { Comparison } from '../../src/model/result.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { chooseCohort } from '../cohort-actions.ts';
import type { OptionValues } from '../option-values.ts';
import { activeCohort } from '../session.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { CompareField } from './compare-field.tsx';
import { OptionField } from './option-field.tsx';
import { Pick } from './pick.tsx';

const ALL = ':all';

/** Table, cohort and the options of an analysis; Enter runs it. */
export function OptionForm({
  description,
  table,
  values,
  comparing,
  onCompare,
  onChange,
  onRun,
  children,
}: {
  description: AnalysisDescription;
  table: TableInfo;
  values: OptionValues;
  /** Cohorts side by side, in place of the groups of a variable. */
  comparing: Comparison | null;
  onCompare: (comparing: Comparison | null) => void;
  onChange: (values: OptionValues) => void;
  onRun: () => void;
  children: ReactNode;
}) {
  const session = useSession();
  const project = useSelect((state) => state.project);
  const cohort = useSelect(activeCohort);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRun();
  };
  const { options } = description;
  const offered = options.filter(
    (option) =>
      isOffered(option, options, values) && !(comparing !== null && option.key === 'group'),
  );
  const cohorts = (project?.cohorts ?? []).filter((entry) => entry.table === table.name);
  return (
    <form className="optionform" onSubmit={submit}>
      <div className="scroll form">
        <p className="note">{description.answers}</p>
        <Pick
          label="Table"
          labelled
          choices={(project?.tables ?? []).map(({ name, label, rows, unit }) => ({
            id: name,
            label,
            note: `${count(rows)} ${unit}`,
          }))}
          value={table.name}
          onChange={(name) => session.set({ table: name, draft: [] })}
        />
        {cohorts.length > 0 && (
          <Pick
            label="Cohort"
            labelled
            choices={[
              { id: ALL, label: `All ${count(table.rows)} ${table.unit}` },
              ...cohorts.map(({ name, label }) => ({ id: name, label })),
            ]}
            value={cohort ?? ALL}
            onChange={(id) => chooseCohort(session, table.name, id === ALL ? null : id)}
          />
        )}
        {description.comparesCohorts && cohorts.length > 0 && (
          <CompareField cohorts={cohorts} comparing={comparing} onChange={onCompare} />
        )}
        {offered.map((option) => (
          <OptionField
            key={`${table.name} ${option.key}`}
            option={option}
            value={values[option.key]}
            table={table}
            onChange={(value) => onChange({ ...values, [option.key]: value })}
          />
        ))}
      </div>
      {children}
    </form>
  );
}
