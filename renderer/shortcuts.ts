import { redoChange, undoChange } from './change-actions.ts';
import { draftStep, stepDraft } from './draft-history.ts';
import { undoOnImportPage } from './import-queue.ts';
import { focusNextPane } from './panes.ts';
import { importChosen, openChosen } from './project-actions.ts';
import { activeTable, type Session, UNDO, VIEWS } from './session.ts';

/** The keys that work everywhere in the window. Returns what takes them away again. */
export function listenToKeys(session: Session): () => void {
  const onKey = (event: KeyboardEvent) => {
    const action = actionOf(session, event);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function actionOf(session: Session, event: KeyboardEvent): (() => void) | undefined {
  const { key, altKey, shiftKey } = event;
  if (key === 'F6') return () => focusNextPane(shiftKey);
  if (altKey && !event.ctrlKey && /^[1-9]$/.test(key)) {
    const view = VIEWS[Number(key) - 1];
    const isOpen = session.get().project !== null;
    return view !== undefined && isOpen ? () => session.set({ view }) : undefined;
  }
  if (!(event.ctrlKey || event.metaKey) || altKey) return undefined;
  if (key.toLowerCase() === 'y' || (shiftKey && key.toLowerCase() === 'z')) {
    return isTyping(event)
      ? undefined
      : (draftAction(session, 'redo') ?? changeAction(session, redoChange));
  }
  if (shiftKey) return undefined;
  switch (key.toLowerCase()) {
    case 'k':
      return () => session.set({ palette: true });
    case 'i':
      return () => void importChosen(session);
    case 'o':
      return () => void openChosen(session);
    case 'f': {
      const field = document.querySelector<HTMLInputElement>('[data-find="Ctrl F"]');
      return field === null ? undefined : () => field.select();
    }
    case 'z': {
      if (isTyping(event)) return undefined;
      const decision = undoOnImportPage(session);
      if (decision !== undefined) return decision;
      const { notice } = session.get();
      if (notice?.then?.label !== UNDO) {
        return draftAction(session, 'undo') ?? changeAction(session, undoChange);
      }
      const { run } = notice.then;
      return () => {
        session.set({ notice: null });
        run();
      };
    }
    default:
      return undefined;
  }
}

/** On the page of cohorts, undo and redo go through the choices. */
function draftAction(session: Session, way: 'undo' | 'redo'): (() => void) | undefined {
  const state = session.get();
  if (state.view !== 'cohorts') return undefined;
  const step = draftStep(state, way, activeTable(state)?.name);
  return step && (() => stepDraft(session, way));
}

/** Everywhere else they go through the changes of the project, but not behind a dialog or while files wait. */
function changeAction(
  session: Session,
  turn: (session: Session) => Promise<void>,
): (() => void) | undefined {
  const { project, importing, view } = session.get();
  const isAsked = document.querySelector('[role="dialog"],[role="alertdialog"]') !== null;
  if (project === null || isAsked || (view === 'sources' && importing.length > 0)) return undefined;
  return () => void turn(session);
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=checkbox],[type=radio]),textarea')
  );
}
