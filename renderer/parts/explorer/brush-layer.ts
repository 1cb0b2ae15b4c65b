import type { Hold } from './drag.ts';

/** A brush on the screen: a band over the chart with a handle at either end. */
export interface BrushLayer {
  /** Puts it over some pixels, with what a listener hears of its ends; null hides it. */
  show(range: readonly [number, number] | null, words?: { from: string; to: string }): void;
  /** Where the handles stand on their axis, for those who cannot see it. */
  value(handle: 'from' | 'to', now: number, most: number): void;
  /** What of it an event is on. */
  holdOf(target: EventTarget | null): Hold | null;
  handleOf(target: EventTarget | null): 'from' | 'to' | null;
  readonly element: HTMLElement;
}

export function brushLayer(label: string): BrushLayer {
  const element = document.createElement('div');
  element.className = 'brush';
  element.hidden = true;
  const handles = { from: handle(`${label}, from`), to: handle(`${label}, to`) };
  element.append(handles.from, handles.to);
  const handleOf = (target: EventTarget | null) =>
    target === handles.from ? 'from' : target === handles.to ? 'to' : null;
  return {
    element,
    show(range, words) {
      element.hidden = range === null;
      if (range === null) return;
      // Moved and not laid out again: it has a layer of its own.
      element.style.transform = `translateX(${range[0]}px)`;
      element.style.width = `${range[1] - range[0]}px`;
      if (words !== undefined) {
        handles.from.ariaValueText = words.from;
        handles.to.ariaValueText = words.to;
      }
    },
    value(which, now, most) {
      handles[which].ariaValueNow = String(now);
      handles[which].ariaValueMax = String(most);
    },
    handleOf,
    holdOf: (target) => handleOf(target) ?? (target === element ? 'whole' : null),
  };
}

function handle(label: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'handle';
  element.tabIndex = 0;
  element.setAttribute('role', 'slider');
  element.setAttribute('aria-label', label);
  element.setAttribute('aria-valuemin', '0');
  element.setAttribute('aria-valuenow', '0');
  element.title = 'Drag, or use the arrow keys; Shift moves both ends';
  return element;
}
