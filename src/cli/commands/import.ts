import { basename, extname } from 'node:path';
import { importDecisions } from '../../contract/schemas.ts';
import { previewFile } from '../../import/preview-file.ts';
import type { FileReading, ImportDecisions, Receipt } from '../../model/importing.ts';
import { readJson } from '../../read-json.ts';
import { receiptSentence } from '../../workbench/import-file.ts';
import { writeFileWhole } from '../../write-file.ts';
import { type Arguments, type Command, positional, textOption, UsageError } from '../command.ts';
import { withProject } from '../open.ts';

export const importCommand: Command = {
  name: 'import',
  usage:
    'P.attune FILE… [--sheet S] [--table T] [--contract C.json] [--save-contract C.json] [--dry-run]',
  about: 'import files, one table each',
  options: {
    sheet: { type: 'string' },
    table: { type: 'string' },
    contract: { type: 'string' },
    'save-contract': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  takes: [2, Number.POSITIVE_INFINITY],
  async run(args, task) {
    const files = args.positionals.slice(1);
    const only = ['table', 'save-contract'].find((name) => args.values[name] !== undefined);
    if (files.length > 1 && only) throw new UsageError(`--${only} goes with one file.`);
    const readings = files.map((file) => reading(file, args));

    if (args.values['dry-run'] === true) {
      const previews = [];
      for (const each of readings) previews.push(await previewFile(each, task));
      keepContract(args, previews[0]?.decisions);
      return {
        json: previews.map(({ receipt, decisions, questions }) => ({
          receipt,
          decisions,
          questions,
        })),
        text: previews.map(({ receipt, questions }) => summary(receipt, questions)).join('\n'),
      };
    }
    return withProject(positional(args, 0), 'write', async (workbench) => {
      const imported = [];
      for (const each of readings) {
        const table = textOption(args, 'table') ?? tableName(each.file);
        imported.push(await workbench.importFile({ ...each, table }, task));
      }
      keepContract(args, imported[0]?.decisions);
      return {
        json: imported.map(({ table, receipt }) => ({ table: table.name, receipt })),
        text: imported.map(({ receipt }) => summary(receipt, [])).join('\n'),
      };
    });
  },
};

function reading(file: string, args: Arguments): FileReading {
  const sheet = textOption(args, 'sheet');
  const contract = textOption(args, 'contract');
  return {
    file,
    ...(contract ? { contract: readJson(contract, importDecisions) as ImportDecisions } : {}),
    ...(sheet ? { changes: { sheet } } : {}),
  };
}

function keepContract(args: Arguments, decisions: ImportDecisions | undefined): void {
  const path = textOption(args, 'save-contract');
  if (path && decisions) writeFileWhole(path, `${JSON.stringify(decisions, null, 2)}\n`);
}

function summary(
  receipt: Receipt,
  questions: readonly { question: string; why: string }[],
): string {
  return [
    `${receipt.file}: ${receiptSentence(receipt)}`,
    ...receipt.problems.map(
      (each) => `  ${each.column}: ${each.n} × ${each.reason}, first in row ${each.firstRow}`,
    ),
    ...receipt.quarantine.map((each) => `  row ${each.row} quarantined: ${each.reason}`),
    ...questions.map((each) => `  to decide: ${each.question} ${each.why}`),
  ].join('\n');
}

function tableName(file: string): string {
  const stem = basename(file, extname(file)).toLowerCase();
  return stem.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'table';
}
