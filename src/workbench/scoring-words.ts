import { formatNumber } from '../model/format.ts';
import type { Origin, TotalsCheck } from '../model/table.ts';

/** How a table was scored, sentence by sentence. */
export function scoringWords(
  { from, version, account }: Extract<Origin, { made: 'scores' }>,
  measure: string,
): string[] {
  const { subscales, repeatedItems = 0, outOfRange, totals = [], accepted = [] } = account;
  return [
    `${measure} scored from ${from} (measure version ${version}).`,
    ...subscales.map(({ name, complete, proRated, notScorable, supplied = 0 }) => {
      const given = supplied > 0 ? `, ${supplied} as the extract gives them` : '';
      return `${name}: ${complete} complete, ${proRated} pro-rated, ${notScorable} not scorable${given}.`;
    }),
    ...(repeatedItems > 0
      ? [`${repeatedItems} answers repeated another one; the first was used.`]
      : []),
    ...(outOfRange.length > 0
      ? [`${outOfRange.length} item values were out of range and not used.`]
      : []),
    ...totals.map(totalsWords),
    ...(accepted.length > 0
      ? [`Figures without a verified source that were accepted: ${accepted.join(', ')}.`]
      : []),
  ];
}

/** "Warmth: 4 of 90 scores of the extract differ from their items; probably item 18 was not reversed." */
export function totalsWords({ name, compared, differ, cause }: TotalsCheck): string {
  const all = formatNumber(compared, 'count');
  if (differ === 0) return `${name}: all ${all} scores of the extract agree with their items.`;
  const why = cause === null ? '' : `; probably ${cause}`;
  return `${name}: ${formatNumber(differ, 'count')} of ${all} scores of the extract differ from their items${why}. The items were used.`;
}
