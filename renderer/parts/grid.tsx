import type { GridApi } from 'ag-grid-community';
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { RowPage } from '../../src/contract/methods/rows.ts';
import type { Reply } from '../../src/model/refusal.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { rangeOf } from '../cell-range.ts';
import type { ColumnGroup } from '../column-groups.ts';
import { cellsText, MOST_CELLS, toClipboard } from '../copy-cells.ts';
import type { GridLayout } from '../grid-layout.ts';
import type { GridRow, Show } from '../grid-rows.ts';
import { makeGrid, PAGE, themeOf } from './ag-grid.ts';
import { type CellLook, gridColumns, layoutOf, layoutState } from './grid-columns.ts';
import { pageSource, type RowQuery, sortOf } from './grid-pages.ts';
import { createGridRange } from './grid-range.ts';
import { watchScrolling } from './grid-scroll.ts';
import { ROW_HEIGHTS } from './grid-theme.ts';

/** A cell, its place in the list of rows, and its row. */
export interface GridCell {
  position: number;
  variable: string;
  row: GridRow;
}

/** What is done to the grid from beside it. */
export interface GridControls {
  /** Brings a cell into view and marks it, without taking the focus; waits for the rows where it has to. */
  point(position: number, variable: string | null): void;
  /** The same, with the focus. */
  enter(position: number, variable: string | null): void;
  /** Copies the selected cells; gives how many, or null when they are too many. */
  copy(heads: boolean): Promise<{ rows: number; columns: number } | null>;
}

interface GridProps {
  table: TableInfo;
  show: Show;
  /** Text to mark in the cells. */
  find: string;
  layout: GridLayout;
  groups: ReadonlyMap<string, ColumnGroup> | null;
  isCompact: boolean;
  /** Changes when other rows are meant: another cohort, another search, another version. */
  query: string;
  ask: (query: RowQuery) => Promise<Reply<RowPage>>;
  onLayout: (layout: GridLayout) => void;
  onCell: (cell: GridCell) => void;
  onCopy: () => void;
  /** To where the key of the focused cell leads. */
  onFollow: () => void;
  /** The selected variable: brought into view when it is chosen elsewhere. */
  variable: string | null;
  controls: Ref<GridControls>;
}

