import {
  CellStyleModule,
  type ColDef,
  ColumnApiModule,
  ColumnAutoSizeModule,
  EventApiModule,
  type GridApi,
  type IDatasource,
  InfiniteRowModelModule,
  ModuleRegistry,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
  themeQuartz,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef } from 'react';
import type { RowPage } from '../../src/contract/workbench.ts';
import type { Reply } from '../../src/model/refusal.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Variable } from '../../src/model/variable.ts';
import { cellText, type GridRow, noteAt, noteWords, type Show } from '../grid-rows.ts';
import { GridHead } from './grid-head.tsx';

ModuleRegistry.registerModules([
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  EventApiModule,
  InfiniteRowModelModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
]);

/** Colours and measures come from the window's tokens, so the grid follows its themes. */
const THEME = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 600,
  rowHeight: 24,
  headerHeight: 29,
  cellHorizontalPadding: 8,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--text)',
  headerBackgroundColor: 'var(--surface-2)',
  headerTextColor: 'var(--text)',
  borderColor: 'var(--line)',
  columnBorder: true,
  headerColumnBorder: true,
  headerColumnResizeHandleColor: 'transparent',
  oddRowBackgroundColor: 'var(--surface)',
  rowHoverColor: 'var(--surface-2)',
  selectedRowBackgroundColor: 'var(--accent-weak)',
  accentColor: 'var(--accent)',
  rangeSelectionBorderColor: 'var(--accent)',
  tooltipBackgroundColor: 'var(--text)',
  tooltipTextColor: 'var(--surface)',
});

const PAGE = 200;

export interface RowQuery {
  offset: number;
  limit: number;
  sort: readonly { variable: string; descending: boolean }[];
}

interface GridProps {
  table: TableInfo;
  show: Show;
  /** Changes when other rows are meant: another cohort, another search, another version. */
  query: string;
  ask: (query: RowQuery) => Promise<Reply<RowPage>>;
  onVariable: (name: string) => void;
  onShown: (words: string) => void;
  /** The selected variable: brought into view when it is chosen elsewhere. */
  variable: string | null;
}

/** The rows of a table, page by page from the engine: sorting and finding happen there. */
export function Grid(props: GridProps) {
  const { table, show, query, ask, onVariable, onShown, variable } = props;
  const api = useRef<GridApi<GridRow> | null>(null);
  const columns = useMemo(
    () => [rowColumn(), ...table.variables.map((entry, at) => column(entry, at, show))],
    [table, show],
  );
  const source = useMemo<IDatasource & { query: string }>(
    () => ({
      query,
      async getRows({ startRow, endRow, sortModel, successCallback, failCallback }) {
        const sort = sortModel.flatMap(({ colId, sort }) => {
          const name = table.variables[Number(colId.slice(1))]?.name;
          return name === undefined ? [] : [{ variable: name, descending: sort === 'desc' }];
        });
        const reply = await ask({ offset: startRow, limit: endRow - startRow, sort });
        if ('refused' in reply) {
          failCallback();
          return;
        }
        successCallback([...reply.ok.rows], reply.ok.n);
        onShown(`${reply.ok.n} of ${reply.ok.of}`);
      },
    }),
    [query, table, ask, onShown],
  );
  useEffect(() => {
    const at = table.variables.findIndex(({ name }) => name === variable);
    if (at >= 0) api.current?.ensureColumnVisible(`c${at}`);
  }, [variable, table]);
  return (
    <AgGridReact<GridRow>
      theme={THEME}
      columnDefs={columns}
      defaultColDef={{ sortable: true, resizable: true, suppressMovable: true, minWidth: 60 }}
      rowModelType="infinite"
      datasource={source}
      cacheBlockSize={PAGE}
      maxBlocksInCache={40}
      infiniteInitialRowCount={1}
      blockLoadDebounceMillis={30}
      getRowId={({ data }) => String(data.row)}
      tooltipShowDelay={400}
      suppressCellFocus={false}
      suppressDragLeaveHidesColumns
      enableCellTextSelection={false}
      ensureDomOrder
      animateRows={false}
      overlayNoRowsTemplate=""
      onGridReady={(event) => {
        api.current = event.api;
      }}
      onCellFocused={({ column: focused }) => {
        const id = typeof focused === 'object' ? focused?.getColId() : undefined;
        const name = id === undefined ? undefined : table.variables[Number(id.slice(1))]?.name;
        if (name !== undefined) onVariable(name);
      }}
    />
  );
}

function rowColumn(): ColDef<GridRow> {
  return {
    colId: 'row',
    headerName: 'Row',
    pinned: 'left',
    width: 66,
    sortable: false,
    cellClass: 'row-number',
    valueGetter: ({ data }) => data?.row,
    tooltipValueGetter: ({ data }) => data?.source && `${data.source.file}, row ${data.source.row}`,
  };
}

function column(variable: Variable, at: number, show: Show): ColDef<GridRow> {
  const isNumber = variable.kind === 'integer' || variable.kind === 'decimal';
  const note = (row: GridRow | undefined) => noteAt(row, at);
  return {
    colId: `c${at}`,
    headerName: variable.label,
    headerTooltip: variable.label,
    headerComponentParams: { innerHeaderComponent: GridHead, kind: variable.kind },
    width: columnWidth(variable),
    type: isNumber && variable.values.length === 0 ? 'rightAligned' : [],
    valueGetter: ({ data }) =>
      data === undefined ? undefined : cellText(data.cells[at], note(data), variable, show),
    tooltipValueGetter: ({ data }) => {
      const found = note(data);
      return found === undefined ? undefined : noteWords(found);
    },
    cellClassRules: {
      'is-problem': ({ data }) => note(data)?.kind === 'problem',
      'is-missing': ({ data }) => note(data)?.kind === 'missing-code',
      'is-raw': ({ data }) => note(data)?.kind === 'raw',
    },
  };
}

function columnWidth({ kind, label, values }: Variable): number {
  const base = { text: 220, category: 150, identifier: 104, datetime: 150 }[kind as string] ?? 104;
  const longest = Math.max(0, ...values.map((value) => value.label.length));
  return Math.min(260, Math.max(base, label.length * 7 + 50, longest * 7 + 24));
}
