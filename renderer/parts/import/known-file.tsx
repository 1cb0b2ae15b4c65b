import type { ImportPreview } from '../../../src/model/reimport.ts';
import { useShownImport } from '../../use-import.ts';
import { useSelect } from '../../use-session.ts';
import { dayOf } from '../../words.ts';
import { Check } from '../check.tsx';

/** The same bytes are in the project: nothing is loaded twice unless a person says so. */
export function KnownFile({ known }: { known: NonNullable<ImportPreview['known']> }) {
  const { draft, aim } = useShownImport();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const label = tables.find(({ name }) => name === known.table)?.label ?? known.table;
  return (
    <div className="ask">
      <p>
        <span className={draft.target.again ? 'tag' : 'tag caution'}>! Known file</span>
        <b>This file is in the project already.</b>
        <span className="why">
          Its content was imported into {label}: {dayOf(known.importedAt).toLowerCase()}. Imported a
          second time, its rows may stand there twice.
        </span>
      </p>
      <Check
        label="Import it again all the same"
        isSelected={draft.target.again}
        onChange={(again) => aim({ again })}
      />
    </div>
  );
}
