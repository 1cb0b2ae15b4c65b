import type { ReactNode } from 'react';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';

/** Asks for a condition on the rows that are counted or put in order; null where there is none. */
export type RenderWhere = (
  table: TableInfo,
  onChange: (condition: Condition | null) => void,
) => ReactNode;
