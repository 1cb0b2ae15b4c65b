import type { Kind } from '../../src/model/variable.ts';

/** Every drawing of the window, as one path each in a box of 16. */
export const ICON_PATHS = {
  start: 'M2 7l6-5 6 5v7H2z',
  sources: 'M8 2v8m0 0L5 7m3 3l3-3M2 13h12',
  data: 'M2 3h12v10H2zM2 6.5h12M6 3v10',
  quality: 'M3 8l3.5 3.5L13 4.5',
  measures: 'M3 2h10v12H3zM5.5 5.5h1M8.5 5.5H11M5.5 8h1M8.5 8H11M5.5 10.5h1M8.5 10.5H11',
  cohorts: 'M2 3h12L9.5 8.5V13l-3-1.5v-3z',
  analyse: 'M2 12l4-5 3 3 5-7',
  report: 'M4 2h8v12H4zM6 5h4M6 8h4M6 11h2',
  history: 'M14 8A6 6 0 113.5 4M2.5 1.5v3.2h3.2M8 5v3.2l2.2 1.6',
  find: 'M11 7a4 4 0 11-8 0 4 4 0 018 0zM10 10l4 4',
  open: 'M3.5 7.5h9V14h-9zM5.5 7.5V5a2.5 2.5 0 014.9-.8',
  shield: 'M8 1.5l5.5 2v4c0 3.4-2.3 5.9-5.5 7-3.2-1.1-5.5-3.6-5.5-7v-4zM5.4 8l1.9 1.9L10.8 6',
  tick: 'M3 8.5l3.2 3.2L13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  plus: 'M8 3v10M3 8h10',
  pin: 'M5 2h6M6 2v5L4 9.5h8L10 7V2M8 9.5V14',
  back: 'M13 8H3M7 4L3 8l4 4',
  more: 'M2.5 8h2M7 8h2M11.5 8h2',
  fold: 'M10 4L6 8l4 4',
  unfold: 'M6 4l4 4-4 4',
  copy: 'M5.5 5.5h8v8h-8zM2.5 10.5v-8h8',
  number: 'M3 13V8M8 13V3M13 13V6',
  category: 'M6.5 4H14M6.5 8H14M6.5 12H14M2.5 4h1M2.5 8h1M2.5 12h1',
  text: 'M3 3.5h10M8 3.5V13',
  identifier: 'M6 2.5L5 13.5M11 2.5L10 13.5M2.5 6h11M2.5 10h11',
  date: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3',
  yesno: 'M2 8l2.5 2.5L8 6M10 6l4 4.5M14 6l-4 4.5',
  time: 'M14 8A6 6 0 112 8a6 6 0 0112 0zM8 5v3l2 2',
  table: 'M2 3h12v10H2zM2 6.5h12M2 10h12M6 6.5V13',
  figure: 'M2 13h12M4 13V8M8 13V4M12 13V9',
  heading: 'M4 3v10M12 3v10M4 8h8',
  paragraph: 'M2.5 4h11M2.5 7h11M2.5 10h11M2.5 13h6',
  page: 'M2 8h3m2 0h2m2 0h3M4 2v3h8V2M4 14v-3h8v3',
} as const;

export type IconName = keyof typeof ICON_PATHS;

export const KIND_ICON: Record<Kind, IconName> = {
  identifier: 'identifier',
  text: 'text',
  category: 'category',
  yesno: 'yesno',
  integer: 'number',
  decimal: 'number',
  date: 'date',
  datetime: 'date',
  time: 'time',
};

/** A drawing that goes with a word; it says nothing by itself. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="sym" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
