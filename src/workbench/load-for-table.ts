import { loadFile } from '../import/load-file.ts';
import type { ContractDrift } from '../model/drift.ts';
import type { ImportDecisions, LoadedFile } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import type { ImportRequest } from '../model/reimport.ts';
import { addBlanks } from '../reimport/add-blanks.ts';
import { withSeenValues } from '../reimport/value-drift.ts';
import { refuseAgain } from './already-imported.ts';
import type { Context } from './context.ts';
import { readExtract } from './read-extract.ts';

export interface LoadedForTable extends LoadedFile {
  drift: ContractDrift | null;
}

/**
 * Reads a file for a table of its own: under its contract, if it is given one, which it has to keep to.
 * @throws Refusal `contract-drift`, `already-imported`; otherwise as loadFile
 */
export async function loadForTable(
  context: Context,
  request: ImportRequest,
  task: Task,
): Promise<LoadedForTable> {
  const { contract, acceptDrift: accept = false } = request;
  const extract = contract
    ? await readExtract(request, { contract, strict: true, accept }, task)
    : { ...(await loadFile(request, task)), drift: null, missing: [] };
  refuseAgain(context, extract.receipt, request);
  const loaded = addBlanks(extract, extract.missing);
  return { ...loaded, decisions: rememberedDecisions(request, loaded) };
}

/** The decisions as the next extract will be checked against them. */
export function rememberedDecisions(
  { changes, contract }: ImportRequest,
  { decisions, frame }: Pick<LoadedFile, 'decisions' | 'frame'>,
): ImportDecisions {
  const isChosen = changes?.footer !== undefined || contract?.footerChosen === true;
  return {
    ...decisions,
    ...(isChosen && { footerChosen: true }),
    columns: withSeenValues(decisions.columns, frame),
  };
}
