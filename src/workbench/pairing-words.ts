import { formatNumber } from '../model/format.ts';
import type { Origin, PairRule } from '../model/table.ts';

/** How pairs were made and what the account of them is, sentence by sentence. */
export function pairingWords(
  { from, rule, account }: Extract<Origin, { made: 'pairs' }>,
  unit: string,
): string[] {
  const { before, after } = account.times ?? rule;
  const { excluded = [], outside = 0, unusable = 0, twoContacts, outOfOrder, medianDays } = account;
  return [
    `Paired from ${from}: ${ruleWords({ ...rule, before, after })}, one row for each of ${account.eligible} eligible ${unit}.`,
    ...(twoContacts === undefined ? [] : [`With at least two contacts: ${twoContacts}.`]),
    `Both ${account.both}, ${before} only ${account.beforeOnly}, ${after} only ${account.afterOnly}, neither ${account.neither}${excluded.map(({ reason, n }) => `, excluded (${reason}) ${n}`).join('')}.`,
    `Forms not used: ${account.notEligible} of people who are not eligible, ${account.repeated} ${(rule.choose ?? 'time-points') === 'time-points' ? 'repeated at a time point' : 'between or beside those used'}${outside > 0 ? `, ${outside} outside the episode` : ''}${unusable > 0 ? `, ${unusable} without date or score` : ''}.`,
    ...(outOfOrder ? [`${outOfOrder} of ${account.both} pairs are dated out of order.`] : []),
    ...(medianDays === null
      ? []
      : [`Median time between the two: ${formatNumber(medianDays, 'days')} days.`]),
  ];
}

/** "T1 with T2, 60 to 365 days apart, same rater" */
export function ruleWords(rule: PairRule): string {
  const { choose, before, after, window, sameRater, sameVersion, inOrder, eligible } = rule;
  const forms = {
    'time-points': `${before} with ${after}`,
    'first-last': 'the first form with the last',
    contacts:
      'the first form on or after the first contact with the last on or after the second contact',
  }[choose ?? 'time-points'];
  const { least, most } = window ?? {};
  const apart =
    least !== undefined && most !== undefined
      ? `${least} to ${most} days apart`
      : least !== undefined
        ? `at least ${least} days apart`
        : most !== undefined
          ? `at most ${most} days apart`
          : '';
  return [
    forms,
    apart,
    eligible.episode === undefined ? '' : 'within each episode',
    sameVersion === undefined ? '' : 'same version',
    sameRater === undefined ? '' : 'same rater',
    inOrder === true ? 'the second dated after the first' : '',
  ]
    .filter((words) => words !== '')
    .join(', ');
}
