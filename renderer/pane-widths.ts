const KEY = 'attune-widths';

/** The width that a pane was given on this computer, in pixels; undefined when nobody changed it. */
export function keptWidth(name: string): number | undefined {
  return widths()[name];
}

/** Remembers a width; null forgets it. */
export function keepWidth(name: string, width: number | null): void {
  const { [name]: _, ...others } = widths();
  localStorage.setItem(KEY, JSON.stringify(width === null ? others : { ...others, [name]: width }));
}

function widths(): Record<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(entries.filter(([, width]) => typeof width === 'number'));
  } catch {
    return {};
  }
}
