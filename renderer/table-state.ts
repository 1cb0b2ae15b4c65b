import { createContext, use } from 'react';
import type { Step } from '../src/model/table.ts';

/** The table that a step's form asks about: as it is after the steps before, which only the engine can tell. */
export const TableState = createContext<{ table: string; after: readonly Step[] } | null>(null);

const KEPT = {};

/** What a question about a table says beside its name; nothing of a table as it is kept. */
export function useTableState(table: string): { after?: readonly Step[] } {
  const state = use(TableState);
  return state?.table === table ? { after: state.after } : KEPT;
}
