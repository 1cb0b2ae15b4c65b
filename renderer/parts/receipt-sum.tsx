import { Button } from 'react-aria-components';
import type { Receipt } from '../../src/model/receipt.ts';
import { waitingCells } from '../import-changes.ts';
import type { RowsShown } from '../preview-rows.ts';
import { count } from '../words.ts';
import { SumTile } from './sum-tile.tsx';

/** The receipt: read = loaded + quarantined + skipped + blank, and every cell accounted for. */
export function ReceiptSum({
  receipt,
  onShow,
}: {
  receipt: Receipt;
  /** Shows the rows behind a number. */
  onShow?: (rows: RowsShown) => void;
}) {
  const { cells } = receipt;
  const waiting = waitingCells(receipt);
  return (
    <>
      <div className="eq">
        <SumTile n={receipt.read} word="read" note="rows of the file" />
        <span className="op">=</span>
        <SumTile n={receipt.loaded} word="loaded" note="rows of the table" />
        <span className="op">+</span>
        <SumTile
          n={receipt.quarantined}
          word="quarantined"
          note={rowsIn(receipt.quarantine.map(({ row }) => row))}
          tone={receipt.quarantined > 0 ? 'bad' : 'plain'}
          onShow={receipt.quarantined > 0 ? onShow && (() => onShow('quarantined')) : undefined}
        />
        <span className="op">+</span>
        <SumTile n={receipt.skipped} word="skipped" note="title, header, footer" />
        <span className="op">+</span>
        <SumTile n={receipt.blank} word="blank" note="nothing in them" />
      </div>
      <p className="note cells">
        <b>{count(cells.total)}</b> cells = <b>{count(cells.typed)}</b> as their kind +{' '}
        <b>{count(cells.missing)}</b> missing codes + <b>{count(cells.empty)}</b> empty +{' '}
        <b>{count(cells.asText - waiting)}</b>{' '}
        {onShow !== undefined && cells.asText > 0 ? (
          <Button className="link" onPress={() => onShow('problems')}>
            kept as text
          </Button>
        ) : (
          'kept as text'
        )}
        {waiting > 0 && (
          <span className="caution">
            {' '}
            + <b className="caution">{count(waiting)}</b> waiting for your answer
          </span>
        )}
      </p>
    </>
  );
}

/** "rows 23, 88, 131"; "none" */
function rowsIn(rows: readonly number[]): string {
  if (rows.length === 0) return 'none';
  const first = rows.slice(0, 3).map(count).join(', ');
  return `${rows.length === 1 ? 'row' : 'rows'} ${first}${rows.length > 3 ? ' …' : ''}`;
}
