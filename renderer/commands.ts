import {
  closeProject,
  importChosen,
  openChosen,
  openRecent,
  openSample,
} from './project-actions.ts';
import { type Session, VIEWS, type View } from './session.ts';
import { setTheme, THEMES } from './theme/theme.ts';

/** Something the window can do, as the palette and the keyboard know it. */
export interface Command {
  id: string;
  title: string;
  group: string;
  keys?: string;
  run: () => void;
}

export const VIEW_TITLES: Record<View, string> = {
  start: 'Start',
  sources: 'Sources',
  data: 'Data',
  analyse: 'Analyse',
  report: 'Report',
};

/** Every command that works now. */
export function commandsOf(session: Session): Command[] {
  const { project, start, view } = session.get();
  const commands: Command[] = [
    {
      id: 'import',
      title: project === null ? 'Import files into a new project' : 'Import files',
      group: 'Files',
      keys: 'Ctrl I',
      run: () => void importChosen(session),
    },
    {
      id: 'open',
      title: 'Open a project',
      group: 'Files',
      keys: 'Ctrl O',
      run: () => void openChosen(session),
    },
    {
      id: 'sample',
      title: 'Try the sample evaluation',
      group: 'Files',
      run: () => void openSample(session),
    },
  ];
  if (project !== null) {
    commands.push(
      ...VIEWS.map((name, at) => ({
        id: `view-${name}`,
        title: `Go to ${VIEW_TITLES[name]}`,
        group: 'Pages',
        keys: `Alt ${at + 1}`,
        run: () => session.set({ view: name, importing: [] }),
      })).filter(({ id }) => id !== `view-${view}`),
      ...project.tables.map((table) => ({
        id: `table-${table.name}`,
        title: `Show ${table.label}`,
        group: 'Tables',
        run: () => session.set({ view: 'data', table: table.name, draft: [], importing: [] }),
      })),
      {
        id: 'close',
        title: `Close ${project.name}`,
        group: 'Files',
        run: () => void closeProject(session),
      },
    );
  }
  commands.push(
    ...(start?.recent ?? [])
      .filter((recent) => recent.gone === null)
      .map((recent) => ({
        id: `recent-${recent.id}`,
        title: `Open ${recent.name}`,
        group: 'Projects',
        run: () => void openRecent(session, recent.id),
      })),
    ...THEMES.map(({ id, label }) => ({
      id: `theme-${id}`,
      title: `Colours: ${label.toLowerCase()}`,
      group: 'Window',
      run: () => setTheme(id),
    })),
  );
  return commands;
}
