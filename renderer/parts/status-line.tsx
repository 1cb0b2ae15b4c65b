import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { setTheme, THEMES, theme } from '../theme/theme.ts';
import { useSelect } from '../use-session.ts';
import { counted, size } from '../words.ts';
import { UndoButtons } from './history/undo-buttons.tsx';
import { Pick } from './pick.tsx';

/** Project, rows, what the engine is doing and how to stop it. */
export function StatusLine() {
  const project = useSelect((state) => state.project);
  const start = useSelect((state) => state.start);
  const jobs = useSelect((state) => state.jobs);
  const choice = useSyncExternalStore(theme.subscribe, () => theme.get().choice);
  const [job] = jobs;
  const tables = project?.tables ?? [];
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <footer className="status">
      <span>{project === null ? `Attune ${start?.version ?? ''}` : project.name}</span>
      {project !== null && (
        <>
          <span className="wide">{size(project.bytes)}, saved</span>
          <span className="wide">
            {counted(tables.length, 'table')}, {counted(rows, 'row')}
          </span>
          <UndoButtons />
          {project.readOnly && <span className="tag caution">Read only</span>}
        </>
      )}
      {job !== undefined && (
        <span className="job">
          <span className="cut">{jobWords(job.label, job.progress)}</span>
          {job.progress !== null && job.progress.total > 0 && (
            <span className="meter">
              <i style={{ width: `${(100 * job.progress.done) / job.progress.total}%` }} />
            </span>
          )}
          <Button className="link" onPress={job.cancel}>
            Cancel
          </Button>
        </span>
      )}
      <span className="end">
        <span className="wide">Nothing leaves this computer</span>
        <Pick label="Colours" bare choices={THEMES} value={choice} onChange={setTheme} />
      </span>
    </footer>
  );
}

function jobWords(label: string, progress: { label: string } | null): string {
  return progress === null || progress.label === '' ? label : `${label}: ${progress.label}`;
}
