import type { ColumnDecision, PreviewCell, PreviewRow } from '../../src/model/importing.ts';
import type { Kind } from '../../src/model/variable.ts';
import { count } from '../words.ts';

const SKIPPED: Partial<Record<PreviewRow['role'], string>> = {
  title: 'skipped: title',
  header: 'header',
  blank: 'blank',
  footer: 'skipped: footer',
};

/** One row of the file: data cell by cell, everything else in one line with its reason. */
export function PreviewLine({
  row,
  last,
  columns,
  selected,
  onHeader,
}: {
  row: PreviewRow;
  /** Line on which the row ends, where it runs over several. */
  last: number;
  columns: readonly ColumnDecision[];
  /** Index of the selected column, −1 for none. */
  selected: number;
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
  if (skipped !== undefined) {
    const text = row.cells.map((cell) => cell.raw).filter((raw) => raw !== '');
    return (
      <tr className="title">
        {gutter}
        <td colSpan={columns.length}>
          <span className="skip">{skipped}</span>
          {text.join(' · ')}
        </td>
      </tr>
    );
  }
  return (
    <tr className={row.role === 'quarantined' ? 'qr' : ''}>
      {gutter}
      {row.cells.map((cell, at) => (
        <PreviewCellView
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell's place in its row is its identity
          key={at}
          cell={cell}
          isNumber={NUMBERS.includes(columns[at]?.kind ?? 'text')}
          isSelected={at === selected}
        />
      ))}
      {row.role === 'quarantined' && (
        <td className="say">✕ Quarantined: {row.reason ?? 'the row could not be read'}</td>
      )}
    </tr>
  );
}

const NUMBERS: readonly Kind[] = ['integer', 'decimal'];

function PreviewCellView({
  cell,
  isNumber,
  isSelected,
}: {
  cell: PreviewCell;
  isNumber: boolean;
  isSelected: boolean;
}) {
  const classes = [CLASS[cell.state], isSelected ? 'sel' : '', isNumber ? 'num' : ''].join(' ');
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
