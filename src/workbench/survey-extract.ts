import { previewFile } from '../import/preview-file.ts';
import type {
  DecisionChanges,
  FilePreview,
  FileReading,
  ImportDecisions,
} from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { extractColumns } from '../reimport/extract-column.ts';
import { pairColumns } from '../reimport/pair-columns.ts';

/**
 * Reads an extract without its contract, to see what it says by itself: laid out as the contract says
 * where all its columns are found so, else as the file itself suggests.
 * @throws Refusal as previewFile does
 */
export async function surveyExtract(
  reading: FileReading,
  contract: ImportDecisions,
  task: Task,
): Promise<FilePreview> {
  const { contract: _, ...bare } = reading;
  let asSaved: FilePreview | undefined;
  try {
    const changes = { ...savedLayout(contract), ...reading.changes };
    asSaved = await previewFile({ ...bare, changes }, task);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'cancelled') throw error;
  }
  if (asSaved && found(contract, asSaved) === contract.columns.length) return asSaved;
  const asItself = await previewFile(bare, task).catch((error: unknown) => {
    if (asSaved && error instanceof Refusal && error.code !== 'cancelled') return undefined;
    throw error;
  });
  if (!asSaved || !asItself) return (asItself ?? asSaved) as FilePreview;
  return found(contract, asItself) > found(contract, asSaved) ? asItself : asSaved;
}

/** Everything of the contract but the columns; the encoding is proven anew each time. */
function savedLayout({ dialect, header, footer, footerChosen }: ImportDecisions): DecisionChanges {
  return {
    header,
    ...(footerChosen === true ? { footer } : {}),
    ...(dialect.kind === 'csv'
      ? {
          delimiter: dialect.delimiter,
          ...(dialect.quoting && { quoting: dialect.quoting }),
          ...(dialect.comments && { comments: dialect.comments }),
        }
      : { sheet: dialect.sheet }),
  };
}

function found(contract: ImportDecisions, preview: FilePreview): number {
  return pairColumns(contract.columns, extractColumns(preview)).same.length;
}
