/** Day number of today by universal time. */
export function today(): number {
  return Math.floor(Date.now() / 86_400_000);
}
