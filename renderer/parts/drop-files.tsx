import type { ReactNode } from 'react';
import { Button, DropZone } from 'react-aria-components';
import { importChosen } from '../project-actions.ts';
import { useSession } from '../use-session.ts';

/** Where files are dropped or chosen; the drop itself is taken anywhere in the window. */
export function DropFiles({ children }: { children?: ReactNode }) {
  const session = useSession();
  return (
    <DropZone className="drop" aria-label="Drop files here" getDropOperation={() => 'copy'}>
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <path d="M8 14h28v24H8zM8 21h28M8 29.5h28M17 14v24M26.5 14v24" opacity=".55" />
        <path d="M22 3v17m0 0l-6-6m6 6l6-6" strokeWidth="2.2" />
      </svg>
      <div>
        <b>Drop files or folders here</b>
        <p className="note">Excel (.xlsx) and text (.csv, .tsv, .txt).</p>
        <div className="go">
          <Button className="btn primary" onPress={() => importChosen(session)}>
            Choose files <kbd>Ctrl I</kbd>
          </Button>
          <Button className="btn" onPress={() => session.set({ pasting: true })}>
            Paste from Excel <kbd>Ctrl V</kbd>
          </Button>
          {children}
        </div>
      </div>
    </DropZone>
  );
}
