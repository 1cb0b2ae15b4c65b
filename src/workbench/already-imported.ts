import type { ImportNotice, Receipt } from '../model/receipt.ts';
import { Refusal } from '../model/refusal.ts';
import type { ImportRequest } from '../model/reimport.ts';
import { readReceipts } from '../store/imports.ts';
import type { Context } from './context.ts';

type Identity = Pick<Receipt, 'file' | 'sheet' | 'sha256'>;

/** The import that brought the same bytes (of the same sheet) into the project; undefined when none did. */
export function earlierImport(context: Context, { sha256, sheet }: Identity) {
  return readReceipts(context.project.db).find(
    ({ receipt }) => receipt.sha256 === sha256 && receipt.sheet === sheet,
  );
}

/** @throws Refusal `already-imported` unless the request says `again` */
export function refuseAgain(context: Context, file: Identity, request: ImportRequest): void {
  const known = earlierImport(context, file);
  if (!known || request.again === true) return;
  const { table, importedAt, receipt } = known;
  throw new Refusal(
    'already-imported',
    `The same file is in the project already: ${receipt.file}, imported into ${table} on ${importedAt.slice(0, 10)}.`,
    {
      hint: 'To import it all the same, say so (--again).',
      where: { file: file.file, ...(file.sheet === null ? {} : { sheet: file.sheet }) },
      details: { table, importedAt, file: receipt.file },
    },
  );
}

/** The same as something to know before the import. */
export function againNotice(context: Context, file: Identity): ImportNotice[] {
  const known = earlierImport(context, file);
  if (!known) return [];
  const { table, importedAt, receipt } = known;
  const text = `The same file is in the project already: ${receipt.file}, imported into ${table} on ${importedAt.slice(0, 10)}.`;
  return [{ code: 'already-imported', text }];
}
