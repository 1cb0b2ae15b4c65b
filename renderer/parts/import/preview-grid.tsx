import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type ColumnSelection, selectBy, selectByKey } from '../../column-selection.ts';
import { changeReading, misfits } from '../../import-changes.ts';
import {
  type ColumnStrip,
  firstOf,
  likeColumns,
  selectStrips,
  unfold,
} from '../../like-columns.ts';
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
  const rows = useMemo(() => rowsToShow(preview, show), [preview, show]);
  const evidence = new Map(preview.columns.map((column) => [column.position, column]));
  const wrong = misfits(preview.receipt);
  const asked = new Set(preview.questions.map(({ position }) => position));
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const folded = likeColumns(columns, ({ position }) => asked.has(position));
  const isOpen = (strip: ColumnStrip) =>
    opened.has(firstOf(strip)) || isPartly(strip, selection.positions);
  const strips = folded.flatMap((strip) => (isOpen(strip) ? unfold(strip) : [strip]));
  const folds = new Map(folded.filter(isMany).map((strip) => [firstOf(strip), strip]));
  const view = useColumnWindow(table, strips.length, WIDTH, GUTTER);
  const shown = strips.slice(view.from, view.to);
  const open = (strip: ColumnStrip) => setOpened(new Set([...opened, firstOf(strip)]));
  const fold = (strip: ColumnStrip) => {
    const first = firstOf(strip);
    setOpened(new Set([...opened].filter((position) => position !== first)));
    onSelect({ anchor: first, focus: first, positions: new Set(positionsOf(strip)) });
  };
  const select = (
    by: (selection: ColumnSelection, order: readonly number[]) => ColumnSelection | undefined,
  ) => selectStrips(selection, strips, by);
  const onHeader = (row: number) =>
    decide(`header in row ${row}`, {
      changes: changeReading(draft.changes, { header: { row, rows: 1 } }),
      answers: [],
    });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const next = select((from, order) => selectByKey(from, event.key, order, event));
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
  };
  const stripAt = strips.findIndex((strip) => positionsOf(strip).includes(selection.focus));
  useEffect(() => {
    const scroller = table.current?.parentElement;
    if (!scroller || stripAt < 0) return;
    const left = stripAt * WIDTH;
    const right = left + WIDTH + GUTTER;
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (right > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = right - scroller.clientWidth;
    if (scroller.contains(document.activeElement) && document.activeElement !== scroller) {
      requestAnimationFrame(() =>
        scroller.querySelector<HTMLElement>('.pickcol[tabindex="0"]')?.focus(),
      );
    }
  }, [stripAt]);
  useEffect(() => {
    if (at === null) return;
    const line = table.current?.querySelector(`[data-row="${at}"]`);
    line?.scrollIntoView({ block: 'center' });
  }, [at]);
  const pads = { before: view.from, after: strips.length - view.to };
  const width = GUTTER + strips.length * WIDTH;
  return (
    <table className="grid" ref={table} style={{ width }}>
      <colgroup>
        <col style={{ width: GUTTER }} />
        {pads.before > 0 && <col style={{ width: pads.before * WIDTH }} />}
        {shown.map((strip) => (
          <col
            key={firstOf(strip)}
            className={`${selection.positions.has(firstOf(strip)) ? 'sel' : ''} ${strip.columns[0].keep ? '' : 'out'}`}
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
            pads={pads}
            strips={shown}
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
          {shown.map((strip) => {
            const first = firstOf(strip);
            const whole = folds.get(first);
            const onClick = (event: MouseEvent) => {
              const next = select((from, order) => selectBy(from, first, order, event));
              if (next !== undefined) onSelect(next);
            };
            return (
              <ColumnHead
                key={first}
                strip={strip}
                evidence={strip.columns.map(({ position }) => evidence.get(position))}
                misfits={strip.columns.reduce((n, { name }) => n + (wrong.get(name) ?? 0), 0)}
                isAsked={asked.has(first)}
                isSelected={selection.positions.has(first)}
                isFocus={positionsOf(strip).includes(selection.focus)}
                onClick={onClick}
                onKeyDown={onKeyDown}
              >
                {isMany(strip) && (
                  <button type="button" className="fold" onClick={() => open(strip)}>
                    Show each
                  </button>
                )}
                {!isMany(strip) && whole !== undefined && (
                  <button type="button" className="fold" onClick={() => fold(whole)}>
                    Fold {whole.columns.length} alike
                  </button>
                )}
              </ColumnHead>
            );
          })}
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
              pads={pads}
              strips={shown}
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

function isMany({ columns }: ColumnStrip): boolean {
  return columns.length > 1;
}

function positionsOf({ columns }: ColumnStrip): number[] {
  return columns.map(({ position }) => position);
}

/** A strip of which only some columns are selected shows each. */
function isPartly(strip: ColumnStrip, selected: ReadonlySet<number>): boolean {
  const n = positionsOf(strip).filter((position) => selected.has(position)).length;
  return n > 0 && n < strip.columns.length;
}
