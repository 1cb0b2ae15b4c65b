import { Button } from 'react-aria-components';
import type { SenderAccount, Senders } from '../../../src/model/quality-check.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count, dayOf } from '../../words.ts';
import { Answer } from '../answer.tsx';
import { VariablePicker } from '../variable-picker.tsx';

/** Who is asked about what: how much is open, what went out and when, what came back. */
export function SenderList() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const asked = useReply(`senders ${revision}`, (options) => session.client.senders({}, options));
  return (
    <Answer asked={asked} lines={8}>
      {(senders) => (
        <div className="senderlayout">
          <section className="card flush" aria-label="Senders">
            <header>
              <h2>Senders</h2>
              <span className="note">Open rows of findings above info, by who is asked</span>
            </header>
            <div className="scroll">
              <table className="rules senders">
                <thead>
                  <tr>
                    <th scope="col">Sender</th>
                    <th scope="col" className="num">
                      Open rows
                    </th>
                    <th scope="col" className="num wide">
                      Findings
                    </th>
                    <th scope="col" className="num">
                      Asked
                    </th>
                    <th scope="col">Last sent</th>
                    <th scope="col" className="num">
                      Answered
                    </th>
                    <th scope="col" className="wide">
                      Last answer
                    </th>
                    <th scope="col">
                      <span className="hidden-text">Query list</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {senders.accounts.map((account) => (
                    <SenderLine key={account.sender ?? ''} account={account} />
                  ))}
                </tbody>
              </table>
              {senders.accounts.length === 0 && <p className="note pad">Nothing is open.</p>}
            </div>
            <footer className="act">
              <span className="note">
                A query list holds the table, the place in the file, the record’s key, the question,
                and a column for the answer. Nothing else leaves.
              </span>
            </footer>
          </section>
          <SenderColumns senders={senders} />
        </div>
      )}
    </Answer>
  );
}

function SenderLine({ account }: { account: SenderAccount }) {
  const session = useSession();
  const { sender, open, findings, asked, answered, askedAt, answeredAt } = account;
  const name = sender ?? 'Nobody in particular';
  return (
    <tr>
      <th scope="row" className={sender === null ? 's' : ''}>
        {name}
      </th>
      <td className="num">{count(open)}</td>
      <td className="num wide">{count(findings)}</td>
      <td className="num">{count(asked)}</td>
      <td className="s">{askedAt === null ? '–' : dayOf(askedAt)}</td>
      <td className="num">
        {asked === 0 ? (
          '–'
        ) : (
          <>
            {count(answered)} <span className="s">of {count(asked)}</span>
          </>
        )}
      </td>
      <td className="s wide">{answeredAt === null ? '–' : dayOf(answeredAt)}</td>
      <td className="num">
        <Button
          className="btn small"
          isDisabled={open === 0}
          aria-label={`Query list for ${name}`}
          onPress={async () => {
            await session.deliver('Writing the query list', () =>
              session.client.exportSenderQueries({ sender }),
            );
            session.set({ revision: session.get().revision + 1 });
          }}
        >
          Query list
        </Button>
      </td>
    </tr>
  );
}

/** Tables in which a column says who sent each row. */
function SenderColumns({ senders }: { senders: Senders }) {
  const session = useSession();
  const tables = (useSelect((state) => state.project)?.tables ?? []).filter(
    ({ origin }) => origin.made === 'import',
  );
  return (
    <section className="card" aria-label="Columns that give the sender">
      <h3>A column gives the sender</h3>
      <p className="note">
        Such as a site or a team. Who is named for a finding or a row goes before it.
      </p>
      {tables.map((table) => (
        <VariablePicker
          key={table.name}
          label={table.label}
          variables={table.variables.filter(({ kind }) =>
            ['category', 'text', 'identifier', 'integer'].includes(kind),
          )}
          value={senders.columns[table.name] ?? null}
          onChange={(variable) =>
            void session.change('Keeping the column', () =>
              session.client.senderColumn({ table: table.name, variable }),
            )
          }
        />
      ))}
    </section>
  );
}
