import type { DecisionChanges } from '../../../src/model/importing.ts';
import { changeReading } from '../../import-changes.ts';
import { incomingName } from '../../import-queue.ts';
import { useImport } from '../../use-import.ts';
import { count } from '../../words.ts';
import { NumberBox } from '../number-box.tsx';
import { Pick } from '../pick.tsx';
import { ReadingEvidence } from './reading-evidence.tsx';

const ENCODINGS = [
  { id: 'utf-8', label: 'UTF-8' },
  { id: 'windows-1252', label: 'Windows-1252' },
  { id: 'utf-16le', label: 'UTF-16 LE' },
  { id: 'utf-16be', label: 'UTF-16 BE' },
] as const;

const DELIMITERS = [
  { id: ',', label: 'Comma' },
  { id: ';', label: 'Semicolon' },
  { id: '\t', label: 'Tab' },
  { id: '|', label: 'Bar |' },
] as const;

/** How the file is read, in place of the cohort: dialect, header, footer, and what will load. */
export function ImportBar() {
  const { unit, preview } = useImport();
  const name = incomingName(unit);
  return (
    <section className="bar import-bar" aria-label="How the file is read" data-pane="bar">
      <span className="name cut" title={name}>
        {name}
      </span>
      {preview !== null && (
        <>
          <Dialect />
          <ReadingEvidence preview={preview} />
          <span className="count">
            <b>{count(preview.receipt.loaded)}</b> of {count(preview.receipt.read)} rows will load
          </span>
        </>
      )}
    </section>
  );
}

function Dialect() {
  const { preview, draft, decide } = useImport();
  if (preview === null) return null;
  const { dialect, header, footer } = preview.decisions;
  const read = (label: string, reading: Omit<DecisionChanges, 'columns' | 'required'>) =>
    decide(label, { changes: changeReading(draft.changes, reading), answers: [] });
  return (
    <>
      {dialect.kind === 'csv' && (
        <>
          <Pick
            label="Encoding"
            choices={ENCODINGS}
            value={dialect.encoding}
            onChange={(encoding) => read('another encoding', { encoding })}
          />
          <Pick
            label="Fields are separated by"
            choices={DELIMITERS}
            value={dialect.delimiter}
            onChange={(delimiter) => read('another separator', { delimiter })}
          />
        </>
      )}
      <NumberBox
        label="Header row"
        value={header.row}
        min={0}
        max={1_000}
        onChange={(row) =>
          read('another header row', { header: { row, rows: row === 0 ? 0 : header.rows || 1 } })
        }
      />
      {header.row > 0 && (
        <NumberBox
          label="rows"
          value={header.rows}
          min={1}
          max={3}
          onChange={(rows) => read('header rows', { header: { row: header.row, rows } })}
        />
      )}
      <NumberBox
        label="Footer rows"
        value={footer}
        min={0}
        max={1_000}
        onChange={(rows) => read('footer rows', { footer: rows })}
      />
    </>
  );
}
