import { editDistance } from '../../model/edit-distance.ts';

/** How far two texts may be from each other. */
export type Reach = (length: number) => number;

/**
 * All pairs of texts within reach, each once as places in the list; the reach is that of the shorter text.
 * Nothing is missed: of a text cut into `most + 1` pieces, `most` edits leave at least one whole (two for a
 * swap across a cut, hence one piece more), and not far from its place. So only texts that share a piece are
 * compared. G. Li et al., "Pass-Join" (VLDB 2011).
 */
export function nearPairs(texts: readonly string[], reach: Reach): [number, number][] {
  const most = Math.max(0, ...texts.map((text) => reach(text.length)));
  const order = [...texts.keys()].sort((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0));
  const byPiece = new Map<string, number[]>();
  const short: number[] = [];
  const pairs: [number, number][] = [];
  const letters = Uint32Array.from(texts, letterMask);
  const lastSeen = new Int32Array(texts.length).fill(-1);
  for (const at of order) {
    const text = texts[at] ?? '';
    const compare = (other: number): void => {
      if (lastSeen[other] === at) return;
      lastSeen[other] = at;
      const shorter = texts[other] ?? '';
      const limit = reach(shorter.length);
      // An edit brings in or takes out one kind of letter each at most.
      if (bits((letters[other] ?? 0) ^ (letters[at] ?? 0)) > 2 * limit) return;
      if (editDistance(shorter, text, limit) <= limit) pairs.push([other, at]);
    };
    for (let length = Math.max(1, text.length - most); length <= text.length; length++) {
      const limit = reach(length);
      if (text.length - length > limit) continue;
      for (const { index, from, size } of pieces(length, limit)) {
        for (let start = Math.max(0, from - limit); start <= from + limit; start++) {
          if (start + size > text.length) break;
          const found = byPiece.get(`${length}:${index}:${text.slice(start, start + size)}`);
          if (found) for (const other of found) compare(other);
        }
      }
    }
    for (const other of short) compare(other);
    const own = reach(text.length);
    if (own === 0) continue;
    const parts = pieces(text.length, own);
    if (parts.length === 0) short.push(at);
    for (const { index, from, size } of parts) {
      const key = `${text.length}:${index}:${text.slice(from, from + size)}`;
      const known = byPiece.get(key);
      if (known) known.push(at);
      else byPiece.set(key, [at]);
    }
  }
  return pairs;
}

/** A text of a length cut into pieces as even as can be; none when it is too short for that, or has no reach. */
function pieces(length: number, limit: number): { index: number; from: number; size: number }[] {
  const cuts = 2 * limit + 1;
  if (limit === 0 || length < cuts) return [];
  const small = Math.floor(length / cuts);
  const larger = length % cuts;
  let from = 0;
  return Array.from({ length: cuts }, (_, index) => {
    const size = small + (index >= cuts - larger ? 1 : 0);
    const piece = { index, from, size };
    from += size;
    return piece;
  });
}

/** Which letters stand in a text, one bit each, some sharing one. */
function letterMask(text: string): number {
  let mask = 0;
  for (let at = 0; at < text.length; at++) mask |= 1 << (text.charCodeAt(at) & 31);
  return mask >>> 0;
}

function bits(mask: number): number {
  let n = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) n++;
  return n;
}
