import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { IdentifierColumn } from '../../../src/model/quality-check.ts';
import type { Step } from '../../../src/model/table.ts';
import { OFFER_WORDS, settlingStep, tableToSettle } from '../../settle-identifier.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count, counted } from '../../words.ts';
import { Scroll } from '../scroll.tsx';
import { PrefilledStep } from './prefilled-step.tsx';

/** Columns that say who somebody is; their values are masked here too. */
export function IdentifierCard({ identifiers }: { identifiers: readonly IdentifierColumn[] }) {
  const session = useSession();
  const [settling, setSettling] = useState<{ table: string; step: Step } | null>(null);
  return (
    <section className="card flush identifiers" aria-label="Identifiers">
      <header>
        <h2>Who somebody is</h2>
        <span className="right note">{counted(identifiers.length, 'column')}</span>
      </header>
      {identifiers.length === 0 ? (
        <p className="note pad">No column was found that says who somebody is.</p>
      ) : (
        <Scroll label="Columns with identifiers">
          <ul className="idlist">
            {identifiers.map((identifier) => {
              const { table, variable, label, kind, isWhole, n, of, looked, example } = identifier;
              return (
                <li key={`${table} ${variable} ${kind}`}>
                  <button
                    type="button"
                    className="link plain"
                    onClick={() =>
                      session.set({
                        view: 'data',
                        table,
                        draft: [],
                        variables: { ...session.get().variables, [table]: variable },
                      })
                    }
                  >
                    {label}
                  </button>
                  <span className="note"> {table}</span>
                  <p className="note">
                    {isWhole ? '' : 'In free text: '}
                    {kind} in {count(n)} of {count(looked ?? of)} rows
                    {looked === null ? '' : ' that were looked at'}
                    {example === '' ? '' : `, as “${example}”`}
                  </p>
                  <Offers identifier={identifier} onOffer={setSettling} />
                </li>
              );
            })}
          </ul>
        </Scroll>
      )}
      {settling !== null && <PrefilledStep {...settling} onClose={() => setSettling(null)} />}
    </section>
  );
}

/** One button a way to settle it, which opens the cleaning step. */
function Offers({
  identifier,
  onOffer,
}: {
  identifier: IdentifierColumn;
  onOffer: (step: { table: string; step: Step }) => void;
}) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const table = tableToSettle(tables, identifier);
  const { variable, label, offers } = identifier;
  if (table === undefined) {
    return <p className="note">✓ The cleaned table does not have it.</p>;
  }
  return (
    <p className="line settle">
      {offers.map((offer) => (
        <Button
          key={offer}
          className="btn small"
          aria-label={`${OFFER_WORDS[offer]}: ${label} in ${table.label}`}
          onPress={() => onOffer({ table: table.name, step: settlingStep(offer, variable, table) })}
        >
          {OFFER_WORDS[offer]}
        </Button>
      ))}
    </p>
  );
}
