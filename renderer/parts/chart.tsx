import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { drawFigure } from '../../src/chart/draw-figure.ts';
import type { Figure } from '../../src/model/figure.ts';
import { svgAddress } from '../svg-address.ts';
import { CHART_COLOURS } from '../theme/chart-colours.ts';
import { useTheme } from '../theme/use-theme.ts';
import { useWidth } from '../use-width.ts';

/** Narrower charts are scrolled, not squeezed. */
const LEAST = 420;
const MOST = 860;

/** A chart whose values are read one by one: arrow keys, or the pointer over them. */
export function Chart({ figure, height = 330 }: { figure: Figure; height?: number }) {
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
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, at, marks.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(next);
  };
  return (
    <div ref={place} className="chart">
      {drawing !== null && (
        <>
          <div
            className="drawing"
            // Where there are too many points to be read one by one, the table has them.
            role={marks.length > 0 ? 'listbox' : 'img'}
            {...(marks.length > 0 ? { tabIndex: 0 } : {})}
            aria-label={`${figure.title}. ${figure.alt}`}
            {...(at === null ? {} : { 'aria-activedescendant': `${id}-${at}` })}
            style={{ width: drawing.width, height: drawing.height }}
            onKeyDown={onKeyDown}
            onBlur={() => setAt(null)}
            onPointerLeave={() => setAt(null)}
          >
            <img
              src={svgAddress(drawing.svg)}
              alt=""
              width={drawing.width}
              height={drawing.height}
            />
            {marks.map((mark, i) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: a mark has no identity but its place
                key={i}
                id={`${id}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === at}
                aria-label={mark.text}
                className={i === at ? 'mark on' : 'mark'}
                style={{ left: mark.left, top: mark.top, width: mark.width, height: mark.height }}
                onPointerEnter={() => setAt(i)}
              />
            ))}
          </div>
          <p className="note value">
            {active === undefined
              ? marks.length > 0
                ? 'Arrow keys, or the pointer, read the values.'
                : 'The values stand in the table below.'
              : `${active.text}  ·  ${(at ?? 0) + 1} of ${marks.length}`}
          </p>
        </>
      )}
    </div>
  );
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
