import { formatShare } from '../../src/model/format.ts';
import type { PairAccount, PairRule } from '../../src/model/table.ts';
import { count } from '../words.ts';

/** From everyone eligible to the pairs, in numbers that add up. */
export function PairAccountStrip({
  account,
  rule: { before, after },
}: {
  account: PairAccount;
  rule: PairRule;
}) {
  const { eligible, both, beforeOnly, afterOnly, neither, excluded = [] } = account;
  const left = excluded.reduce((sum, { n }) => sum + n, 0);
  const share = (n: number) => (eligible > 0 ? `${Math.round((100 * n) / eligible)} %` : '');
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
            <b>{count(both)}</b> <span className="note">{formatShare(both, eligible)}</span>
          </dd>
          <i aria-hidden="true" style={{ width: share(both).replace(' ', '') || '0' }} />
        </div>
      </dl>
      {(account.outOfOrder ?? 0) > 0 && (
        <p className="note">
          <b className="caution">!</b> {count(account.outOfOrder ?? 0)} of {count(both)} pairs: the
          second form is not dated after the first.
        </p>
      )}
    </section>
  );
}
