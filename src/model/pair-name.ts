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

/** Signs around the name of a time point, and what leads on to it. */
const EDGES = /^[\s,;:()[\]_–-]+|[\s,;:()[\]_–-]+$/g;
const LEADS_TO = /^(?:(?:at|in|on|the)\s+)+/i;

/**
 * What tells two labels of a pair apart, as their time points do: the words between those that both begin with and
 * those that both end with. "EPDS at start", "EPDS at end" → start, end. Undefined where they share no words, or one
 * has none of its own.
 */
export function pairTimes(
  before: string,
  after: string,
): { before: string; after: string } | undefined {
  const [a, b] = [before.split(/\s+/), after.split(/\s+/)];
  const start = shared(a, b).length;
  const end = shared(a.slice(start).toReversed(), b.slice(start).toReversed()).length;
  if (start + end === 0) return undefined;
  const [first, last] = [a, b].map((words) => {
    const own = words.slice(start, words.length - end).join(' ');
    return own.replace(EDGES, '').replace(LEADS_TO, '');
  });
  return first && last ? { before: first, after: last } : undefined;
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  const differs = a.findIndex((word, at) => word !== b[at]);
  return a.slice(0, differs < 0 ? a.length : differs);
}
