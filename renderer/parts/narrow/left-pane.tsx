import { useState } from 'react';
import type { TableInfo } from '../../../src/model/table.ts';
import { useFacets } from '../../use-facets.ts';
import { Segments } from '../segments.tsx';
import { VariableList } from '../variable-list.tsx';
import { NarrowPanel } from './narrow-panel.tsx';

type LeftView = 'variables' | 'narrow';

const KEY = 'attune-data-left';

/** Beside the grid: the variables of the table, or their values to narrow the rows by. */
export function LeftPane({
  table,
  selected,
  onSelect,
}: {
  table: TableInfo;
  selected: string | null;
  onSelect: (name: string) => void;
}) {
  const [view, setView] = useState<LeftView>(() =>
    localStorage.getItem(KEY) === 'narrow' ? 'narrow' : 'variables',
  );
  const [{ choices }] = useFacets(table);
  const ticked = Object.keys(choices).length;
  // How many variables narrow the rows is to be seen from the other side too.
  const views = [
    { id: 'variables', label: 'Variables' },
    { id: 'narrow', label: 'Narrow', ...(ticked > 0 && { n: ticked }) },
  ] as const;
  const show = (next: LeftView) => {
    setView(next);
    localStorage.setItem(KEY, next);
  };
  return (
    <aside className="card flush variables" aria-label="Variables" data-pane="variables">
      <header>
        <h2 className="hidden-text">Variables</h2>
        <Segments label="Beside the rows" choices={views} value={view} onChange={show} />
      </header>
      {view === 'narrow' ? (
        <NarrowPanel key={table.name} table={table} />
      ) : (
        <VariableList variables={table.variables} selected={selected} onSelect={onSelect} />
      )}
    </aside>
  );
}
