/** What stands between a name and its time: “EPDS at” of “EPDS at start”. */
const LEADS_ON = /(?:\s+(?:at|on|in|by|for|before|after|the))*[\s,;:(_–-]*$/i;

/**
 * What two labels of a pair are both of: the words that both begin with, else those that both end with; '' where
 * there are none. "Warmth before", "Warmth after" → "Warmth"; "T1 warmth", "T2 warmth" → "Warmth".
 */
export function pairName(before: string, after: string): string {
  const [a, b] = [before.split(/\s+/), after.split(/\s+/)];
  const start = shared(a, b);
  const end = shared(a.toReversed(), b.toReversed()).toReversed();
  const words = (start.length > 0 ? start : end).join(' ').replace(LEADS_ON, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  const differs = a.findIndex((word, at) => word !== b[at]);
  return a.slice(0, differs < 0 ? a.length : differs);
}
