import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChartQuestion } from '../../../src/model/board.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import {
  CHART_KINDS,
  type ChartKind,
  kindOf,
  kindsFor,
  shownVariables,
} from '../../board/chart-kinds.ts';
import { Pick } from '../pick.tsx';
import { VariablePicker } from '../variable-picker.tsx';

export interface FormedChart {
  question: ChartQuestion;
  asTable: boolean;
}

/** Which variable, and how it is shown: a board of 300 columns is searched here. */
export function ChartForm({
  table,
  chart,
  action,
  onDone,
}: {
  table: TableInfo;
  /** What is shown now. */
  chart?: FormedChart;
  action: string;
  onDone: (chart: FormedChart) => void;
}) {
  const shown = chart ? shownVariables(chart.question) : ([null, null] as const);
  const [of, setOf] = useState<string | null>(shown[0]);
  const [by, setBy] = useState<string | null>(shown[1]);
  const [wanted, setKind] = useState<ChartKind | null>(
    chart ? kindOf(chart.question, chart.asTable) : null,
  );
  const variables = table.variables.filter((variable) => kindsFor(variable).length > 0);
  const variable = variables.find(({ name }) => name === of);
  const kinds = variable ? kindsFor(variable) : [];
  const kind = kinds.find((name) => name === wanted) ?? kinds[0] ?? null;
  const record = kind === null ? null : CHART_KINDS[kind];
  const second = variables.find(({ name }) => name === by && name !== of);
  const isReady =
    variable !== undefined && record !== null && (!record.by?.isNeeded || second !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    onDone({ question: record.question(variable, second), asTable: kind === 'table' });
  };
  return (
    <form className="form" onSubmit={submit}>
      <VariablePicker
        label="Variable"
        variables={variables}
        value={of}
        onChange={setOf}
        autoFocus
      />
      {kind !== null && (
        <Pick
          label="Shown as"
          labelled
          choices={kinds.map((id) => ({ id, label: CHART_KINDS[id].label }))}
          value={kind}
          onChange={setKind}
        />
      )}
      {record?.by && (
        <VariablePicker
          label={record.by.label}
          variables={variables.filter(({ name }) => name !== of)}
          value={by}
          onChange={setBy}
        />
      )}
      <div className="buttons">
        <Button type="submit" className="btn primary" isDisabled={!isReady}>
          {action}
        </Button>
      </div>
    </form>
  );
}
