import { Button, RadioGroup } from 'react-aria-components';
import type { ImportComparison, ImportMode } from '../../../src/model/reimport.ts';
import { nextExtractOf } from '../../import-draft.ts';
import { useShownImport } from '../../use-import.ts';
import type { Asked } from '../../use-reply.ts';
import { useSelect } from '../../use-session.ts';
import { counted } from '../../words.ts';
import { Check, Way } from '../check.tsx';
import { proposedKey } from './import-head.tsx';
import { KeyPicker } from './key-picker.tsx';

const WAYS: readonly { mode: ImportMode; label: string; note: string }[] = [
  { mode: 'update', label: 'Update by key', note: 'match rows, add others' },
  { mode: 'append', label: 'Add below', note: 'keep all, add the file’s' },
  { mode: 'replace', label: 'Replace', note: 'only the file’s rows stay' },
  { mode: 'new', label: 'A table of its own', note: 'leave that table as it is' },
];

/** The file fits a table that is there: what becomes of its rows is a person's to say. */
export function TargetCard() {
  const { draft, preview, aim, comparison } = useShownImport();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const { target } = draft;
  const match = nextExtractOf(preview);
  const name = target.table ?? match?.table ?? '';
  const table = tables.find((entry) => entry.name === name);
  if (table === undefined) return null;
  const fit = preview.matches.find((entry) => entry.table === name);
  return (
    <div className="ask">
      <RadioGroup
        aria-label={`What becomes of the rows of ${table.label}`}
        orientation="horizontal"
        value={target.mode}
        onChange={(value) => {
          const mode = value as ImportMode;
          const key = target.key.length > 0 ? target.key : proposedKey(tables, name);
          aim(mode === 'new' ? { mode, table: null } : { mode, table: name, key });
        }}
      >
        <p>
          <span className={target.mode === null ? 'tag caution' : 'tag good'}>
            {target.mode === null ? '? Question' : '✓ Answered'}
          </span>
          <b>
            What becomes of the {counted(table.rows, 'row')} of {table.label}?
          </b>
          <span className="why">{fitWords(fit)}</span>
        </p>
        <div className="ways">
          {WAYS.map(({ mode, label, note }) => (
            <Way key={mode} value={mode}>
              <span className="t">
                <b>{label}</b>
                <span>{note}</span>
              </span>
            </Way>
          ))}
        </div>
      </RadioGroup>
      {(target.mode === 'update' || target.mode === 'replace') && (
        <div className="keyed">
          <KeyPicker table={table} isOptional={target.mode === 'replace'} />
          {target.mode === 'update' && (
            <Check
              label="Empty cells of the file empty the table’s cells"
              isSelected={target.blanksOverwrite}
              onChange={(blanksOverwrite) => aim({ blanksOverwrite })}
            />
          )}
          {target.mode === 'replace' && keyFails(comparison) && (
            <span className="note">
              Rows need not be matched to be replaced:{' '}
              <Button className="link" onPress={() => aim({ key: [] })}>
                replace without matching
              </Button>
            </span>
          )}
        </div>
      )}
    </div>
  );
}

/** The key was proposed, perhaps, and nobody has to have one. */
function keyFails(comparison: Asked<ImportComparison> | null): boolean {
  return comparison?.state === 'refused' && comparison.refusal.where?.option === 'key';
}

function fitWords(
  fit:
    | { same: number; of: number; lacking: readonly string[]; added: readonly string[] }
    | undefined,
): string {
  if (fit === undefined) return 'Few of its headings are in this file.';
  const { same, of, lacking, added } = fit;
  const parts = [
    same === of
      ? `All ${of} headings are in this file`
      : `${same} of ${of} headings are in this file`,
    ...(lacking.length > 0 ? [`not ${lacking.slice(0, 3).join(', ')}`] : []),
    ...(added.length > 0
      ? [`${counted(added.length, 'heading')} more: ${added.slice(0, 3).join(', ')}`]
      : []),
  ];
  return `${parts.join('; ')}.`;
}
