import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';

/** Where a number leads to the rows behind it. */
export type ToRows = (rows: Condition) => void;

/** A number that leads to its rows, where they are known; else the number alone. */
export function NumberLink({
  rows,
  words,
  onRows,
  children,
}: {
  rows: Condition | undefined;
  /** The number with what it is of, for those who hear it. */
  words: string;
  onRows: ToRows | undefined;
  children: ReactNode;
}) {
  if (rows === undefined || onRows === undefined) return <span>{children}</span>;
  return (
    <Button
      className="rowlink"
      aria-label={`${words}: show these rows`}
      onPress={() => onRows(rows)}
    >
      {children}
    </Button>
  );
}
