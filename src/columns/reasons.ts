const MOST = 255;
const OTHER = 'other reasons';

/**
 * Collects the reasons of a column's missing values. A column holds 255 (one byte a row);
 * what comes after the 254th shares one entry, "other reasons".
 */
export function reasonList(start: readonly string[] = []): {
  reasons: readonly string[];
  /** 1-based position of a reason, added when it is new. */
  code(reason: string): number;
} {
  const reasons = [...start];
  return {
    reasons,
    code(reason) {
      const known = reasons.indexOf(reason);
      if (known >= 0) return known + 1;
      if (reasons.length >= MOST) return MOST;
      return reasons.push(reasons.length === MOST - 1 ? OTHER : reason);
    },
  };
}
