import { useState } from 'react';
import { Button } from 'react-aria-components';
import { redoChange, undoChange } from '../change-actions.ts';
import { Answer } from '../parts/answer.tsx';
import { Blank } from '../parts/blank.tsx';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { Entries } from '../parts/history/entries.tsx';
import { Forget } from '../parts/history/forget.tsx';
import { Snapshots } from '../parts/history/snapshots.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';

const FIRST = 200;
const ALL = 100_000;

/** Everything anyone did in the project, and the way back. */
export function HistoryView() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const [limit, setLimit] = useState(FIRST);
  const asked = useReply(`${revision} ${limit}`, (options) =>
    session.client.history({ limit }, options),
  );
  const exportAs = (format: 'txt' | 'json') =>
    void session.deliver('Writing the history', (options) =>
      session.client.exportHistory({ format }, options),
    );
  return (
    <>
      <CohortBar />
      <main className="work history" data-pane="work">
        <div className="head">
          <h1>History</h1>
          <span className="actions">
            <Button className="btn" onPress={() => exportAs('txt')}>
              Save as text
            </Button>
            <Button className="btn" onPress={() => exportAs('json')}>
              Save as JSON
            </Button>
          </span>
        </div>
        <Answer asked={asked} lines={12}>
          {({ entries, undo, redo, snapshots, kept }) => (
            <div className="layout">
              <section className="card flush" aria-label="What was done">
                <Scroll label="What was done">
                  {entries.length === 0 ? (
                    <Blank
                      title="Nothing was done yet"
                      text="Imports, steps, cohorts, results and exports are listed here."
                    />
                  ) : (
                    <Entries entries={entries} />
                  )}
                  {entries.length === limit && (
                    <Button className="btn more-entries" onPress={() => setLimit(ALL)}>
                      Show all entries
                    </Button>
                  )}
                </Scroll>
              </section>
              <aside className="card flush" aria-label="The way back" data-pane="panel">
                <Scroll label="The way back">
                  <section>
                    <h2>Undo and redo</h2>
                    <p className="next">
                      <Button
                        className="btn"
                        isDisabled={undo === null}
                        onPress={() => void undoChange(session)}
                      >
                        Undo <kbd>Ctrl Z</kbd>
                      </Button>
                      <span className="note">{undo?.title ?? 'Nothing to undo.'}</span>
                    </p>
                    <p className="next">
                      <Button
                        className="btn"
                        isDisabled={redo === null}
                        onPress={() => void redoChange(session)}
                      >
                        Redo <kbd>Ctrl Y</kbd>
                      </Button>
                      <span className="note">{redo?.title ?? 'Nothing to do again.'}</span>
                    </p>
                  </section>
                  <Snapshots snapshots={snapshots} entries={entries} />
                  <Forget kept={kept} />
                </Scroll>
              </aside>
            </div>
          )}
        </Answer>
      </main>
    </>
  );
}
