import { CohortBar } from '../parts/cohort-bar.tsx';
import { DropFiles } from '../parts/drop-files.tsx';
import { Icon } from '../parts/icon.tsx';
import { RecentProjects } from '../parts/recent-projects.tsx';
import { SampleCard } from '../parts/sample-card.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { StartBar } from '../parts/start-bar.tsx';
import { replyValue, useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';

const STEPS = [
  'Every row is read. Your files stay as they are.',
  'You see what each column was taken for, and why.',
  'What cannot be known is asked, never assumed.',
  'Nothing is loaded until you continue.',
];

/** Bring in files, open a project, or look round in the sample. */
export function StartView() {
  const session = useSession();
  const known = useSelect((state) => state.start);
  const revision = useSelect((state) => state.revision);
  const asked = useReply(`start ${revision} ${known?.recent.length}`, (options) =>
    session.client.start({}, options),
  );
  const start = replyValue(asked, known);
  const project = useSelect((state) => state.project);
  return (
    <>
      {project === null ? <StartBar /> : <CohortBar />}
      <main className="work start" data-pane="work">
        <div className="head">
          <h1>Start</h1>
          <span className="note">Bring in files, open a project, or look round in the sample.</span>
        </div>
        <div className="layout">
          <div className="main">
            <section className="card flush" aria-label="Import files">
              <header>
                <h2>Import files</h2>
                <span className="note">
                  {project === null ? 'into a new project' : `into ${project.title}`}
                </span>
              </header>
              <div className="in">
                <DropFiles />
                <div className="then">
                  <h3>What happens then</h3>
                  <ol>
                    {STEPS.map((step) => (
                      <li key={step}>{step}</li>
                    ))}
                  </ol>
                </div>
              </div>
              <footer className="note">
                <Icon name="open" />
                Project files are ordinary files and not encrypted yet: keep them where your
                organisation keeps such data.
              </footer>
            </section>
            {start === null ? <Skeleton /> : <RecentProjects recent={start.recent} />}
          </div>
          <aside className="side" aria-label="Sample and safety">
            {start === null ? <Skeleton /> : <SampleCard sample={start.sample} />}
            <section className="card safe" aria-label="Safety">
              <Icon name="shield" />
              <div>
                <h3>Nothing leaves this computer</h3>
                <p className="note">
                  No account, no telemetry, no update check. Attune opens no connection to any other
                  machine.
                </p>
              </div>
            </section>
          </aside>
        </div>
      </main>
    </>
  );
}
