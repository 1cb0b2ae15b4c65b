import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { type ColumnSelection, selectBy, selectByKey } from '../../column-selection.ts';
import { changeReading, misfits } from '../../import-changes.ts';
import { type RowsShown, rowsToShow } from '../../preview-rows.ts';
import { useColumnWindow } from '../../use-column-window.ts';
import { useShownImport } from '../../use-import.ts';
import { count } from '../../words.ts';
import { ColumnHead } from './column-head.tsx';
import { PreviewLine } from './preview-line.tsx';

/** Width of a column in pixels; a file of many columns is drawn only where it is in view. */
const WIDTH = 148;
const GUTTER = 64;

/** The file as it will be read: what is skipped above, the first rows, and those with something to see. */
export function PreviewGrid({
  show,
  at,
  selection,
  onSelect,
}: {
  show: RowsShown;
  /** A row of the file to bring into view. */
  at: number | null;
  selection: ColumnSelection;
  onSelect: (selection: ColumnSelection) => void;
}) {
  const { preview, draft, decide } = useShownImport();
  const { columns, header } = preview.decisions;
  const table = useRef<HTMLTableElement>(null);
  const view = useColumnWindow(table, columns.length, WIDTH, GUTTER);
  const rows = useMemo(() => rowsToShow(preview, show), [preview, show]);
  const order = columns.map(({ position }) => position);
  const shown = columns.slice(view.from, view.to);
  const evidence = new Map(preview.columns.map((column) => [column.position, column]));
  const wrong = misfits(preview.receipt);
  const asked = new Set(preview.questions.map(({ position }) => position));
  const onHeader = (row: number) =>
    decide(`header in row ${row}`, {
      changes: changeReading(draft.changes, { header: { row, rows: 1 } }),
      answers: [],
    });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = selectByKey(selection, event.key, order, event);
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
  };
  useEffect(() => {
    const scroller = table.current?.parentElement;
    const place = columns.findIndex(({ position }) => position === selection.focus);
    if (!scroller || place < 0) return;
    const left = place * WIDTH;
    const right = left + WIDTH + GUTTER;
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (right > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = right - scroller.clientWidth;
    if (scroller.contains(document.activeElement) && document.activeElement !== scroller) {
      requestAnimationFrame(() =>
        scroller.querySelector<HTMLElement>(`[data-column="${selection.focus}"]`)?.focus(),
      );
    }
  }, [selection.focus, columns]);
  useEffect(() => {
    if (at === null) return;
    const line = table.current?.querySelector(`[data-row="${at}"]`);
    line?.scrollIntoView({ block: 'center' });
  }, [at]);
  const pads = { before: view.from, after: columns.length - view.to };
  const width = GUTTER + columns.length * WIDTH;
  return (
    <table className="grid" ref={table} style={{ width }}>
      <colgroup>
        <col style={{ width: GUTTER }} />
        {pads.before > 0 && <col style={{ width: pads.before * WIDTH }} />}
        {shown.map(({ position, keep }) => (
          <col
            key={position}
            className={`${selection.positions.has(position) ? 'sel' : ''} ${keep ? '' : 'out'}`}
            style={{ width: WIDTH }}
          />
        ))}
        {pads.after > 0 && <col style={{ width: pads.after * WIDTH }} />}
      </colgroup>
      <thead>
        {rows.above.map((row) => (
          <PreviewLine
            key={row.row}
            row={row}
            last={row.row}
            view={view}
            pads={pads}
            columns={shown}
            onHeader={onHeader}
          />
        ))}
        <tr className="heads">
          <th className="g" scope="col">
            {header.row > 0 ? (
              <>
                <i className="dot on" />
                {header.rows > 1 ? `${header.row}–${header.row + header.rows - 1}` : header.row}
              </>
            ) : (
              <span className="hidden-text">Row</span>
            )}
          </th>
          {pads.before > 0 && <td />}
          {shown.map((column) => (
            <ColumnHead
              key={column.position}
              column={column}
              evidence={evidence.get(column.position)}
              misfits={wrong.get(column.name) ?? 0}
              isAsked={asked.has(column.position)}
              isSelected={selection.positions.has(column.position)}
              isFocus={selection.focus === column.position}
              onClick={(event) => onSelect(selectBy(selection, column.position, order, event))}
              onKeyDown={onKeyDown}
            />
          ))}
          {pads.after > 0 && <td />}
        </tr>
      </thead>
      <tbody>
        {rows.below.map((row, place) =>
          'role' in row ? (
            <PreviewLine
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a stack have the same numbers
              key={place}
              row={row}
              last={row.last}
              isAt={row.row === at}
              view={view}
              pads={pads}
              columns={shown}
              onHeader={onHeader}
            />
          ) : (
            <tr className="gap" key={`gap-${row.from}`}>
              <td className="g" />
              <td colSpan={shown.length + 2}>
                <span>
                  {row.from === row.to
                    ? `Row ${count(row.from)}: no problem`
                    : `Rows ${count(row.from)} to ${count(row.to)}: no problem`}
                </span>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
