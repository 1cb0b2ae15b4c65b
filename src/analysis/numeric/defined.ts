/** The number, or null when it is not a finite one: no result ever holds NaN or Infinity. */
export function defined(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
