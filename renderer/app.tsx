import { useEffect } from 'react';
import { acceptDrops } from './drop-anywhere.ts';
import { CommandPalette } from './parts/command-palette.tsx';
import { Lost } from './parts/lost.tsx';
import { Notices } from './parts/notices.tsx';
import { PasteDialog } from './parts/paste-dialog.tsx';
import { Rail, useFolded } from './parts/rail.tsx';
import { StatusLine } from './parts/status-line.tsx';
import { acceptPastes } from './paste-anywhere.ts';
import type { View } from './session.ts';
import { listenToKeys } from './shortcuts.ts';
import { useSelect, useSession } from './use-session.ts';
import { AnalyseView } from './views/analyse.tsx';
import { CohortsView } from './views/cohorts.tsx';
import { TableView } from './views/data.tsx';
import { HistoryView } from './views/history.tsx';
import { MeasuresView } from './views/measures.tsx';
import { ReportView } from './views/report.tsx';
import { SourcesView } from './views/sources.tsx';
import { StartView } from './views/start.tsx';

const PAGES: Record<View, () => React.ReactNode> = {
  start: StartView,
  sources: SourcesView,
  data: TableView,
  measures: MeasuresView,
  cohorts: CohortsView,
  analyse: AnalyseView,
  report: ReportView,
  history: HistoryView,
};

/** The frame around every page. A page brings its own bar, its work area and its panel. */
export function App() {
  const session = useSession();
  const view = useSelect((state) => state.view);
  const lost = useSelect((state) => state.lost);
  const [folded, setFolded] = useFolded();
  useEffect(() => listenToKeys(session), [session]);
  useEffect(() => acceptDrops(session), [session]);
  useEffect(() => acceptPastes(session), [session]);
  const Page = PAGES[view];
  return (
    <>
      <div className={folded ? 'app folded' : 'app'} inert={lost}>
        <Rail folded={folded} onFold={setFolded} />
        <Page />
        <StatusLine />
      </div>
      <CommandPalette />
      <PasteDialog />
      <Notices />
      {lost && <Lost />}
    </>
  );
}
