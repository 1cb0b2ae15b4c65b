import { draggedPick, type Gesture } from './drag.ts';
import type { ChartHand } from './live-chart.ts';
import { type Held, indicesOf, pickedOn } from './pick-places.ts';

/** Movement in pixels that makes a drag of a click. */
const DRAG = 4;

export interface ChartPointer {
  /** Whether the pointer is pressed. */
  isHeld(): boolean;
  /** Goes back to what was chosen before the press; false when there is none. */
  giveUp(cause: number): boolean;
}

/** Choosing with the pointer: a click picks, a drag brushes. */
export function listenToPointer(hand: ChartHand, signal: AbortSignal): ChartPointer {
  const { host, face, drawing, brush, picker, order } = hand;
  const isBrush = hand.isRange || face.down.length > 0;
  let gesture: Gesture | null = null;
  /** Where the drawing stands; looked up once a press, as it costs a layout. */
  let corner: DOMRect | null = null;

  function placeOf({ clientX, clientY }: PointerEvent): number | null {
    corner ??= drawing.element.getBoundingClientRect();
    return drawing.placeAt(clientX - corner.left, clientY - corner.top);
  }

  function onMove(event: PointerEvent): void {
    if (gesture === null) return;
    const place = placeOf(event);
    if (place === null) return;
    const { x, y } = gesture;
    gesture.isDrag ||= Math.hypot(event.clientX - x, event.clientY - y) >= DRAG;
    if (!gesture.isDrag || !isBrush) return;
    const next = draggedPick(face, gesture, place);
    if (JSON.stringify(next) !== JSON.stringify(hand.pick)) hand.brushTo(next, event.timeStamp);
  }

  function giveUp(cause: number): boolean {
    if (gesture === null) return false;
    const { before } = gesture;
    gesture = null;
    hand.settle(before, cause);
    return true;
  }

  const options = { signal };
  host.addEventListener(
    'pointerdown',
    (event) => {
      corner = null;
      const place = placeOf(event);
      if (event.button !== 0 || place === null) return;
      const hold = brush.holdOf(event.target);
      const chosen = indicesOf(hand.pick, 'across', face.places);
      const ends = hold === null ? null : ([chosen[0] ?? 0, chosen.at(-1) ?? 0] as const);
      const { clientX: x, clientY: y } = event;
      gesture = { hold, x, y, start: place, ends, isDrag: false, before: hand.pick };
      host.setPointerCapture(event.pointerId);
      event.preventDefault();
      const isHandle = hold === 'from' || hold === 'to';
      (isHandle ? (event.target as HTMLElement) : picker).focus({ preventScroll: true });
      hand.onBegin();
    },
    options,
  );
  // Raw moves come as they happen, and not only once a frame.
  const move = 'onpointerrawupdate' in host ? 'pointerrawupdate' : 'pointermove';
  host.addEventListener(move, (event) => onMove(event as PointerEvent), options);
  host.addEventListener(
    'pointerup',
    (event) => {
      if (gesture === null) return;
      const { isDrag, start } = gesture;
      gesture = null;
      if (isDrag && isBrush) {
        hand.onChoose(hand.pick);
      } else {
        const { pick, last } = hand;
        hand.settle(pickedOn(face, pick, start, last, order, heldOf(event)), event.timeStamp);
      }
      hand.last = start;
    },
    options,
  );
  host.addEventListener(
    'pointercancel',
    () => {
      if (gesture?.isDrag) giveUp(performance.now());
      gesture = null;
    },
    options,
  );
  document.addEventListener('scroll', () => (corner = null), { signal, capture: true });
  return { isHeld: () => gesture !== null, giveUp };
}

function heldOf({ ctrlKey, metaKey, shiftKey }: PointerEvent): Held {
  return { ctrlKey: ctrlKey || metaKey, shiftKey };
}
