import type { Result } from '../../src/model/result.ts';
import type { PairAccount, PairRule } from '../../src/model/table.ts';
import { count } from '../words.ts';

/** From everyone eligible to the pairs, in numbers that add up. */
export function PairAccountStrip({
  account,
  rule,
  result,
}: {
  account: PairAccount;
  rule: PairRule;
  result: Result;
}) {
  const { before, after } = account.times ?? rule;
  const { eligible, both, beforeOnly, afterOnly, neither, excluded = [] } = account;
  const left = excluded.reduce((sum, { n }) => sum + n, 0);
  const share = (n: number) => (eligible > 0 ? `${Math.round((100 * n) / eligible)} %` : '');
  const unscored = scoredPairs(result).filter(({ n }) => n < both);
  const parts = [
    { words: `${before} only`, n: beforeOnly },
    { words: `${after} only`, n: afterOnly },
    { words: 'Neither', n: neither },
    ...(left > 0
      ? [{ words: `Excluded: ${excluded.map(({ reason }) => reason).join(', ')}`, n: left }]
      : []),
  ];
  return (
    <section className="account" aria-label="Account of pairs">
      <dl>
        <div>
          <dt>Eligible</dt>
          <dd>
            <b>{count(eligible)}</b>
          </dd>
        </div>
        {parts.map(({ words, n }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <b>{count(n)}</b> <span className="note">{share(n)}</span>
            </dd>
            <i aria-hidden="true" style={{ width: share(n).replace(' ', '') || '0' }} />
          </div>
        ))}
        <div className="paired">
          <dt>Paired</dt>
          <dd>
            <b>{count(both)}</b>{' '}
            <span className="note">
              {share(both)} of {count(eligible)}
            </span>
          </dd>
          <i aria-hidden="true" style={{ width: share(both).replace(' ', '') || '0' }} />
        </div>
      </dl>
      {unscored.length > 0 && (
        <p className="note">
          <b className="caution">!</b> With a score on both forms:{' '}
          {unscored
            .map(({ label, n }) => `${label} ${count(n)} of ${count(both)} pairs`)
            .join(', ')}
          . The others have a form that cannot be scored.
        </p>
      )}
      {(account.outOfOrder ?? 0) > 0 && (
        <p className="note">
          <b className="caution">!</b> {count(account.outOfOrder ?? 0)} of {count(both)} pairs: the
          second form is not dated after the first.
        </p>
      )}
    </section>
  );
}

/** How many pairs have each score, as the result's own account says. */
function scoredPairs({ tables }: Result): { label: string; n: number }[] {
  const table = tables.find(({ id }) => id === 'pairs');
  const at = table?.columns.findIndex(({ key }) => key === 'both') ?? -1;
  return (table?.rows ?? []).flatMap(({ cells }) => {
    const [label, both] = [cells[0]?.value, cells[at]?.value];
    return typeof both === 'number' ? [{ label: String(label), n: both }] : [];
  });
}
