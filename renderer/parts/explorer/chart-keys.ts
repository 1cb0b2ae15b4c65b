import { brushByKey, brushEnds, handleByKey, movedCell, movedPlace } from './brush-keys.ts';
import { rangePick } from './drag.ts';
import type { ChartHand } from './live-chart.ts';
import { indicesOf, pickedOn } from './pick-places.ts';

/** Choosing with the keyboard. `giveUp` ends a press of the pointer, where there is one. */
export function listenToKeys(
  hand: ChartHand,
  giveUp: (cause: number) => boolean,
  signal: AbortSignal,
): void {
  const { host, face, drawing, brush, picker, held, order, stretches, isRange, canPick } = hand;
  const { places, down } = face;

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && giveUp(event.timeStamp)) {
      stop(event);
      return;
    }
    const handle = brush.handleOf(event.target);
    if (handle !== null) {
      const ends = brushEnds(hand.head);
      const next = ends && handleByKey(ends, handle, event, stretches);
      if (next) {
        hand.settle(rangePick(places, next[0], next[1]), event.timeStamp);
        stop(event);
      }
    }
    if (event.key === 'Escape' && canPick && hand.pick !== null) {
      hand.settle(null, event.timeStamp);
      if (handle !== null) picker.focus();
      stop(event);
    } else if (event.key === 'Escape') {
      hand.onEscape();
      stop(event);
    } else if (handle === null && (isRange ? rangeKey(event) : placeKey(event))) {
      stop(event);
    }
  }

  function rangeKey(event: KeyboardEvent): boolean {
    const { at } = hand;
    if (at >= stretches && (event.key === ' ' || event.key === 'Enter')) return placeKey(event);
    const next = brushByKey({ ...hand.head, at }, event, places.length);
    if (next === undefined) return false;
    const ends = brushEnds(next);
    const before = brushEnds(hand.head);
    hand.head = next;
    hand.read(next.at);
    if (ends?.[0] === before?.[0] && ends?.[1] === before?.[1]) return true;
    const kept = ends && [Math.min(ends[0], stretches - 1), Math.min(ends[1], stretches - 1)];
    hand.settle(kept && rangePick(places, kept[0] ?? 0, kept[1] ?? 0), event.timeStamp);
    return true;
  }

  function placeKey(event: KeyboardEvent): boolean {
    const { at, pick } = hand;
    const isPick = event.key === ' ' || event.key === 'Enter';
    if (isPick && canPick) {
      const held = { ctrlKey: event.key === ' ', shiftKey: event.shiftKey };
      hand.settle(pickedOn(face, pick, at, hand.last, order, held), event.timeStamp);
      hand.last = at;
      return true;
    }
    const next =
      down.length > 0 ? movedCell(face, at, event.key) : movedPlace(order, at, event.key);
    if (next === undefined) return false;
    hand.read(next);
    if (held.scrollHeight > held.clientHeight) scrollTo(next);
    if (event.shiftKey && canPick && down.length === 0) {
      const chosen = new Set([...indicesOf(pick, 'across', places), next]);
      const sorted = [...chosen].sort((a, b) => a - b);
      hand.settle({ across: { by: 'places', at: sorted }, down: null }, event.timeStamp);
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

  host.addEventListener('keydown', onKey, { signal });
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
