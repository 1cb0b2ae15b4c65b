import { memo } from 'react';
import type { ColumnDecision, PreviewCell, PreviewRow } from '../../../src/model/importing.ts';
import type { Kind } from '../../../src/model/variable.ts';
import { count } from '../../words.ts';

const SKIPPED: Partial<Record<PreviewRow['role'], string>> = {
  title: 'skipped: title',
  header: 'header',
  blank: 'blank',
  footer: 'skipped: footer',
};

/** One row of the file: data cell by cell, everything else in one line with its reason. */
export const PreviewLine = memo(function PreviewLine({
  row,
  last,
  isAt = false,
  view,
  pads,
  columns,
  onHeader,
}: {
  row: PreviewRow;
  /** Line on which the row ends, where it runs over several. */
  last: number;
  /** It was asked for, and is marked. */
  isAt?: boolean;
  view: { from: number; to: number };
  /** How many columns are out of view on either side. */
  pads: { before: number; after: number };
  /** Those in view. */
  columns: readonly ColumnDecision[];
  onHeader: (row: number) => void;
}) {
  const skipped = SKIPPED[row.role];
  const gutter = (
    <td className="g">
      <button
        type="button"
        className="rowpick"
        tabIndex={-1}
        title={`Make row ${row.row} the header`}
        onClick={() => onHeader(row.row)}
      >
        <i className="dot" />
        {last === row.row ? count(row.row) : `${count(row.row)}–${count(last)}`}
      </button>
    </td>
  );
  if (skipped !== undefined || row.role === 'quarantined') {
    const text = row.cells.map((cell) => cell.raw).filter((raw) => raw !== '');
    const isSkipped = row.role !== 'quarantined';
    return (
      <tr className={`${isSkipped ? 'title' : 'qr'} ${isAt ? 'at' : ''}`} data-row={row.row}>
        {gutter}
        <td colSpan={columns.length + 2}>
          <span className="stays">
            <span className={isSkipped ? 'skip' : 'say'}>
              {skipped ?? `✕ Quarantined: ${row.reason ?? 'the row could not be read'}`}
            </span>
            {text.join(' · ')}
          </span>
        </td>
      </tr>
    );
  }
  return (
    <tr className={isAt ? 'at' : ''} data-row={row.row}>
      {gutter}
      {pads.before > 0 && <td />}
      {row.cells.slice(view.from, view.to).map((cell, at) => (
        <PreviewCellView
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell's place in its row is its identity
          key={at}
          cell={cell}
          isNumber={NUMBERS.includes(columns[at]?.kind ?? 'text')}
        />
      ))}
      {pads.after > 0 && <td />}
    </tr>
  );
});

const NUMBERS: readonly Kind[] = ['integer', 'decimal'];

function PreviewCellView({ cell, isNumber }: { cell: PreviewCell; isNumber: boolean }) {
  const classes = [CLASS[cell.state], isNumber ? 'num' : ''].join(' ');
  return (
    <td className={classes} title={cell.reason ?? cell.raw}>
      {cell.state === 'problem' && <span className="sg">✕ </span>}
      {cell.state === 'asked' && <span className="sg">? </span>}
      {cell.state === 'missing' && <small>∅ missing </small>}
      {oneLine(cell.state === 'ok' ? (cell.value ?? cell.raw) : cell.raw)}
    </td>
  );
}

/** Line breaks inside a cell, made visible. */
function oneLine(text: string): string {
  return text.replace(/\r\n|\r|\n/g, ' ↵ ');
}

const CLASS: Record<PreviewCell['state'], string> = {
  ok: '',
  empty: '',
  missing: 'mc',
  problem: 'bad',
  asked: 'askd',
};
