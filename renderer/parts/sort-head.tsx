import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { RowOrder } from '../sort-rows.ts';

/** A heading that sorts by its column: up, down, and back to the order of the result. */
export function SortHead({
  order,
  column,
  onSort,
  children,
}: {
  /** undefined = this table cannot be sorted. */
  order: RowOrder | null | undefined;
  column: number;
  onSort: (order: RowOrder | null) => void;
  children: ReactNode;
}) {
  if (order === undefined) return children;
  const word = sortWord(order, column);
  const next = () => {
    if (word === 'none') return { column, isDescending: false };
    return word === 'ascending' ? { column, isDescending: true } : null;
  };
  return (
    <Button className="sorthead" onPress={() => onSort(next())}>
      {children}
      <span aria-hidden="true">{SIGN[word]}</span>
    </Button>
  );
}

export function sortWord(order: RowOrder | null, column: number) {
  if (order?.column !== column) return 'none';
  return order.isDescending ? 'descending' : 'ascending';
}

const SIGN = { none: '', ascending: ' ↑', descending: ' ↓' } as const;
