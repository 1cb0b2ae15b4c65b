/** The panes F6 walks through, in the order of the document. */
function panes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.getClientRects().length > 0,
  );
}

const FOCUSABLE =
  'button:not([disabled]),input:not([disabled]),textarea,select,[tabindex="0"],[role="option"]';

/** Moves the focus to the next pane (or the one before) and to the first thing in it. */
export function focusNextPane(back: boolean): void {
  const all = panes();
  if (all.length === 0) return;
  const at = all.findLastIndex((pane) => pane.contains(document.activeElement));
  const next = all[(at + (back ? -1 : 1) + all.length) % all.length];
  if (next === undefined) return;
  const inside = [...next.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) => element.getClientRects().length > 0,
  );
  (inside ?? next).focus();
}
