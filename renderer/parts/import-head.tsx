import { type ReactNode, useState } from 'react';
import type { FilePreview } from '../../src/model/importing.ts';
import { tableLabelFrom, tableNameFrom } from '../import-changes.ts';
import type { Incoming } from '../session.ts';
import { useSelect } from '../use-session.ts';
import { LiveText } from './text-field.tsx';

/** What the new table will be called, and what one of its rows is. */
export interface ImportTarget {
  table: string;
  label: string;
  unit: string;
}

export function ImportHead({
  file,
  preview,
  children,
}: {
  file: Incoming;
  preview: FilePreview;
  children: (target: ImportTarget) => ReactNode;
}) {
  const project = useSelect((state) => state.project);
  const proposed = tableLabelFrom(file.name, preview.receipt.sheet);
  const [label, setLabel] = useState(proposed);
  const [unit, setUnit] = useState('');
  const taken = project?.tables.map(({ name }) => name) ?? [];
  const words = label.trim() || proposed;
  const { encodingEvidence, delimiterEvidence, dateSystem } = preview.file;
  const evidence = [
    encodingEvidence,
    delimiterEvidence,
    dateSystem === null ? '' : `dates counted from ${dateSystem}`,
  ].filter((part) => part !== '');
  return (
    <>
      <div className="head">
        <h1>Import</h1>
        <span className="note cut" title={evidence.join(' · ')}>
          {evidence.join(' · ')}
        </span>
        <span className="actions inline">
          <LiveText label="into table" value={label} onChange={setLabel} />
          <LiveText label="rows are" value={unit} onChange={setUnit} placeholder="people, visits" />
        </span>
      </div>
      {children({
        table: tableNameFrom(words, taken),
        label: words,
        unit: unit.trim() || 'rows',
      })}
    </>
  );
}
