import type { IdentifierColumn } from '../../../src/model/quality.ts';
import { useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { Scroll } from '../scroll.tsx';

const OFFER_WORDS: Readonly<Record<IdentifierColumn['offers'][number], string>> = {
  pseudonymise: 'pseudonymise',
  redact: 'redact',
  drop: 'leave out',
  coarsen: 'coarsen',
  shift: 'shift',
};

/** Columns that say who somebody is; their values are masked here too. */
export function IdentifierCard({ identifiers }: { identifiers: readonly IdentifierColumn[] }) {
  const session = useSession();
  return (
    <section className="card flush identifiers" aria-label="Identifiers">
      <header>
        <h2>Who somebody is</h2>
        <span className="right note">{count(identifiers.length)} columns</span>
      </header>
      {identifiers.length === 0 ? (
        <p className="note pad">No column was found that says who somebody is.</p>
      ) : (
        <Scroll label="Columns with identifiers">
          <ul className="idlist">
            {identifiers.map(
              ({ table, variable, label, kind, isWhole, n, of, example, offers }) => (
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
                    {kind} in {count(n)} of {count(of)} rows
                    {example === '' ? '' : `, as “${example}”`}
                  </p>
                  <p className="note">
                    A cleaning step can {offers.map((each) => OFFER_WORDS[each]).join(' or ')}{' '}
                    {isWhole ? 'it' : 'them'}.
                  </p>
                </li>
              ),
            )}
          </ul>
        </Scroll>
      )}
    </section>
  );
}
