import type { ChartFace, ChartNumbers } from '../../../src/model/board.ts';
import { isBrushed, isStretch } from '../../board/chart-choice.ts';
import { type Brush, brushEnds } from './brush-keys.ts';
import { type BrushLayer, brushLayer } from './brush-layer.ts';
import { listenToKeys } from './chart-keys.ts';
import type { ChartPick } from './chart-pick.ts';
import { listenToPointer } from './chart-pointer.ts';
import type { Drawing } from './drawing/drawing.ts';
import { indicesOf } from './pick-places.ts';
import { writeText } from './write-text.ts';

export interface LiveChartInput {
  face: ChartFace;
  drawing: Drawing;
  /** Places in the order in which they are drawn. */
  order: readonly number[];
  /** Whether something can be chosen here at all. */
  canPick: boolean;
  label: string;
  /** A place, or a cell, with its numbers as a listener hears them. */
  wordsAt(at: number): string;
  /** A choice is being made: `cause` is the time of the input. */
  onBrush(pick: ChartPick | null, cause: number): void;
  /** It is made. */
  onChoose(pick: ChartPick | null): void;
  /** Something may be chosen here next. */
  onBegin(): void;
  /** Escape where nothing is chosen. */
  onEscape(): void;
  /** Which place is read; null when none is any more. */
  onRead(at: number | null): void;
}

/** A chart in its place: what is drawn, what is chosen on it, and every way of choosing. */
export interface LiveChart {
  paint(numbers: ChartNumbers): void;
  /** What is chosen, when it was chosen elsewhere. */
  choose(pick: ChartPick | null): void;
  /** The words of the place that is read are out of date. */
  refreshWords(): void;
  remove(): void;
}

/** A chart as pointer and keys have it in hand. */
export interface ChartHand extends LiveChartInput {
  readonly host: HTMLElement;
  /** What scrolls where a chart is longer than its card. */
  readonly held: HTMLElement;
  /** What has the focus while places are read. */
  readonly picker: HTMLElement;
  readonly brush: BrushLayer;
  /** How many places a brush can cover: these come first. */
  readonly stretches: number;
  /** Whether the chart is brushed; else its places are picked. */
  readonly isRange: boolean;
  pick: ChartPick | null;
  /** The place that is read, and the one that was picked last. */
  at: number;
  last: number | null;
  head: Brush;
  read(at: number | null): void;
  /** A choice that may still change; only the last of a gesture is kept. */
  brushTo(pick: ChartPick | null, cause: number): void;
  settle(pick: ChartPick | null, cause: number): void;
}

/** Bars wait so long for the numbers that a brush asks for, in milliseconds, before they show it alone. */
const PATIENCE = 100;
let charts = 0;

