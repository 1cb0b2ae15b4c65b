import type { Place } from '../../../../src/model/board.ts';
import type { Variable } from '../../../../src/model/variable.ts';

/**
 * The order in which places stand under each other: as they come where their variable gives them one,
 * else the most frequent first; the others of very many, and what is missing, last. A reason for being
 * missing that nobody has is left out.
 */
export function placeOrder(
  places: readonly Place[],
  all: readonly number[],
  variable: Variable | undefined,
): number[] {
  const isOrdered = variable?.level !== 'nominal' || variable.values.length > 0;
  const last = ({ others, isMissing }: Place) => (isMissing ? 2 : others === undefined ? 0 : 1);
  return places
    .map((place, at) => ({
      at,
      isNobody: place.isMissing && (all[at] ?? 0) === 0,
      last: last(place),
      n: isOrdered ? 0 : (all[at] ?? 0),
    }))
    .filter(({ isNobody }) => !isNobody)
    .sort((a, b) => a.last - b.last || b.n - a.n || a.at - b.at)
    .map(({ at }) => at);
}
