import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  createGrid,
  EventApiModule,
  type GridApi,
  type GridOptions,
  InfiniteRowModelModule,
  ModuleRegistry,
  type OverlayType,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
  themeQuartz,
} from 'ag-grid-community';
import type { GridRow } from '../grid-rows.ts';
import { DRAWING } from './grid-range.ts';
import { GRID_LOOK, ROW_HEIGHTS } from './grid-theme.ts';

ModuleRegistry.registerModules([
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  EventApiModule,
  InfiniteRowModelModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
  TooltipModule,
]);

const THEME = themeQuartz.withParams(GRID_LOOK);
const USUAL = THEME.withParams({ rowHeight: ROW_HEIGHTS.usual });
const COMPACT = THEME.withParams({ rowHeight: ROW_HEIGHTS.compact });

/** Rows of a page. */
export const PAGE = 100;
/** Pages that are kept. */
export const KEPT = 80;
/** What is said of no rows stands over the grid (no-rows.tsx). */
const NO_OVERLAYS: OverlayType[] = ['noRows'];

/** What never changes. Cells are plain elements and drawn at once: rows are there when they come into view. */
const SETTINGS: GridOptions<GridRow> = {
  defaultColDef: {
    sortable: true,
    resizable: true,
    minWidth: 60,
    suppressKeyboardEvent: ({ event }) => event.shiftKey && event.key in DRAWING,
  },
  rowModelType: 'infinite',
  cacheBlockSize: PAGE,
  maxBlocksInCache: KEPT,
  infiniteInitialRowCount: 1,
  blockLoadDebounceMillis: 0,
  maxConcurrentDatasourceRequests: -1,
  suppressAnimationFrame: true,
  rowBuffer: 2,
  getRowId: ({ data }) => String(data.row),
  tooltipShowDelay: 400,
  suppressDragLeaveHidesColumns: true,
  maintainColumnOrder: true,
  ensureDomOrder: true,
  animateRows: false,
  suppressOverlays: NO_OVERLAYS,
};

export const themeOf = (isCompact: boolean) => (isCompact ? COMPACT : USUAL);

/** A grid with what never changes, and what is said of this one. */
export function makeGrid(box: HTMLElement, options: GridOptions<GridRow>): GridApi<GridRow> {
  return createGrid<GridRow>(box, { ...SETTINGS, ...options });
}
