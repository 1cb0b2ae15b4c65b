import type { ImportPreview, ImportRequest } from '../src/model/reimport.ts';
import { focusSoon } from './focus-soon.ts';
import { dropIncoming, incomingName } from './import-queue.ts';
import { type Incoming, type Session, UNDO } from './session.ts';
import { count } from './words.ts';

/** Loads what the import page shows, goes on with the next table, and offers the way back. */
export async function importShown(
  session: Session,
  unit: Incoming,
  { receipt: seen }: ImportPreview,
  request: ImportRequest,
): Promise<void> {
  const done = await session.change(`Importing ${incomingName(unit)}`, (options) =>
    session.client.importFile(request, options),
  );
  if (done === undefined) return;
  dropIncoming(session, unit.id);
  const { table, receipt } = done;
  session.set({ receipt: table.name, table: table.name, draft: [] });
  const hasNext = session.get().importing.length > 0;
  focusSoon(
    hasNext
      ? '.queue [data-selected], .import .head .btn:not([disabled])'
      : '.sourcelist [data-selected]',
  );
  session.say(
    `Imported ${seen.file}: ${count(receipt.loaded)} of ${count(receipt.read)} rows are in ${table.label}.`,
    { label: UNDO, run: () => void undoImport(session, table.name, table.label) },
  );
}

/** Takes the last import into a table back, whole. */
export async function undoImport(session: Session, table: string, label: string): Promise<void> {
  const project = await session.change(`Undoing the import into ${label}`, () =>
    session.client.undoImport({ table }),
  );
  if (project === undefined) return;
  const left = project.tables.find(({ name }) => name === table);
  session.set({ draft: [], ...(left === undefined && { table: null, receipt: null }) });
  session.say(
    left === undefined
      ? `Undone: ${label} is gone. Its file was not touched.`
      : `Undone: ${label} has its ${count(left.rows)} ${left.unit} of before.`,
  );
}
