import type { FileReading } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { applyCodebook, type Unmatched } from './apply-codebook.ts';
import type { Codebook } from './codebook.ts';
import { readFile } from './read-file.ts';

/**
 * Reads a file and gives the reading that brings in a codebook: its decisions are the contract of the
 * reading. Changes that a person made go before the codebook.
 * @throws Refusal as readFile does
 */
export async function withCodebook(
  reading: FileReading,
  codebook: Codebook,
  task: Task,
): Promise<{ reading: FileReading; unmatched: Unmatched }> {
  const { decisions, columns } = await readFile(reading, task);
  const { decisions: contract, unmatched } = applyCodebook(decisions, codebook, (position) => {
    const counts = new Map<string, number>();
    const profile = columns[position]?.profile;
    for (const code of profile?.used ?? []) {
      counts.set(profile?.values.dictionary[code] ?? '', profile?.counts[code] ?? 0);
    }
    return counts;
  });
  return { reading: { ...reading, contract }, unmatched };
}

/** "The codebook describes 12 columns that are not there: …", one sentence a line. */
export function unmatchedLines({ variables, values }: Unmatched): string[] {
  const list = (names: readonly string[]) =>
    names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '');
  const { codebookOnly, fileOnly } = variables;
  return [
    ...(codebookOnly.length > 0 ? [`in the codebook, not in the file: ${list(codebookOnly)}`] : []),
    ...(fileOnly.length > 0 ? [`in the file, not in the codebook: ${list(fileOnly)}`] : []),
    ...values.flatMap(({ variable, unlabelled, unused }) => [
      ...(unlabelled.length > 0
        ? [
            `${variable}: without a label ${list(unlabelled.map(({ value, n }) => `${value} (${n})`))}`,
          ]
        : []),
      ...(unused.length > 0
        ? [
            `${variable}: labelled, in no cell ${list(unused.map(({ value, label }) => `${value} ${label}`))}`,
          ]
        : []),
    ]),
  ];
}
