/**
 * The degrees of freedom that a sum of variances with ν₁, ν₂ … of their own has approximately:
 * 1 / Σ (shareᵢ² / νᵢ) (F. E. Satterthwaite, Biometrics Bulletin 2, 1946, 110–114; B. L. Welch 1947).
 * @param shares of the sum, adding up to 1, @param df one for each
 */
export function satterthwaiteDf(shares: readonly number[], df: readonly number[]): number {
  return 1 / shares.reduce((total, share, i) => total + share ** 2 / (df[i] ?? 1), 0);
}
