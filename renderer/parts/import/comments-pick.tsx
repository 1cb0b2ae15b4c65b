import { changeReading } from '../../import-changes.ts';
import { useShownImport } from '../../use-import.ts';
import { Pick } from '../pick.tsx';

const WAYS = [
  { id: 'skip', label: 'Skipped, and told' },
  { id: 'read', label: 'Read as rows' },
] as const;

/** Whether lines of a text file that begin with # are rows. */
export function CommentsPick() {
  const { preview, draft, decide } = useShownImport();
  const { dialect } = preview.decisions;
  if (dialect.kind !== 'csv') return null;
  return (
    <Pick
      label="Lines that begin with #"
      labelled
      choices={WAYS}
      value={dialect.comments ?? 'skip'}
      onChange={(comments) =>
        decide('lines that begin with #', {
          changes: changeReading(draft.changes, { comments }),
          answers: [],
        })
      }
    />
  );
}
