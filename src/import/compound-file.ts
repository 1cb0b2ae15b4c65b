import { Refusal } from '../model/refusal.ts';
import { fileBlocks, type SourcePath } from './source-file.ts';

const PROTECTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Says what a file in Microsoft's compound format is: a workbook behind a password, or an old .xls.
 * @throws Refusal always: `protected-workbook` or `old-excel`
 */
export function refuseCompoundFile(source: SourcePath): never {
  const where = { file: source.name };
  if (holds(source.path, PROTECTED)) {
    throw new Refusal('protected-workbook', 'The workbook is protected by a password.', {
      hint: 'Open it in Excel, remove the password (File, Info, Protect Workbook), save it and import it again.',
      where,
    });
  }
  throw new Refusal('old-excel', 'This is an old Excel workbook (.xls), from before 2007.', {
    hint: 'Open it in Excel or LibreOffice, save it as .xlsx and import that.',
    where,
  });
}

function holds(path: string, wanted: Buffer): boolean {
  let carry = Buffer.alloc(0);
  for (const block of fileBlocks(path)) {
    const joined = Buffer.concat([carry, block]);
    if (joined.includes(wanted)) return true;
    carry = joined.subarray(Math.max(0, joined.length - wanted.length));
  }
  return false;
}
