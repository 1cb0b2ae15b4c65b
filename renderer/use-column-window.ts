import { type RefObject, useEffect, useState } from 'react';

/** From here on, only the columns in view are drawn. */
const MANY = 40;
const SPARE = 3;

/** Which columns of a wide table its scrolling parent shows, with a few to spare on either side. */
export function useColumnWindow(
  table: RefObject<HTMLElement | null>,
  columns: number,
  width: number,
  gutter: number,
): { from: number; to: number } {
  const [view, setView] = useState({ from: 0, to: Math.min(columns, MANY) });
  useEffect(() => {
    const scroller = table.current?.parentElement;
    if (!scroller || columns <= MANY) {
      setView({ from: 0, to: columns });
      return;
    }
    const look = () => {
      const from = Math.max(0, Math.floor(scroller.scrollLeft / width) - SPARE);
      const seen = Math.ceil((scroller.clientWidth - gutter) / width) + 2 * SPARE;
      const to = Math.min(columns, from + seen);
      setView((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    look();
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [table, columns, width, gutter]);
  return { from: Math.min(view.from, columns), to: Math.min(view.to, columns) };
}
