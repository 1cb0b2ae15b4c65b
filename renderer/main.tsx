import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { allowEmptying } from './allow-emptying.ts';
import { App } from './app.tsx';
import { clientOf, findShell } from './client.ts';
import { Lost } from './parts/lost.tsx';
import { keepPlace, restorePlace } from './place.ts';
import { createSession, type Session } from './session.ts';
import './theme/tokens.css';
import './theme/base.css';
import './theme/frame.css';
import './theme/controls.css';
import './theme/start.css';
import './theme/sources.css';
import './theme/import.css';
import './theme/data.css';
import './theme/quality.css';
import './theme/measures.css';
import './theme/cohorts.css';
import './theme/kept-cohorts.css';
import './theme/pathways.css';
import './theme/analyse.css';
import './theme/report.css';
import './theme/recipe.css';
import './theme/history.css';
import { startTheme } from './theme/theme.ts';
import { SessionContext } from './use-session.ts';

allowEmptying();
startTheme();
const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no root');
const root = createRoot(place);

try {
  const session = await startSession();
  root.render(
    <StrictMode>
      <SessionContext value={session}>
        <App />
      </SessionContext>
    </StrictMode>,
  );
} catch {
  root.render(<Lost />);
}

async function startSession(): Promise<Session> {
  const shell = await findShell();
  const session = createSession(clientOf(shell), shell);
  const start = await session.client.start({});
  if ('ok' in start) {
    session.set({ start: start.ok });
    if (start.ok.project !== null) session.show(start.ok.project, 'data');
    restorePlace(session);
    keepPlace(session);
  } else {
    session.set({ refusal: start.refused });
  }
  return session;
}