/** The rows of a table, page by page from the engine: sorting and finding happen there. */
export function Grid(props: GridProps) {
  const { table, show, find, layout, groups, isCompact, query, ask } = props;
  const api = useRef<GridApi<GridRow> | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const look = useRef<CellLook>({ show, find, here: null, isInRange: () => false });
  const range = useMemo(
    () =>
      createGridRange(
        () => api.current,
        () => box.current,
      ),
    [],
  );
  look.current = {
    show,
    find,
    here: look.current.here,
    isInRange: (row, column) => range.has({ row, column }),
  };
  /** Where to go once its row is there. */
  const goal = useRef<(() => boolean) | null>(null);
  const columns = useMemo(
    () => gridColumns(table.variables, groups, () => look.current),
    [table, groups],
  );
  const source = useMemo(
    () =>
      pageSource(query, table.variables, ask, () => {
        if (goal.current?.()) goal.current = null;
      }),
    [query, table, ask],
  );

  /** The grid is made once; what it is told later, it looks up here. */
  const now = useRef(props);
  now.current = props;

  useEffect(() => {
    if (box.current === null) return;
    const made = makeGrid(box.current, {
      theme: themeOf(now.current.isCompact),
      onColumnMoved: keep,
      onColumnResized: keep,
      onColumnPinned: keep,
      onCellFocused({ column: focused, rowIndex }) {
        const id = typeof focused === 'object' ? focused?.getColId() : undefined;
        const name = variableOf(id)?.name;
        const row = rowIndex === null ? undefined : made.getDisplayedRowAtIndex(rowIndex)?.data;
        if (id === undefined || name === undefined || rowIndex === null) return;
        // The event comes a moment after the focus: a range may have been drawn from there already.
        const place = { row: rowIndex, column: id };
        if (!range.startsAt(place)) range.begin(place);
        if (row !== undefined) now.current.onCell({ position: rowIndex, variable: name, row });
      },
      onCellMouseDown({ event, rowIndex, column }) {
        if (!(event instanceof MouseEvent) || rowIndex === null) return;
        const place = { row: rowIndex, column: column.getColId() };
        if (event.shiftKey) range.extend(place);
        else range.begin(place);
      },
      onCellMouseOver({ event, rowIndex, column }) {
        if (!(event instanceof MouseEvent) || rowIndex === null) return;
        if (event.buttons === 1) range.extend({ row: rowIndex, column: column.getColId() });
      },
      onCellKeyDown({ event: key }) {
        if (!(key instanceof KeyboardEvent)) return;
        const isCommand = key.ctrlKey || key.metaKey;
        if (key.shiftKey && range.byKey(key)) key.preventDefault();
        else if (isCommand && key.key.toLowerCase() === 'a') {
          key.preventDefault();
          range.all();
        } else if (isCommand && key.key.toLowerCase() === 'c') {
          key.preventDefault();
          now.current.onCopy();
        } else if (isCommand && key.key === 'Enter') {
          key.preventDefault();
          now.current.onFollow();
        }
      },
    });
    api.current = made;

    function variableOf(id: string | undefined) {
      return id === undefined ? undefined : now.current.table.variables[Number(id.slice(1))];
    }
    function keep(event: { source: string; finished?: boolean }): void {
      // Only what a person did: what the layout asked for is known.
      if (!/^(ui|autosize)/.test(event.source) || event.finished === false) return;
      now.current.onLayout(layoutOf(now.current.table.variables, made.getColumnState()));
    }
    return () => {
      api.current = null;
      made.destroy();
    };
  }, [range]);
  useEffect(() => api.current?.setGridOption('theme', themeOf(isCompact)), [isCompact]);
  useEffect(() => api.current?.setGridOption('columnDefs', columns), [columns]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the cells look at has changed
  useEffect(() => {
    if (look.current.find === '') look.current.here = null;
    api.current?.refreshCells({ force: true });
  }, [show, find, table]);
  useEffect(() => {
    api.current?.applyColumnState({
      state: layoutState(table.variables, layout),
      applyOrder: true,
    });
  }, [layout, table]);
  useEffect(() => {
    api.current?.setGridOption('datasource', source);
    if (box.current === null) return;
    return watchScrolling(box.current, () => {
      const { isCompact } = now.current;
      const rowHeight = isCompact ? ROW_HEIGHTS.compact : ROW_HEIGHTS.usual;
      return api.current && { api: api.current, rowHeight, page: PAGE, ask: source.ahead };
    });
  }, [source]);
  const { variable } = props;
  useEffect(() => {
    const at = table.variables.findIndex(({ name }) => name === variable);
    if (at >= 0) api.current?.ensureColumnVisible(`c${at}`);
  }, [variable, table]);

  useImperativeHandle(props.controls, () => {
    const columnOf = (name: string | null) => {
      const at = table.variables.findIndex((each) => each.name === name);
      return at < 0 ? (range.columns()[0] ?? 'row') : `c${at}`;
    };
    /** Runs when the row is in the list, at once or after the next page. */
    const goTo = (position: number, then: (column: string) => void, name: string | null) => {
      const go = () => {
        if (api.current === null || position >= api.current.getDisplayedRowCount()) return false;
        api.current.ensureIndexVisible(position, 'middle');
        // What is shown before its row is there would lose the focus to it.
        if (api.current.getDisplayedRowAtIndex(position)?.data === undefined) return false;
        const column = columnOf(name);
        api.current.ensureColumnVisible(column);
        then(column);
        return true;
      };
      goal.current = go() ? null : go;
    };
    return {
      point: (position, name) =>
        goTo(
          position,
          (column) => {
            look.current.here = { row: position, column };
            api.current?.refreshCells({ force: true });
          },
          name,
        ),
      enter: (position, name) =>
        goTo(position, (column) => api.current?.setFocusedCell(position, column), name),
      copy: async (heads) => {
        const selected = range.get();
        if (selected === null) return { rows: 0, columns: 0 };
        const found = rangeOf(selected, range.columns());
        const rows = found.last - found.first + 1;
        if (rows * found.columns.length > MOST_CELLS) return null;
        const sort = sortOf(api.current, table.variables);
        const copied: GridRow[] = [];
        while (copied.length < rows) {
          const offset = found.first + copied.length;
          const limit = Math.min(10_000, rows - copied.length);
          const reply = await ask({ offset, limit, sort });
          if ('refused' in reply || reply.ok.rows.length === 0) break;
          copied.push(...reply.ok.rows);
        }
        const chosen = found.columns.flatMap((id) => {
          const at = Number(id.slice(1));
          const own = table.variables[at];
          return own === undefined ? [] : [{ variable: own, at }];
        });
        await toClipboard(cellsText(copied, chosen, show, heads));
        return { rows: copied.length, columns: chosen.length };
      },
    };
  }, [table, show, ask, range]);

  return <div className="gridbox" data-show={show} ref={box} />;
}
