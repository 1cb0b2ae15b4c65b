import { readCodebook } from '../import/read-codebook.ts';
import { SOURCE_COLUMNS } from '../import/source-columns.ts';
import { withCodebook } from '../import/with-codebook.ts';
import type { ColumnDecision, FileReading } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import type { CodebookMatch } from '../model/reimport.ts';

/** Brings a codebook and a file together. @throws Refusal `no-codebook`, and as either file is refused */
export async function matchCodebook(
  { codebook: path, ...reading }: FileReading & { codebook: string },
  task: Task,
): Promise<CodebookMatch> {
  const codebook = await readCodebook(path);
  const { reading: described, unmatched } = await withCodebook(reading, codebook, task);
  const { codebookOnly, fileOnly } = unmatched.variables;
  const others = new Set<string>([...fileOnly, ...SOURCE_COLUMNS]);
  const columns = described.contract?.columns ?? [];
  return {
    file: codebook.file,
    format: codebook.format,
    columns: columns.filter(({ keep, name }) => keep && !others.has(name)).map(asChange),
    codebookOnly,
    fileOnly,
    values: unmatched.values,
  };
}

/** What a codebook can say; the name and whether the column is loaded stay as they are. */
function asChange({ position, kind, missing, values, label, dateOrder, decimal }: ColumnDecision) {
  return {
    position,
    kind,
    missing,
    ...(values !== undefined && { values }),
    ...(label !== undefined && { label }),
    ...(dateOrder != null && { dateOrder }),
    ...(decimal !== undefined && { decimal }),
  };
}
