import { basename, extname } from 'node:path';
import type { QualitySummary } from '../../contract/methods/quality.ts';
import { importDecisions } from '../../contract/schemas/imports.ts';
import type { Unmatched } from '../../import/apply-codebook.ts';
import { previewFile } from '../../import/preview-file.ts';
import { unmatchedLines } from '../../import/with-codebook.ts';
import type { FileReading, ImportDecisions } from '../../model/importing.ts';
import type { Receipt } from '../../model/receipt.ts';
import { readJson } from '../../read-json.ts';
import { receiptSentence } from '../../workbench/import-file.ts';
import { writeFileWhole } from '../../write-file.ts';
import { askedChanges, CHANGE_OPTIONS } from '../asked-changes.ts';
import { type Arguments, type Command, positional, textOption, UsageError } from '../command.ts';
import { askedReadings } from '../import-readings.ts';
import { askedTarget, comparisonLines, TARGET_OPTIONS } from '../import-target.ts';
import { withProject } from '../open.ts';
import { previewLines } from '../preview-lines.ts';

export const importCommand: Command = {
  name: 'import',
  usage:
    'P.attune FILE… [--sheet S] [--encoding E] [--delimiter D] [--quote Q] [--escape E] [--comments C] [--header ROWS] [--footer N] [--table T] [--stack] [--codebook FILE] [--contract C.json] [--save-contract C.json] [--mode new|replace|append|update] [--key COL…] [--blanks-overwrite] [--accept-drift] [--again] [--dry-run]',
  about: 'import files, one table each, or stacked as one',
  options: {
    ...CHANGE_OPTIONS,
    table: { type: 'string' },
    stack: { type: 'boolean' },
    codebook: { type: 'string' },
    contract: { type: 'string' },
    ...TARGET_OPTIONS,
    'save-contract': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  takes: [2, Number.POSITIVE_INFINITY],
  async run(args, task) {
    const files = args.positionals.slice(1);
    const only = ['table', 'save-contract'].find((name) => args.values[name] !== undefined);
    if (files.length > 1 && only && args.values.stack !== true)
      throw new UsageError(`--${only} goes with one file.`);
    const read = files.map((file) => reading(file, args));
    const asked = await askedReadings(read, args, task);
    const readings = asked.map((each) => each.reading);
    const target = askedTarget(args);
    const isChecked = target.mode !== 'new' || read.some(({ contract }) => contract);

    if (args.values['dry-run'] === true && isChecked) {
      return withProject(positional(args, 0), 'read', async (workbench) => {
        const compared = [];
        for (const each of readings) {
          const table = textOption(args, 'table') ?? tableName(each.file);
          compared.push(await workbench.compareImport({ ...each, ...target, table }, task));
        }
        keepContract(args, compared[0]?.decisions);
        return {
          json: compared,
          text: compared
            .map((each, i) =>
              [...comparisonLines(each), summary(each.receipt, [], asked[i]?.unmatched)].join('\n'),
            )
            .join('\n'),
        };
      });
    }
    if (args.values['dry-run'] === true) {
      const previews = [];
      for (const each of readings) previews.push(await previewFile(each, task));
      keepContract(args, previews[0]?.decisions);
      return {
        json: previews.map(({ file, receipt, decisions, columns, questions }, i) => ({
          file,
          receipt,
          decisions,
          columns,
          questions,
          unmatched: asked[i]?.unmatched,
        })),
        text: previews
          .map((preview, i) =>
            [
              summary(preview.receipt, preview.questions, asked[i]?.unmatched),
              ...previewLines(preview).map((line) => `  ${line}`),
            ].join('\n'),
          )
          .join('\n'),
      };
    }
    return withProject(positional(args, 0), 'write', async (workbench) => {
      const imported = [];
      for (const each of readings) {
        const table = textOption(args, 'table') ?? tableName(each.file);
        imported.push(await workbench.importFile({ ...each, ...target, table }, task));
      }
      keepContract(args, imported[0]?.decisions);
      return {
        json: imported.map(({ table, receipt, drift, comparison, quality }) => ({
          table: table.name,
          receipt,
          quality,
          ...(drift && { drift }),
          ...(comparison && { comparison }),
        })),
        text: imported
          .map(({ receipt, comparison, quality }, i) =>
            [
              ...(comparison ? comparisonLines(comparison) : []),
              summary(receipt, [], asked[i]?.unmatched),
              `  ${qualitySentence(quality)}`,
            ].join('\n'),
          )
          .join('\n'),
      };
    });
  },
};

function qualitySentence({ rules, findings, open }: QualitySummary): string {
  return `${rules} quality rules: ${findings} found something, ${open} of them more than information.`;
}

function reading(file: string, args: Arguments): FileReading {
  const changes = askedChanges(args);
  const contract = textOption(args, 'contract');
  return {
    file,
    ...(contract ? { contract: readJson(contract, importDecisions) as ImportDecisions } : {}),
    ...(changes ? { changes } : {}),
  };
}

function keepContract(args: Arguments, decisions: ImportDecisions | undefined): void {
  const path = textOption(args, 'save-contract');
  if (path && decisions) writeFileWhole(path, `${JSON.stringify(decisions, null, 2)}\n`);
}

function summary(
  receipt: Receipt,
  questions: readonly { question: string; why: string }[],
  unmatched?: Unmatched,
): string {
  return [
    `${receipt.file}: ${receiptSentence(receipt)}`,
    ...receipt.problems.map(
      (each) => `  ${each.column}: ${each.n} × ${each.reason}, first in row ${each.firstRow}`,
    ),
    ...receipt.quarantine.map((each) => `  row ${each.row} quarantined: ${each.reason}`),
    ...(receipt.notices ?? []).map(({ text }) => `  ${text}`),
    ...(unmatched ? unmatchedLines(unmatched).map((line) => `  ${line}`) : []),
    ...questions.map((each) => `  to decide: ${each.question} ${each.why}`),
  ].join('\n');
}

function tableName(file: string): string {
  const stem = basename(file, extname(file)).toLowerCase();
  return stem.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'table';
}
