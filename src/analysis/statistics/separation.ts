/** What is this small beside the largest counts as rounding. */
const ROUNDING = 1e-8;

/**
 * Whether a direction separates the outcomes: no row moves towards the other outcome along it, and some
 * move towards their own. Then the likelihood grows without end (Albert & Anderson, Biometrika 71, 1984).
 * @param direction a change of the linear predictor, @param y 0 or 1
 */
export function separation(
  direction: Float64Array,
  y: Float64Array,
): 'none' | 'complete' | 'quasi-complete' {
  const towards = direction.map((value, i) => ((y[i] ?? 0) === 1 ? value : -value));
  const most = towards.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const least = towards.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (!(most > 0) || least < -ROUNDING * most) return 'none';
  return least > ROUNDING * most ? 'complete' : 'quasi-complete';
}
