import type { ImportComparison, ImportMode, ImportRequest } from '../model/reimport.ts';
import { comparisonSentence } from '../workbench/import-words.ts';
import { type Arguments, listOption, textOption, UsageError } from './command.ts';

const MODES: readonly ImportMode[] = ['new', 'replace', 'append', 'update'];

export type ImportTarget = Pick<
  ImportRequest,
  'mode' | 'key' | 'blanksOverwrite' | 'acceptDrift' | 'again'
>;

/** The options that say how a file goes into a table, as the parser takes them. */
export const TARGET_OPTIONS = {
  mode: { type: 'string' },
  key: { type: 'string', multiple: true },
  'blanks-overwrite': { type: 'boolean' },
  'accept-drift': { type: 'boolean' },
  again: { type: 'boolean' },
} as const;

/** How a file goes into a table, as the command line asks for it. @throws UsageError */
export function askedTarget(args: Arguments): ImportTarget & { mode: ImportMode } {
  const given = textOption(args, 'mode') ?? 'new';
  const mode = MODES.find((each) => each === given);
  if (mode === undefined) throw new UsageError(`--mode is one of ${MODES.join(', ')}.`);
  const key = listOption(args, 'key');
  if (mode === 'update' && key.length === 0) {
    throw new UsageError('--mode update needs --key: the columns that tell one row from another.');
  }
  if (key.length > 0 && mode !== 'update' && mode !== 'replace') {
    throw new UsageError('--key goes with --mode update or replace.');
  }
  if (args.values['blanks-overwrite'] === true && mode !== 'update') {
    throw new UsageError('--blanks-overwrite goes with --mode update.');
  }
  const on = (name: string) => args.values[name] === true;
  return {
    mode,
    ...(key.length > 0 && { key }),
    ...(on('blanks-overwrite') && { blanksOverwrite: true }),
    ...(on('accept-drift') && { acceptDrift: true }),
    ...(on('again') && { again: true }),
  };
}

/** What an import does to a table, line by line. */
export function comparisonLines(comparison: ImportComparison): string[] {
  const { drift, changes, cells, columns, mode } = comparison;
  const more = cells.changed - changes.length;
  return [
    comparisonSentence(comparison),
    ...(drift?.findings ?? []).map(({ sentence }) => `  ${sentence}`),
    ...(mode !== 'new' && columns.lacking.length > 0
      ? [`  Not in this file: ${columns.lacking.join(', ')}.`]
      : []),
    ...changes.map(
      ({ key, row, variable, from, to }) =>
        `  ${key.join(' + ')} (row ${row}), ${variable}: ${from || '(empty)'} → ${to || '(empty)'}`,
    ),
    ...(more > 0 ? [`  and ${more} more changed cells`] : []),
  ];
}
