import type { ChartFace, ChartNumbers } from '../../../src/model/board.ts';
import { isBrushed, isStretch } from '../../board/chart-choice.ts';
import {
  type Brush,
  brushByKey,
  brushEnds,
  handleByKey,
  movedCell,
  movedPlace,
} from './brush-keys.ts';
import { brushLayer } from './brush-layer.ts';
import type { ChartPick } from './chart-pick.ts';
import { draggedPick, type Gesture, rangePick } from './drag.ts';
import type { Drawing } from './drawing/drawing.ts';
import { type Held, indicesOf, pickedOn } from './pick-places.ts';

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

/** Movement in pixels that makes a drag of a click. */
const DRAG = 4;
let charts = 0;

export function liveChart(host: HTMLElement, input: LiveChartInput): LiveChart {
  const { face, drawing, order, canPick } = input;
  const { places, down } = face;
  const stretches = places.filter(isStretch).length;
  const isRange =
    canPick && down.length === 0 && isBrushed(places) && drawing.rangeAt !== undefined;
  const cells = down.length > 0 ? places.length * down.length : places.length;
  const control = new AbortController();
  charts += 1;

  const picker = document.createElement('div');
  picker.className = 'picker';
  picker.tabIndex = 0;
  picker.setAttribute('role', 'listbox');
  picker.setAttribute('aria-label', input.label);
  if (canPick) picker.setAttribute('aria-multiselectable', 'true');
  const option = document.createElement('div');
  option.id = `place-${charts}`;
  option.className = 'hidden-text';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.setAttribute('aria-setsize', String(cells));
  option.setAttribute('aria-label', input.label);
  picker.append(drawing.element, option);
  const brush = brushLayer(input.label);
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  const held = document.createElement('div');
  held.className = 'held';
  held.append(picker, brush.element);
  host.replaceChildren(held, tip);

  let pick: ChartPick | null = null;
  /** The place that is read, and the one that was picked last. */
  let at = order[0] ?? 0;
  let last: number | null = null;
  let head: Brush = { at: 0, anchor: null, head: null };
  let isReading = false;

  const nameOf = (index: number) => places[index]?.label ?? '';

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
      at = next;
      refreshWords();
    }
    input.onRead(next);
  }

  function refreshWords(): void {
    if (!isReading) return;
    const words = input.wordsAt(at);
    tip.textContent = words;
    option.setAttribute('aria-label', words);
    option.setAttribute(
      'aria-posinset',
      String((order.indexOf(at) < 0 ? at : order.indexOf(at)) + 1),
    );
    option.setAttribute('aria-selected', String(isChosen(at)));
    picker.setAttribute('aria-activedescendant', option.id);
  }

  function isChosen(place: number): boolean {
    if (down.length === 0) return indicesOf(pick, 'across', places).includes(place);
    return (
      pick !== null &&
      indicesOf(pick, 'across', places).includes(Math.floor(place / down.length)) &&
      indicesOf(pick, 'down', down).includes(place % down.length)
    );
  }

  function show(next: ChartPick | null): void {
    pick = next;
    drawing.choose(next);
    const range = next?.across && isRange ? (drawing.rangeAt?.(next.across) ?? null) : null;
    if (range === null || next?.across?.by !== 'range') {
      brush.show(null);
      head = { ...head, anchor: null, head: null };
      return;
    }
    const chosen = indicesOf(next, 'across', places);
    const [first = 0, final = 0] = [chosen[0], chosen.at(-1)];
    brush.show(range, { from: nameOf(first), to: nameOf(final) });
    brush.value('from', first, stretches - 1);
    brush.value('to', final, stretches - 1);
    const ends = brushEnds(head);
    if (ends?.[0] !== first || ends[1] !== final) head = { ...head, anchor: first, head: final };
  }

  /** A choice that may still change; only the last of a gesture is kept. */
  function brushTo(next: ChartPick | null, cause: number): void {
    show(next);
    refreshWords();
    input.onBrush(next, cause);
  }

  function settle(next: ChartPick | null, cause: number): void {
    brushTo(next, cause);
    input.onChoose(next);
  }

  const listen = <K extends keyof HTMLElementEventMap>(
    element: HTMLElement,
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => element.addEventListener(type, listener, { signal: control.signal });

  function placeOf(event: PointerEvent): number | null {
    const { left, top } = drawing.element.getBoundingClientRect();
    return drawing.placeAt(event.clientX - left, event.clientY - top);
  }

  let gesture: Gesture | null = null;

  function onMove(event: PointerEvent): void {
    const place = placeOf(event);
    if (gesture === null || place === null) return;
    const { x, y } = gesture;
    gesture.isDrag ||= Math.hypot(event.clientX - x, event.clientY - y) >= DRAG;
    if (!gesture.isDrag || !(isRange || down.length > 0)) return;
    const next = draggedPick(face, gesture, place);
    if (JSON.stringify(next) !== JSON.stringify(pick)) brushTo(next, event.timeStamp);
  }

  function onUp(event: PointerEvent): void {
    if (gesture === null) return;
    const { isDrag, start } = gesture;
    const isBrush = isDrag && (isRange || down.length > 0);
    gesture = null;
    if (isBrush) input.onChoose(pick);
    else settle(pickedOn(face, pick, start, last, order, heldOf(event)), event.timeStamp);
    last = start;
  }

  if (canPick) {
    listen(host, 'pointerdown', (event) => {
      const place = placeOf(event);
      if (event.button !== 0 || place === null) return;
      const hold = brush.holdOf(event.target);
      const chosen = indicesOf(pick, 'across', places);
      const ends = hold === null ? null : ([chosen[0] ?? 0, chosen.at(-1) ?? 0] as const);
      const { clientX: x, clientY: y } = event;
      gesture = { hold, x, y, start: place, ends, isDrag: false, before: pick };
      host.setPointerCapture(event.pointerId);
      event.preventDefault();
      (hold === 'from' || hold === 'to' ? (event.target as HTMLElement) : picker).focus({
        preventScroll: true,
      });
      input.onBegin();
    });
    listen(host, 'pointerup', onUp);
    listen(host, 'pointercancel', () => {
      if (gesture?.isDrag) settle(gesture.before, performance.now());
      gesture = null;
    });
  }
  // Raw moves come as they happen, and not only once a frame.
  const move = 'onpointerrawupdate' in host ? 'pointerrawupdate' : 'pointermove';
  host.addEventListener(move, (event) => onMove(event as PointerEvent), { signal: control.signal });
  listen(host, 'pointermove', (event) => {
    if (gesture === null) read(placeOf(event));
  });
  listen(host, 'pointerleave', () => {
    if (gesture === null && document.activeElement !== picker) read(null);
  });
  listen(picker, 'focus', () => {
    if (picker.matches(':focus-visible')) read(at);
    input.onBegin();
  });
  listen(picker, 'blur', () => read(null));
  listen(host, 'keydown', (event) => {
    if (gesture !== null && event.key === 'Escape') {
      const { before } = gesture;
      gesture = null;
      settle(before, event.timeStamp);
      stop(event);
      return;
    }
    const handle = brush.handleOf(event.target);
    if (handle !== null) {
      const ends = brushEnds(head);
      const next = ends && handleByKey(ends, handle, event, stretches);
      if (next) {
        settle(rangePick(places, next[0], next[1]), event.timeStamp);
        stop(event);
      }
    }
    if (event.key === 'Escape' && canPick && pick !== null) {
      settle(null, event.timeStamp);
      if (handle !== null) picker.focus();
      stop(event);
    } else if (event.key === 'Escape') {
      input.onEscape();
      stop(event);
    } else if (handle === null && (isRange ? rangeKey(event) : placeKey(event))) {
      stop(event);
    }
  });

  function rangeKey(event: KeyboardEvent): boolean {
    if (at >= stretches && (event.key === ' ' || event.key === 'Enter')) return placeKey(event);
    const next = brushByKey({ ...head, at }, event, places.length);
    if (next === undefined) return false;
    const ends = brushEnds(next);
    const before = brushEnds(head);
    head = next;
    read(next.at);
    if (ends?.[0] === before?.[0] && ends?.[1] === before?.[1]) return true;
    const kept = ends && [Math.min(ends[0], stretches - 1), Math.min(ends[1], stretches - 1)];
    settle(kept && rangePick(places, kept[0] ?? 0, kept[1] ?? 0), event.timeStamp);
    return true;
  }

  function placeKey(event: KeyboardEvent): boolean {
    const isPick = event.key === ' ' || event.key === 'Enter';
    if (isPick && canPick) {
      const held = { ctrlKey: event.key === ' ', shiftKey: event.shiftKey };
      settle(pickedOn(face, pick, at, last, order, held), event.timeStamp);
      last = at;
      return true;
    }
    const next =
      down.length > 0 ? movedCell(face, at, event.key) : movedPlace(order, at, event.key);
    if (next === undefined) return false;
    read(next);
    if (held.scrollHeight > held.clientHeight) scrollTo(next);
    if (event.shiftKey && canPick && down.length === 0) {
      const chosen = new Set([...indicesOf(pick, 'across', places), at]);
      const sorted = [...chosen].sort((a, b) => a - b);
      settle({ across: { by: 'places', at: sorted }, down: null }, event.timeStamp);
    }
    return true;
  }

  /** Brings a row of a long list into view. */
  function scrollTo(place: number): void {
    const each = drawing.element.clientHeight / Math.max(1, order.length);
    const top = order.indexOf(place) * each;
    if (top < held.scrollTop) held.scrollTop = top;
    else if (top + each > held.scrollTop + held.clientHeight) {
      held.scrollTop = top + each - held.clientHeight;
    }
  }

  drawing.point(null);
  return {
    paint: (numbers) => drawing.paint(numbers),
    choose: show,
    refreshWords,
    remove() {
      control.abort();
      host.replaceChildren();
    },
  };
}

function heldOf({ ctrlKey, metaKey, shiftKey }: PointerEvent): Held {
  return { ctrlKey: ctrlKey || metaKey, shiftKey };
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
