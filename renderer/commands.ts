import type { AnalysisDescription } from '../src/model/option.ts';
import type { ProjectInfo } from '../src/model/project.ts';
import { exportReport } from './add-to-report.ts';
import { analysisWords } from './analysis-words.ts';
import { redoChange, undoChange } from './change-actions.ts';
import { focusSoon } from './focus-soon.ts';
import {
  closeProject,
  importChosen,
  openChosen,
  openRecent,
  openSample,
} from './project-actions.ts';
import { activeTable, type Session, VIEWS, type View } from './session.ts';
import { setTheme, THEMES } from './theme/theme.ts';

/** Something the window can do, as the palette and the keyboard know it. */
export interface Command {
  id: string;
  title: string;
  group: string;
  keys?: string;
  /** Other words to find it by. */
  words?: string;
  run: () => void;
}

export const VIEW_TITLES: Record<View, string> = {
  start: 'Start',
  sources: 'Sources',
  data: 'Data',
  quality: 'Quality',
  measures: 'Measures',
  cohorts: 'Cohorts',
  analyse: 'Analyse',
  report: 'Report',
  history: 'History',
};

/** Every command that works now; `analyses` are those of the engine. */
export function commandsOf(session: Session, analyses: readonly AnalysisDescription[]): Command[] {
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
      id: 'paste',
      title: 'Paste a table from Excel',
      group: 'Files',
      keys: 'Ctrl V',
      run: () => session.set({ pasting: true }),
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
        run: () => session.set({ view: name, notice: null }),
      })).filter(({ id }) => id !== `view-${view}`),
      ...analyseCommands(session, analyses),
      ...reportCommands(session),
      ...cohortCommands(session, project),
      ...recipeCommands(session, project),
      {
        id: 'undo',
        title: 'Undo the last change',
        group: 'Edit',
        keys: 'Ctrl Z',
        run: () => void undoChange(session),
      },
      {
        id: 'redo',
        title: 'Redo what was undone',
        group: 'Edit',
        keys: 'Ctrl Y',
        run: () => void redoChange(session),
      },
      ...project.tables.map((table) => ({
        id: `table-${table.name}`,
        title: `Show ${table.label}`,
        group: 'Tables',
        run: () => session.set({ view: 'data', table: table.name, draft: [] }),
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

function analyseCommands(session: Session, analyses: readonly AnalysisDescription[]): Command[] {
  const choose = (analysis: string | null) => {
    session.set({ view: 'analyse', analysis, result: null });
    focusSoon(analysis === null ? '.choose input' : '[data-pane="options"] input[role="combobox"]');
  };
  return [
    {
      id: 'new-analysis',
      title: 'New analysis',
      group: 'Analyse',
      run: () => choose(null),
    },
    ...analyses.map((analysis) => ({
      id: `analysis-${analysis.id}`,
      title: analysis.title,
      words: analysisWords(analysis),
      group: 'Analyse',
      run: () => choose(analysis.id),
    })),
  ];
}

function reportCommands(session: Session): Command[] {
  return [
    {
      id: 'report-word',
      title: 'Export report to Word',
      group: 'Report',
      run: () => void exportReport(session, 'docx'),
    },
    {
      id: 'report-excel',
      title: 'Export report to Excel',
      group: 'Report',
      run: () => void exportReport(session, 'xlsx'),
    },
  ];
}

function recipeCommands(session: Session, project: ProjectInfo): Command[] {
  const made = activeTable(session.get())?.origin.made;
  return [
    ...(made === 'import' || made === 'recipe'
      ? [
          {
            id: 'add-step',
            title: 'Add a cleaning step',
            words: 'recipe clean tidy merge spellings duplicates dates missing link reshape',
            group: 'Clean',
            run: () => session.set({ view: 'data', addingStep: true }),
          },
        ]
      : []),
    ...(project.tables.some(({ origin }) => origin.made === 'recipe')
      ? [
          {
            id: 'quality-steps',
            title: 'Quality before and after cleaning',
            words: 'recipe steps rules compare',
            group: 'Clean',
            run: () => {
              const { table } = session.get();
              const own = project.tables.find(({ name }) => name === table);
              const steps = own?.origin.made === 'recipe' ? own.origin.steps.length : 0;
              session.set({
                view: 'quality',
                qualityPoints: { table: own?.name ?? '', before: 0, after: steps },
              });
            },
          },
        ]
      : []),
  ];
}

function cohortCommands(session: Session, project: ProjectInfo): Command[] {
  const { view, importing } = session.get();
  if (activeTable(session.get()) === null) return [];
  return [
    {
      id: 'add-condition',
      title: 'Add condition',
      group: 'Cohorts',
      run: () => {
        const isImporting = view === 'sources' && importing.length > 0;
        session.set({ adding: true, ...(isImporting ? { view: 'data' } : {}) });
      },
    },
    ...project.cohorts.map(({ name, label, table }) => ({
      id: `cohort-${name}`,
      title: `Use cohort ${label}`,
      group: 'Cohorts',
      run: () =>
        session.set({
          table,
          draft: [],
          cohorts: { ...session.get().cohorts, [table]: name },
        }),
    })),
  ];
}
