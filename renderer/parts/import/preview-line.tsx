import { memo } from 'react';
import type { PreviewCell, PreviewRow } from '../../../src/model/importing.ts';
import type { Kind } from '../../../src/model/variable.ts';
import { type ColumnStrip, firstOf } from '../../like-columns.ts';
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
  pads,
  strips,
  onHeader,
}: {
  row: PreviewRow;
  /** Line on which the row ends, where it runs over several. */
  last: number;
  /** It was asked for, and is marked. */
  isAt?: boolean;
  /** How many columns are out of view on either side. */
  pads: { before: number; after: number };
  /** Those in view. */
  strips: readonly ColumnStrip[];
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
        <td colSpan={strips.length + 2}>
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
      {strips.map((strip) => {
        const { place, columns } = strip;
        const cells = row.cells.slice(place, place + columns.length);
        const [cell] = cells;
        if (cell === undefined) return null;
        return cells.length === 1 ? (
          <PreviewCellView
            key={firstOf(strip)}
            cell={cell}
            isNumber={NUMBERS.includes(columns[0].kind)}
          />
        ) : (
          <StripCellView key={firstOf(strip)} strip={strip} cells={cells} />
        );
      })}
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

/** The cells of a strip one after another; where some need to be seen, only those. */
function StripCellView({ strip, cells }: { strip: ColumnStrip; cells: readonly PreviewCell[] }) {
  const named = cells.map((cell, at) => ({ cell, name: strip.columns[at]?.header ?? '' }));
  const wrong = named.filter(({ cell }) => cell.state === 'problem' || cell.state === 'asked');
  const shown = (cell: PreviewCell) => oneLine(cell.raw === '' ? '–' : cell.raw);
  const all = named.map(({ cell, name }) => `${name}: ${cell.reason ?? shown(cell)}`).join('\n');
  if (wrong.length === 0) {
    return (
      <td className="strip" title={all}>
        {cells.map(shown).join(' ')}
      </td>
    );
  }
  return (
    <td className="strip bad" title={all}>
      <span className="sg">✕ </span>
      {wrong.map(({ cell, name }) => `${name} ${shown(cell)}`).join(', ')}
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
