import type { FilePreview } from '../../src/model/importing.ts';
import { count } from '../words.ts';
import { Segments } from './segments.tsx';

/** The sheets of a workbook with their sizes; for a text file, what it was taken for. */
export function SheetTabs({
  preview,
  onSheet,
}: {
  preview: FilePreview;
  onSheet: (sheet: string) => void;
}) {
  const { dialect } = preview.decisions;
  const { sheets } = preview.file;
  return (
    <header>
      {dialect.kind === 'xlsx' ? (
        <Segments
          label="Sheet"
          choices={sheets.map((sheet) => ({
            id: sheet.name,
            label: `${sheet.name} ${count(sheet.rows)} × ${count(sheet.columns)}${
              sheet.state === 'visible' ? '' : ' (hidden)'
            }`,
          }))}
          value={dialect.sheet}
          onChange={onSheet}
        />
      ) : (
        <h2>Rows of the file</h2>
      )}
      <span className="note right">first rows, then only rows with something to see</span>
    </header>
  );
}
