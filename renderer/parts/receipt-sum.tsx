import { Button } from 'react-aria-components';
import type { Receipt } from '../../src/model/importing.ts';
import { waitingCells } from '../import-changes.ts';
import type { RowsShown } from '../preview-rows.ts';
import { count } from '../words.ts';

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
        <Tile n={receipt.read} word="read" note="rows of the file" />
        <span className="op">=</span>
        <Tile n={receipt.loaded} word="loaded" note="rows of the table" />
        <span className="op">+</span>
        <Tile
          n={receipt.quarantined}
          word="quarantined"
          note={rowsIn(receipt.quarantine.map(({ row }) => row))}
          bad={receipt.quarantined > 0}
          onShow={receipt.quarantined > 0 ? onShow && (() => onShow('quarantined')) : undefined}
        />
        <span className="op">+</span>
        <Tile n={receipt.skipped} word="skipped" note="title, header, footer" />
        <span className="op">+</span>
        <Tile n={receipt.blank} word="blank" note="nothing in them" />
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

function Tile({
  n,
  word,
  note,
  bad = false,
  onShow,
}: {
  n: number;
  word: string;
  note: string;
  bad?: boolean;
  onShow?: (() => void) | undefined;
}) {
  return (
    <div className={bad ? 'tile q' : 'tile'}>
      <b>{count(n)}</b>
      <span className="w">{word}</span>
      <span className="note">
        {onShow === undefined ? (
          note
        ) : (
          <Button className="link" onPress={onShow}>
            {note}
          </Button>
        )}
      </span>
    </div>
  );
}

/** "rows 23, 88, 131"; "none" */
function rowsIn(rows: readonly number[]): string {
  if (rows.length === 0) return 'none';
  const first = rows.slice(0, 3).map(count).join(', ');
  return `${rows.length === 1 ? 'row' : 'rows'} ${first}${rows.length > 3 ? ' …' : ''}`;
}
