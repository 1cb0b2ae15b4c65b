/**
 * The same value with null in place of every NaN and Infinity: the last guard of what leaves this
 * folder, for numbers so large that their squares are none.
 */
export function finite<T>(value: T): T {
  return guarded(value) as T;
}

function guarded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(guarded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, guarded(part)]));
}
