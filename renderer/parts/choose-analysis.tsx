import { useState } from 'react';
import { Autocomplete } from 'react-aria-components';
import type { AnalysisDescription } from '../../src/model/option.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { hasWords } from '../words-match.ts';
import { AnalysisList } from './analysis-list.tsx';
import { FindField } from './find-field.tsx';
import { Scroll } from './scroll.tsx';
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
        <TableSwitch />
      </header>
      <Autocomplete
        filter={hasWords}
        inputValue={typed}
        onInputChange={setTyped}
        disableAutoFocusFirst
      >
        <FindField label="Find by question, method or other words" keys="Ctrl F" />
        <Scroll label="Analyses by question" className="found">
          <AnalysisList analyses={analyses} typed={typed} table={table} onChoose={onChoose} />
        </Scroll>
      </Autocomplete>
    </section>
  );
}
