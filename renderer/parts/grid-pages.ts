import type { GridApi, IDatasource } from 'ag-grid-community';
import type { RowPage } from '../../src/contract/methods/rows.ts';
import type { Reply } from '../../src/model/refusal.ts';
import type { Variable } from '../../src/model/variable.ts';
import type { GridRow } from '../grid-rows.ts';
import { newestFirst } from '../newest-first.ts';
import { recentPages } from '../recent-pages.ts';
import { KEPT, PAGE } from './ag-grid.ts';

/** Pages that are on their way at a time: who scrolls fast waits only for the last ones. */
const AT_A_TIME = 2;

export interface RowQuery {
  offset: number;
  limit: number;
  sort: readonly { variable: string; descending: boolean }[];
}

export interface PageSource extends IDatasource {
  query: string;
  /** Asks for the pages of some rows before the grid does. */
  ahead(first: number, last: number): Promise<unknown>;
}

/** The rows of a table for the grid, page by page; `onRows` when rows that it asked for stand there. */
export function pageSource(
  query: string,
  variables: readonly Variable[],
  ask: (query: RowQuery) => Promise<Reply<RowPage>>,
  onRows: () => void,
): PageSource {
  const inTurn = newestFirst(AT_A_TIME);
  const pageOf = recentPages(KEPT, (asked: RowQuery) => inTurn(() => ask(asked)));
  let sorted: RowQuery['sort'] = [];
  return {
    query,
    ahead(first, last) {
      const pages = [];
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
        pages.push(pageOf({ offset: page * PAGE, limit: PAGE, sort: sorted }));
      }
      return Promise.all(pages);
    },
    async getRows({ startRow, endRow, sortModel, successCallback, failCallback }) {
      sorted = sortModel.flatMap(({ colId, sort }) => sortBy(variables, colId, sort));
      const reply = await pageOf({ offset: startRow, limit: endRow - startRow, sort: sorted });
      if ('refused' in reply) {
        failCallback();
        return;
      }
      successCallback([...reply.ok.rows], reply.ok.n);
      setTimeout(onRows);
    },
  };
}

/** By what the grid is sorted. */
export function sortOf(
  api: GridApi<GridRow> | null,
  variables: readonly Variable[],
): RowQuery['sort'] {
  return (api?.getColumnState() ?? [])
    .filter(({ sort }) => sort === 'asc' || sort === 'desc')
    .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .flatMap(({ colId, sort }) => sortBy(variables, colId, sort));
}

function sortBy(
  variables: readonly Variable[],
  colId: string,
  sort: unknown,
): { variable: string; descending: boolean }[] {
  const name = variables[Number(colId.slice(1))]?.name;
  return name === undefined ? [] : [{ variable: name, descending: sort === 'desc' }];
}
