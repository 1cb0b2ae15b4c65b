import type { ColumnSelection } from '../../column-selection.ts';
import { hasProblem, isSetAside, type RowsShown } from '../../preview-rows.ts';
import { useShownImport } from '../../use-import.ts';
import { Blank } from '../blank.tsx';
import { Scroll } from '../scroll.tsx';
import { Segments } from '../segments.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { PreviewGrid } from './preview-grid.tsx';
import { SheetTabs } from './sheet-tabs.tsx';

export type SheetView = RowsShown | 'columns' | 'comparison';

/** The file in view: its rows, those with problems, its columns, or what it would change in a table. */
export function ImportSheet({
  view,
  onView,
  row,
  selection,
  onSelect,
}: {
  view: SheetView;
  onView: (view: SheetView) => void;
  row: number | null;
  selection: ColumnSelection;
  onSelect: (selection: ColumnSelection) => void;
}) {
  const { preview, comparison } = useShownImport();
  const problems = preview.rows.filter(hasProblem).length;
  const aside = preview.rows.filter(isSetAside).length;
  const views: { id: SheetView; label: string; n?: number }[] = [
    { id: 'first', label: 'Rows' },
    ...(problems > 0 ? [{ id: 'problems' as const, label: 'Problems', n: problems }] : []),
    ...(aside > 0 ? [{ id: 'quarantined' as const, label: 'Set aside', n: aside }] : []),
    { id: 'columns', label: 'Columns', n: preview.decisions.columns.length },
    ...(comparison !== null ? [{ id: 'comparison' as const, label: 'Comparison' }] : []),
  ];
  const shown = views.some(({ id }) => id === view) ? view : 'first';
  return (
    <section className="card flush sheetcard" aria-label="What is in the file" data-pane="sheet">
      <header>
        <SheetTabs />
        <span className="right">
          <Segments label="What is shown" choices={views} value={shown} onChange={onView} />
        </span>
      </header>
      {shown === 'comparison' && comparison !== null && <ComparisonView asked={comparison} />}
      {shown === 'columns' && <ColumnsTable selection={selection} onSelect={onSelect} />}
      {shown !== 'comparison' && shown !== 'columns' && (
        <Scroll label="Rows of the file">
          {preview.decisions.columns.length === 0 ? (
            <Blank title="No columns" text="There is nothing to read in this sheet." />
          ) : (
            <PreviewGrid show={shown} at={row} selection={selection} onSelect={onSelect} />
          )}
        </Scroll>
      )}
    </section>
  );
}
