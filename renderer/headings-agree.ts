import { byHeading } from '../src/model/header-keys.ts';

/** Tables of which at least half of all headings are shared can be stacked. */
const ALIKE = 0.5;

export interface Headed {
  id: number;
  /** Undefined while it is not known. */
  headers: readonly string[] | undefined;
}

/** Which tables could be stacked with the first, and how far their headings agree; null when none could. */
export function stackable(
  first: Headed,
  others: readonly Headed[],
): { ids: number[]; words: string } | null {
  const own = keysOf(first.headers ?? []);
  const alike = others.filter(({ headers }) => {
    if (headers === undefined || first.headers === undefined) return true;
    const keys = keysOf(headers);
    const shared = [...own].filter((key) => keys.has(key)).length;
    return shared >= ALIKE * Math.max(own.size, keys.size);
  });
  if (alike.length === 0) return null;
  const ids = [first.id, ...alike.map(({ id }) => id)].sort((a, b) => a - b);
  return { ids, words: agreement([first, ...alike], others.length + 1) };
}

function agreement(tables: readonly Headed[], of: number): string {
  const n = tables.length;
  const who = n === of ? (n === 2 ? 'Both' : `All ${n}`) : `${n} of ${of}`;
  const known = tables.flatMap(({ headers }) => (headers === undefined ? [] : [keysOf(headers)]));
  if (known.length < n) return `${who} can be put together.`;
  const all = new Set(known.flatMap((keys) => [...keys]));
  const shared = [...all].filter((key) => known.every((keys) => keys.has(key))).length;
  return shared === all.size
    ? `${who} have the same headings.`
    : `${who} have ${shared} of ${all.size} headings in common.`;
}

/** Capitals and order do not count. */
function keysOf(headers: readonly string[]): Set<string> {
  return new Set(byHeading(headers, (header) => header.toLowerCase()).keys());
}
