/**
 * Scrolls `box`, and nothing around it, until the element inside is in view; `atTop` brings it to the
 * upper edge even when it was in view.
 */
export function scrollWithin(box: Element | null, element: Element | null, atTop = false): void {
  if (box === null || element === null) return;
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  const [above, below] = [inner.top - outer.top, inner.bottom - outer.bottom];
  if (atTop || above < 0) box.scrollTop += above;
  else if (below > 0) box.scrollTop += Math.min(above, below);
}
