import type { SheetInfo } from '../../../src/model/importing.ts';
import { dropIncoming, incomingOf, sheetUnits } from '../../import-queue.ts';
import { useShownImport } from '../../use-import.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { Check } from '../check.tsx';

const STATE: Record<SheetInfo['state'], string> = {
  visible: '',
  hidden: 'hidden',
  veryHidden: 'very hidden',
};

/** The sheets of a workbook: a tick imports one, its name shows it. For a text file, a heading. */
export function SheetTabs() {
  const session = useSession();
  const { unit, preview } = useShownImport();
  const queue = useSelect((state) => state.importing);
  const { sheets } = preview.file;
  const shown = preview.receipt.sheet;
  if (sheets.length === 0 || unit.stack !== undefined) return <h2>Rows of the file</h2>;
  const units = sheetUnits(queue, unit.token);
  const unitOf = (name: string) =>
    units.find((other) => other.sheet === name) ?? (name === shown ? unit : undefined);
  const add = (name: string) => {
    const { id: _, stack: __, ...file } = unit;
    const added = incomingOf({ ...file, sheet: name });
    const at = queue.findLastIndex(({ token }) => token === unit.token) + 1;
    // The sheet that is shown is named, so that it stays what it is beside the others.
    const named = queue.map((other) =>
      other.id === unit.id && shown !== null ? { ...other, sheet: shown } : other,
    );
    session.set({ importing: named.toSpliced(at, 0, added) });
    return added;
  };
  const show = (name: string) => {
    const there = unitOf(name);
    if (there !== undefined) {
      session.set({ incoming: there.id });
      return;
    }
    // Another sheet is another file: nothing that was decided about this one holds for it.
    const { [unit.id]: _, ...drafts } = session.get().drafts;
    session.set({
      drafts,
      importing: queue.map((other) => (other.id === unit.id ? { ...other, sheet: name } : other)),
    });
  };
  return (
    <fieldset className="sheettabs" aria-label="Sheets of the workbook">
      {sheets.map(({ name, state, rows, columns }) => {
        const ticked = unitOf(name);
        return (
          <span key={name} className={name === shown ? 'sheettab on' : 'sheettab'}>
            <Check
              label={<span className="hidden-text">Import {name}</span>}
              isSelected={ticked !== undefined}
              onChange={(tick) => {
                if (tick) add(name);
                else if (ticked !== undefined && units.length > 1) dropIncoming(session, ticked.id);
              }}
            />
            <button type="button" aria-pressed={name === shown} onClick={() => show(name)}>
              {name}{' '}
              <span className="n">
                {count(rows)} × {count(columns)}
              </span>
              {state !== 'visible' && <span className="tag">{STATE[state]}</span>}
            </button>
          </span>
        );
      })}
    </fieldset>
  );
}
