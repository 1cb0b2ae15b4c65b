import { loadFile } from '../../../src/import/load-file.ts';
import { previewFile } from '../../../src/import/preview-file.ts';
import { valueAt } from '../../../src/model/column.ts';
import type { LoadedFile } from '../../../src/model/importing.ts';
import { UNWATCHED } from '../../../src/model/project.ts';
import type { Receipt } from '../../../src/model/receipt.ts';

/** What is wrong with the sums of a file of which so many rows were counted, if that could be done. */
export async function sumsFault(
  path: string,
  counted: number | undefined,
): Promise<string | undefined> {
  const { receipt, questions } = await previewFile({ file: path }, UNWATCHED);
  const fault = receiptFault(receipt);
  if (fault) return fault;
  if (receipt.read !== (counted ?? receipt.read))
    return `${receipt.read} rows read, ${counted} counted`;
  if (questions.length > 0) return undefined;
  const loaded = await loadFile({ file: path }, UNWATCHED);
  if (loaded.receipt.loaded !== receipt.loaded) return 'preview and load differ';
  return loadFault(loaded);
}

function receiptFault(receipt: Receipt): string | undefined {
  const { read, loaded, quarantined, skipped, blank, cells, quarantine } = receipt;
  if (read !== loaded + quarantined + skipped + blank) return 'rows do not add up';
  if (quarantine.length !== quarantined) return 'not all quarantined rows are kept';
  const sum = cells.typed + cells.missing + cells.empty + cells.asText;
  return cells.total === sum ? undefined : 'cells do not add up';
}

/** The receipt against what was loaded. */
function loadFault({ frame, notes, receipt }: LoadedFile): string | undefined {
  const { loaded, cells } = receipt;
  if (frame.rows !== loaded) return `${frame.rows} rows in the frame, ${loaded} loaded`;
  let values = 0;
  for (const column of frame.columns) {
    for (let row = 0; row < frame.rows; row++) if (valueAt(column, row) !== null) values++;
  }
  if (values !== cells.typed) return `${values} values, ${cells.typed} typed`;
  const noted = (wanted: string) => notes.filter(({ kind }) => kind === wanted).length;
  if (noted('problem') !== cells.asText) return 'not every problem cell has its note';
  return noted('missing-code') === cells.missing ? undefined : 'a missing code has no note';
}
