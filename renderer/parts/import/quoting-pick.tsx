import { changeReading } from '../../import-changes.ts';
import { useShownImport } from '../../use-import.ts';
import { Pick } from '../pick.tsx';

const WAYS = [
  { id: '"doubled', label: 'Double quotes, doubled inside' },
  { id: '"backslash', label: 'Double quotes, inside after a backslash' },
  { id: "'doubled", label: 'Single quotes, doubled inside' },
  { id: "'backslash", label: 'Single quotes, inside after a backslash' },
] as const;

/** How the fields of a text file are quoted. */
export function QuotingPick() {
  const { preview, draft, decide } = useShownImport();
  const { dialect } = preview.decisions;
  if (dialect.kind !== 'csv') return null;
  const chosen = dialect.quoting ?? { quote: '"', escape: 'doubled' };
  return (
    <Pick
      label="Quoted fields"
      labelled
      choices={WAYS}
      value={`${chosen.quote}${chosen.escape}`}
      onChange={(way) => {
        const quoting = {
          quote: way.startsWith('"') ? ('"' as const) : ("'" as const),
          escape: way.endsWith('doubled') ? ('doubled' as const) : ('backslash' as const),
        };
        decide('another way of quoting', {
          changes: changeReading(draft.changes, { quoting }),
          answers: [],
        });
      }}
    />
  );
}
