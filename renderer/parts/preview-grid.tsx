import { type KeyboardEvent, useEffect } from 'react';
import type { ColumnDecision, FilePreview } from '../../src/model/importing.ts';
import { KIND } from '../../src/model/variable.ts';
import { columnLetter, lastLine, withGaps } from '../import-changes.ts';
import { count } from '../words.ts';
import { Icon, KIND_ICON } from './icon.tsx';
import { PreviewLine } from './preview-line.tsx';

/** The file as it will be read: rows above the data, first rows, then only rows with something to see. */
export function PreviewGrid({
  preview,
  selected,
  onSelect,
  onHeader,
}: {
  preview: FilePreview;
  /** Position of the column in the panel. */
  selected: number;
  onSelect: (position: number) => void;
  onHeader: (row: number) => void;
}) {
  const { columns } = preview.decisions;
  const above = preview.rows.filter((row) => isAbove(row.role, row.row, preview));
  const inLines = preview.decisions.dialect.kind === 'csv';
  const below = withGaps(preview.rows, inLines).filter(
    (row) => !('role' in row) || !above.includes(row),
  );
  const firstBelow = above.at(-1)?.row ?? 0;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = columns.findIndex(({ position }) => position === selected);
    const next = columns[at + step];
    if (next === undefined) return;
    onSelect(next.position);
    document.querySelector<HTMLElement>(`[data-column="${next.position}"]`)?.focus();
  };
  const width = columns.length;
  useEffect(() => {
    const head = document.querySelector(`[data-column="${selected}"]`);
    head?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  return (
    <table className="grid">
      <thead>
        {above
          .filter((row) => row.role !== 'header')
          .map((row) => (
            <PreviewLine
              key={row.row}
              row={row}
              last={row.row}
              columns={columns}
              selected={-1}
              onHeader={onHeader}
            />
          ))}
        <tr className="heads">
          <th className="g" scope="col">
            {preview.decisions.header.row > 0 ? (
              <>
                <i className="dot on" />
                {headerRows(preview)}
              </>
            ) : (
              <span className="hidden-text">Row</span>
            )}
          </th>
          {columns.map((column) => (
            <ColumnHead
              key={column.position}
              column={column}
              preview={preview}
              isSelected={column.position === selected}
              onSelect={onSelect}
              onKeyDown={move}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {below.map((row) =>
          'role' in row ? (
            <PreviewLine
              key={row.row}
              row={row}
              last={inLines ? lastLine(row) : row.row}
              columns={columns}
              selected={columns.findIndex(({ position }) => position === selected)}
              onHeader={onHeader}
            />
          ) : (
            row.from > firstBelow && (
              <tr className="gap" key={`gap-${row.from}`}>
                <td className="g" />
                <td colSpan={width}>
                  {row.from === row.to
                    ? `Row ${count(row.from)}: no problem`
                    : `Rows ${count(row.from)} to ${count(row.to)}: no problem`}
                </td>
              </tr>
            )
          ),
        )}
      </tbody>
    </table>
  );
}

function headerRows({ decisions: { header } }: FilePreview): string {
  return header.rows > 1 ? `${header.row}–${header.row + header.rows - 1}` : String(header.row);
}

function isAbove(role: string, row: number, preview: FilePreview): boolean {
  const { header } = preview.decisions;
  return role === 'title' || role === 'header' || (role === 'blank' && row < header.row);
}

function ColumnHead({
  column,
  preview,
  isSelected,
  onSelect,
  onKeyDown,
}: {
  column: ColumnDecision;
  preview: FilePreview;
  isSelected: boolean;
  onSelect: (position: number) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const evidence = preview.columns.find(({ position }) => position === column.position);
  const isAsked = preview.questions.some(({ position }) => position === column.position);
  const misfits = evidence === undefined ? 0 : misfitsOf(column, evidence.fits, evidence.filled);
  return (
    <th scope="col" className={`${isSelected ? 'sel' : ''} ${column.keep ? '' : 'out'}`}>
      <button
        type="button"
        className="pickcol"
        data-column={column.position}
        aria-pressed={isSelected}
        tabIndex={isSelected ? 0 : -1}
        onClick={() => onSelect(column.position)}
        onKeyDown={onKeyDown}
      >
        <span className="nm" title={column.header}>
          <span className="cut">{column.header || column.name}</span>
        </span>
        <span className="kd">
          <Icon name={KIND_ICON[column.kind]} />
          {column.keep ? KIND[column.kind].label : 'Left out'}
        </span>
        <span className="ms">
          {count(evidence?.empty ?? 0)} empty <i>{columnLetter(column.position)}</i>
        </span>
        {isAsked && <span className="tag caution">? asked above</span>}
        {misfits > 0 && <b className="bad">✕ {count(misfits)} do not fit</b>}
        <span className="ev">{evidence?.evidence}</span>
      </button>
    </th>
  );
}

/** Filled cells that neither fit the decided kind nor are missing codes; from the evidence at hand. */
function misfitsOf(
  column: ColumnDecision,
  fits: readonly { kind: string; n: number }[],
  filled: number,
): number {
  const fit = fits.find(({ kind }) => kind === column.kind);
  return fit === undefined ? 0 : Math.max(0, filled - fit.n);
}
