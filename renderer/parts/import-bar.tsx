import type { DecisionChanges, FilePreview } from '../../src/model/importing.ts';
import { changeReading } from '../import-changes.ts';
import { count } from '../words.ts';
import { NumberBox } from './number-box.tsx';
import { Pick } from './pick.tsx';

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
export function ImportBar({
  name,
  preview,
  changes,
  onChange,
}: {
  name: string;
  preview: FilePreview | null;
  changes: DecisionChanges;
  onChange: (changes: DecisionChanges) => void;
}) {
  return (
    <section className="bar import-bar" aria-label="How the file is read" data-pane="bar">
      <span className="name cut" title={name}>
        {name}
      </span>
      {preview !== null && (
        <>
          <Dialect
            preview={preview}
            onRead={(reading) => onChange(changeReading(changes, reading))}
          />
          <span className="count">
            <b>{count(preview.receipt.loaded)}</b> of {count(preview.receipt.read)} rows will load
          </span>
        </>
      )}
    </section>
  );
}

function Dialect({
  preview,
  onRead,
}: {
  preview: FilePreview;
  onRead: (reading: Omit<DecisionChanges, 'columns' | 'required'>) => void;
}) {
  const { dialect, header, footer } = preview.decisions;
  return (
    <>
      {dialect.kind === 'csv' && (
        <>
          <Pick
            label="Encoding"
            choices={ENCODINGS}
            value={dialect.encoding}
            onChange={(encoding) => onRead({ encoding })}
          />
          <Pick
            label="Fields are separated by"
            choices={DELIMITERS}
            value={dialect.delimiter}
            onChange={(delimiter) => onRead({ delimiter })}
          />
        </>
      )}
      <NumberBox
        label="Header row"
        value={header.row}
        min={0}
        max={1_000}
        onChange={(row) => onRead({ header: { row, rows: row === 0 ? 0 : header.rows || 1 } })}
      />
      {header.row > 0 && (
        <NumberBox
          label="rows"
          value={header.rows}
          min={1}
          max={3}
          onChange={(rows) => onRead({ header: { row: header.row, rows } })}
        />
      )}
      <NumberBox
        label="Footer rows"
        value={footer}
        min={0}
        max={1_000}
        onChange={(rows) => onRead({ footer: rows })}
      />
    </>
  );
}
