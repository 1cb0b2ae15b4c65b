import { Refusal } from '../model/refusal.ts';
import type { SourcePath } from './source-file.ts';

export function damagedZip(source: SourcePath, what: string, cause?: unknown): Refusal {
  return new Refusal('damaged-zip', `The file is damaged or cut short: ${what}.`, {
    hint: 'Copy or download it again, or open it in Excel, repair it and save it.',
    where: { file: source.name },
    cause,
  });
}

export function hostileZip(source: SourcePath, what: string): Refusal {
  return new Refusal('hostile-file', `The file is not read, for safety: ${what}.`, {
    hint: 'No workbook made by Excel does this. Save the data anew from Excel if you trust its source.',
    where: { file: source.name },
  });
}
