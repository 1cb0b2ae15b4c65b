import { useState } from 'react';
import type { AnalysisDescription } from '../../src/model/option.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { AnalysisList } from './analysis-list.tsx';
import { FindField } from './find-field.tsx';
import { TableSwitch } from './table-switch.tsx';

/** By the question one has, or by the name of the method. */
export function ChooseAnalysis({
  analyses,
  table,
  onChoose,
}: {
  analyses: readonly AnalysisDescription[];
  table: TableInfo;
  onChoose: (id: string) => void;
}) {
  const [typed, setTyped] = useState('');
  return (
    <section className="card flush choose" aria-label="Choose an analysis">
      <header>
        <h2>What do you want to know?</h2>
        <FindField
          label="Find an analysis"
          value={typed}
          onChange={setTyped}
          keys="Ctrl F"
          width={230}
        />
        <TableSwitch />
      </header>
      <AnalysisList analyses={analyses} table={table} typed={typed} onChoose={onChoose} />
    </section>
  );
}
