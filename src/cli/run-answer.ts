import { dirname, relative } from 'node:path';
import { plainText } from '../model/rich.ts';
import type { EvaluationRun } from '../run-evaluation.ts';
import { receiptSentence } from '../workbench/import-file.ts';
import type { Answer } from './command.ts';

/** What a run of an evaluation did: receipts, every result in one sentence, and where the files are. */
export function runAnswer(run: EvaluationRun, out: string): Answer {
  const named = run.files.filter((file) => dirname(file) === '.');
  const text = [
    run.title,
    '',
    'Read',
    ...run.receipts.map((receipt) => `  ${receipt.file}: ${receiptSentence(receipt)}`),
    '',
    'Found',
    ...run.results.map((result) => `  ${result.title}: ${plainText(result.sentences.plain)}`),
    '',
    `Wrote into ${out}`,
    `  ${relative(out, run.project)}`,
    ...named.map((file) => `  ${file}`),
    `  charts/ (${run.files.length - named.length} as SVG)`,
  ];
  return {
    json: {
      title: run.title,
      project: run.project,
      files: run.files,
      receipts: run.receipts.map(({ quarantine: _, ...receipt }) => receipt),
      results: run.results,
    },
    text: text.join('\n'),
  };
}
