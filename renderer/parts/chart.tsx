import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { type Drawing, drawFigure } from '../../src/chart/draw-figure.ts';
import type { Mark } from '../../src/chart/svg/canvas.ts';
import type { Figure } from '../../src/model/figure.ts';
import { svgAddress } from '../svg-address.ts';
import { CHART_COLOURS } from '../theme/chart-colours.ts';
import { useTheme } from '../theme/use-theme.ts';
import { useWidth } from '../use-width.ts';
import type { ToRows } from './number-link.tsx';

/** Narrower charts are scrolled, not squeezed. */
const LEAST = 420;
const MOST = 860;

/** A chart whose values are read one by one: arrow keys, or the pointer over them. Where there are too many, the table has them. */
export function Chart({
  figure,
  height = 330,
  onRows,
}: {
  figure: Figure;
  height?: number;
  /** Leads to the rows behind a value, where they are known. */
  onRows?: ToRows | undefined;
}) {
  const theme = useTheme();
  const [place, room] = useWidth<HTMLDivElement>();
  const id = useId();
  const [at, setAt] = useState<number | null>(null);
  const width = Math.max(LEAST, Math.min(MOST, room));
  const drawing = useMemo(
    () =>
      room === 0
        ? null
        : drawFigure(figure, { width, height }, { theme: CHART_COLOURS[theme], isBare: true }),
    [figure, width, height, theme, room],
  );
  const marks = drawing?.marks ?? [];
  const active = at === null ? undefined : marks[at];
  const lead = (mark: Mark | undefined) => {
    if (mark?.rows !== undefined) onRows?.(mark.rows);
  };
  const hasRows = onRows !== undefined && marks.some(({ rows }) => rows !== undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') lead(active);
    const next = moved(event.key, at, marks.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(next);
  };
  const words = `${figure.title}. ${figure.alt}`;
  return (
    <div ref={place} className="chart">
      {drawing !== null && marks.length === 0 && (
        <>
          <Picture drawing={drawing} words={words} />
          <p className="note value">The values stand in the table below.</p>
        </>
      )}
      {drawing !== null && marks.length > 0 && (
        <>
          <div
            className="drawing"
            role="listbox"
            tabIndex={0}
            aria-label={words}
            {...(at === null ? {} : { 'aria-activedescendant': `${id}-${at}` })}
            style={{ width: drawing.width, height: drawing.height }}
            onKeyDown={onKeyDown}
            onBlur={() => setAt(null)}
            onPointerLeave={() => setAt(null)}
          >
            <Picture drawing={drawing} words="" />
            {marks.map((mark, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the list does the same
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: a mark has no identity but its place
                key={i}
                id={`${id}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === at}
                aria-label={mark.text}
                className={`mark${i === at ? ' on' : ''}${hasRows && mark.rows ? ' leads' : ''}`}
                style={{ left: mark.left, top: mark.top, width: mark.width, height: mark.height }}
                onPointerEnter={() => setAt(i)}
                onClick={() => lead(mark)}
              />
            ))}
          </div>
          <p className="note value">
            {active === undefined
              ? `Arrow keys, or the pointer, read the values${hasRows ? '; Enter or a click shows their rows' : ''}.`
              : `${active.text}  ·  ${(at ?? 0) + 1} of ${marks.length}`}
          </p>
        </>
      )}
    </div>
  );
}

/** `words` is empty where what is around it is named. */
function Picture({ drawing, words }: { drawing: Drawing; words: string }) {
  const { svg, width, height } = drawing;
  return <img src={svgAddress(svg)} alt={words} width={width} height={height} />;
}

/** Where a key leads; undefined = it means nothing here. */
function moved(key: string, at: number | null, count: number): number | null | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return at === null ? 0 : Math.min(count - 1, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return at === null ? count - 1 : Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return at === null ? undefined : null;
    default:
      return undefined;
  }
}