export function liveChart(host: HTMLElement, input: LiveChartInput): LiveChart {
  const { face, drawing, order, canPick } = input;
  const { places, down } = face;
  const stretches = places.filter(isStretch).length;
  const isRange =
    canPick && down.length === 0 && isBrushed(places) && drawing.rangeAt !== undefined;
  const control = new AbortController();
  const { picker, option, tip } = elements(input);
  const brush = brushLayer(input.label);
  const held = document.createElement('div');
  held.className = 'held';
  held.append(picker, brush.element);
  host.replaceChildren(held, tip);

  let numbers: ChartNumbers = face.all;
  let isReading = false;
  let late: ReturnType<typeof setTimeout> | undefined;

  const hand: ChartHand = {
    ...input,
    host,
    held,
    picker,
    brush,
    stretches,
    isRange,
    pick: null,
    at: order[0] ?? 0,
    last: null,
    head: { at: 0, anchor: null, head: null },
    read,
    brushTo,
    settle(pick, cause) {
      brushTo(pick, cause);
      draw();
      input.onChoose(pick);
    },
  };

  function read(next: number | null): void {
    isReading = next !== null;
    drawing.point(next);
    tip.hidden = next === null;
    if (next !== null && !isRange) {
      // Out of the way of the row that it is about.
      const share = Math.max(0, order.indexOf(next)) / Math.max(1, order.length);
      const y = share * drawing.element.clientHeight - held.scrollTop;
      tip.classList.toggle('low', y < held.clientHeight / 2);
    }
    if (next !== null) {
      hand.at = next;
      refreshWords();
    }
    input.onRead(next);
  }

  function refreshWords(): void {
    if (!isReading) return;
    const { at } = hand;
    const words = input.wordsAt(at);
    writeText(tip, words);
    option.ariaLabel = words;
    option.ariaPosInSet = String((order.indexOf(at) < 0 ? at : order.indexOf(at)) + 1);
    option.ariaSelected = String(isChosen(at));
    picker.setAttribute('aria-activedescendant', option.id);
  }

  function isChosen(place: number): boolean {
    const { pick } = hand;
    if (down.length === 0) return indicesOf(pick, 'across', places).includes(place);
    return (
      pick !== null &&
      indicesOf(pick, 'across', places).includes(Math.floor(place / down.length)) &&
      indicesOf(pick, 'down', down).includes(place % down.length)
    );
  }

  function draw(): void {
    clearTimeout(late);
    drawing.paint(numbers, hand.pick);
  }

  /** Puts the brush in its place. */
  function show(next: ChartPick | null): void {
    hand.pick = next;
    const range = next?.across && isRange ? (drawing.rangeAt?.(next.across) ?? null) : null;
    if (range === null || next?.across?.by !== 'range') {
      brush.show(null);
      hand.head = { ...hand.head, anchor: null, head: null };
      return;
    }
    const chosen = indicesOf(next, 'across', places);
    const [first = 0, final = 0] = [chosen[0], chosen.at(-1)];
    brush.show(range, {
      from: places[first]?.label ?? '',
      to: places[final]?.label ?? '',
    });
    brush.value('from', first, stretches - 1);
    brush.value('to', final, stretches - 1);
    const ends = brushEnds(hand.head);
    if (ends?.[0] !== first || ends[1] !== final) {
      hand.head = { ...hand.head, anchor: first, head: final };
    }
  }

  function brushTo(next: ChartPick | null, cause: number): void {
    show(next);
    // Its own bars follow with those of the others: a frame of their own would hold these up.
    clearTimeout(late);
    late = setTimeout(draw, PATIENCE);
    refreshWords();
    input.onBrush(next, cause);
  }

  const { signal } = control;
  const pointer = canPick ? listenToPointer(hand, signal) : null;
  host.addEventListener(
    'pointermove',
    (event) => {
      if (!pointer?.isHeld()) read(placeUnder(drawing, event));
    },
    { signal },
  );
  // What makes a brush quick is got ready before it is drawn.
  if (isRange) host.addEventListener('pointerenter', () => input.onBegin(), { signal });
  host.addEventListener(
    'pointerleave',
    () => {
      if (!pointer?.isHeld() && document.activeElement !== picker) read(null);
    },
    { signal },
  );
  picker.addEventListener(
    'focus',
    () => {
      if (picker.matches(':focus-visible')) read(hand.at);
      input.onBegin();
    },
    { signal },
  );
  picker.addEventListener('blur', () => read(null), { signal });
  listenToKeys(hand, (cause) => pointer?.giveUp(cause) ?? false, signal);

  drawing.point(null);
  return {
    paint(next) {
      numbers = next;
      draw();
    },
    choose(pick) {
      show(pick);
      draw();
    },
    refreshWords,
    remove() {
      control.abort();
      clearTimeout(late);
      host.replaceChildren();
    },
  };
}

/** The place of a drawing that the pointer is over. */
function placeUnder({ element, placeAt }: Drawing, event: PointerEvent): number | null {
  const { left, top } = element.getBoundingClientRect();
  return placeAt(event.clientX - left, event.clientY - top);
}

/** A list whose one option is the place that is read, and the same words for those who see. */
function elements({ face, drawing, canPick, label }: LiveChartInput) {
  const { places, down } = face;
  const picker = document.createElement('div');
  picker.className = 'picker';
  picker.tabIndex = 0;
  picker.role = 'listbox';
  picker.ariaLabel = label;
  if (canPick) picker.ariaMultiSelectable = 'true';
  const option = document.createElement('div');
  charts += 1;
  option.id = `place-${charts}`;
  option.className = 'hidden-text';
  option.role = 'option';
  option.ariaSelected = 'false';
  option.ariaSetSize = String(places.length * Math.max(1, down.length));
  option.ariaLabel = label;
  picker.append(drawing.element, option);
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.ariaHidden = 'true';
  return { picker, option, tip };
}
