import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { keepWidth, keptWidth } from '../pane-widths.ts';

const STEP = 16;
const narrow = matchMedia('(max-width: 1280px)');

/**
 * The gap beside a pane, which makes it wider or narrower: by dragging, or with the arrow keys.
 * Home and End go to the limits, Enter and a double click back to the proposed width.
 */
export function Divider({
  name,
  label,
  pane,
  wide,
  slim = wide,
  min = 150,
  max = 640,
}: {
  /** Under which the width is remembered. */
  name: string;
  /** What the pane is called. */
  label: string;
  /** Which side of the divider the pane is on. */
  pane: 'left' | 'right';
  /** Proposed width, and that of a narrow window. */
  wide: number;
  slim?: number;
  min?: number;
  max?: number;
}) {
  const proposed = narrow.matches ? slim : wide;
  const [width, setWidth] = useState(() => keptWidth(name) ?? proposed);
  const place = useRef<HTMLHRElement>(null);
  const start = useRef<{ x: number; width: number } | null>(null);
  const towards = pane === 'left' ? 1 : -1;
  useLayoutEffect(() => {
    place.current?.parentElement?.style.setProperty(`--${pane}`, `${width}px`);
  }, [pane, width]);
  const set = (next: number) => {
    const room = (place.current?.parentElement?.clientWidth ?? max * 2) / 2;
    const fitting = Math.round(Math.max(min, Math.min(max, room, next)));
    setWidth(fitting);
    keepWidth(name, fitting);
  };
  const reset = () => {
    setWidth(proposed);
    keepWidth(name, null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = {
      ArrowLeft: () => set(width - STEP * towards),
      ArrowRight: () => set(width + STEP * towards),
      Home: () => set(min),
      End: () => set(max),
      Enter: reset,
    }[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  const onMove = (event: PointerEvent) => {
    const from = start.current;
    if (from !== null) set(from.width + (event.clientX - from.x) * towards);
  };
  return (
    <hr
      ref={place}
      className="divider"
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      title="Drag, or use the arrow keys; Enter puts it back"
      onKeyDown={onKeyDown}
      onDoubleClick={reset}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    />
  );
}
