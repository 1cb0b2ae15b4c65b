import type { ColDef, ColGroupDef, ColumnState } from 'ag-grid-community';
import type { Variable } from '../../src/model/variable.ts';
import type { ColumnGroup } from '../column-groups.ts';
import { type GridLayout, inOrder, pinOf } from '../grid-layout.ts';
import { cellHolds, cellText, type GridRow, noteAt, type Show } from '../grid-rows.ts';
import { GridHead } from './grid-head.ts';
import { NotedCell } from './noted-cell.ts';

/** What the cells of a grid look at while they are drawn. */
export interface CellLook {
  show: Show;
  /** Text that is marked wherever it stands; '' marks nothing. */
  find: string;
  /** The cell that was found last. */
  here: { row: number; column: string } | null;
  isInRange: (row: number, column: string) => boolean;
}

/** What cells with a note look like, by its kind. */
const CLASSES = {
  problem: 'is-problem',
  'missing-code': 'is-missing',
  raw: 'is-raw',
  none: undefined,
} as const;

/** The columns of a table, under the headings of where they are from. */
export function gridColumns(
  variables: readonly Variable[],
  groups: ReadonlyMap<string, ColumnGroup> | null,
  look: () => CellLook,
): (ColDef<GridRow> | ColGroupDef<GridRow>)[] {
  const columns = variables.map((variable, at) => column(variable, at, look));
  if (groups === null) return [rowColumn(), ...columns];
  const under = Map.groupBy(columns, (_, at) => groups.get(variables[at]?.name ?? '')?.label);
  return [
    rowColumn(),
    ...[...under].map(([label = '', children], at) => ({
      groupId: `g${at}`,
      headerName: label,
      headerTooltip: [...groups.values()].find((group) => group.label === label)?.about ?? label,
      children,
    })),
  ];
}

/** A layout in the grid's own words. */
export function layoutState(variables: readonly Variable[], layout: GridLayout): ColumnState[] {
  const ids = new Map(variables.map(({ name }, at) => [name, `c${at}`]));
  return [
    { colId: 'row', pinned: 'left' as const },
    ...inOrder(variables, layout).map((variable) => ({
      colId: ids.get(variable.name) ?? '',
      hide: layout.hidden.includes(variable.name),
      pinned: pinOf(layout, variable.name),
      width: layout.widths[variable.name] ?? columnWidth(variable),
    })),
  ];
}

/** The layout that the grid has come to. */
export function layoutOf(
  variables: readonly Variable[],
  state: readonly ColumnState[],
): GridLayout {
  const named = state.flatMap(({ colId, ...rest }) => {
    const variable = variables[Number(colId.slice(1))];
    return variable === undefined ? [] : [{ ...rest, variable, name: variable.name }];
  });
  const names = (which: (column: (typeof named)[number]) => boolean) =>
    named.filter(which).map(({ name }) => name);
  return {
    order: names(() => true),
    hidden: names(({ hide }) => hide === true),
    left: names(({ pinned }) => pinned === 'left'),
    right: names(({ pinned }) => pinned === 'right'),
    widths: Object.fromEntries(
      named.flatMap(({ name, width, variable }) =>
        typeof width === 'number' && width !== columnWidth(variable) ? [[name, width]] : [],
      ),
    ),
  };
}

function rowColumn(): ColDef<GridRow> {
  return {
    colId: 'row',
    headerName: 'Row',
    initialPinned: 'left',
    lockPinned: true,
    lockPosition: 'left',
    suppressMovable: true,
    width: 66,
    sortable: false,
    cellClass: 'row-number',
    valueGetter: ({ data }) => data?.row,
    tooltipValueGetter: ({ data }) => data?.source && `${data.source.file}, row ${data.source.row}`,
  };
}

function column(variable: Variable, at: number, look: () => CellLook): ColDef<GridRow> {
  const isNumber = variable.kind === 'integer' || variable.kind === 'decimal';
  const colId = `c${at}`;
  const note = (row: GridRow | undefined) => noteAt(row, at);
  return {
    colId,
    headerName: variable.label,
    headerTooltip:
      variable.label === variable.name ? variable.label : `${variable.label} (${variable.name})`,
    headerComponentParams: { innerHeaderComponent: GridHead, kind: variable.kind },
    initialWidth: columnWidth(variable),
    type: isNumber && variable.values.length === 0 ? 'rightAligned' : [],
    valueGetter: ({ data }) =>
      data === undefined ? undefined : cellText(data.cells[at], note(data), variable, look().show),
    cellRendererSelector: ({ data }) =>
      note(data) === undefined ? undefined : { component: NotedCell },
    // What a cell is for good; rules are for what comes and goes, and cost every cell that is drawn.
    cellClass: ({ data }) => CLASSES[note(data)?.kind ?? 'none'],
    cellClassRules: {
      'is-hit': ({ data }) => {
        const { find } = look();
        return (
          find !== '' && data !== undefined && cellHolds(data.cells[at], note(data), variable, find)
        );
      },
      'is-here': ({ rowIndex }) => {
        const { here } = look();
        return here?.column === colId && here.row === rowIndex;
      },
      'in-range': ({ rowIndex }) => look().isInRange(rowIndex, colId),
    },
  };
}

function columnWidth({ kind, label, values }: Variable): number {
  const base = { text: 220, category: 150, identifier: 104, datetime: 150 }[kind as string] ?? 104;
  const longest = Math.max(0, ...values.map((value) => value.label.length));
  return Math.min(260, Math.max(base, label.length * 7 + 50, longest * 7 + 24));
}
