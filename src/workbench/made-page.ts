import { ANALYSES } from '../analysis/analyses.ts';
import { APP } from '../app.ts';
import { measureNamed } from '../measures/known-measures.ts';
import { cohortWords, comparedWords, missingWords } from '../model/basis.ts';
import { formatNumber } from '../model/format.ts';
import type { Measure } from '../model/measure.ts';
import { isOffered, type OptionDefinition } from '../model/option.ts';
import type { MadePage } from '../model/report.ts';
import type { OptionValue, Result } from '../model/result.ts';
import { changeWords } from '../model/stale-result.ts';
import type { Origin, TableInfo } from '../model/table.ts';
import { readReceipts } from '../store/imports.ts';
import { readResults } from '../store/results.ts';
import { readTables } from '../store/tables.ts';
import { type Context, projectName } from './context.ts';
import { receiptSentence } from './import-file.ts';
import { ownMeasures } from './measures.ts';
import { pairingWords } from './pairing-words.ts';
import { scoringWords } from './scoring-words.ts';
import { staleResults } from './stale-results.ts';

/** Everything a reader needs to trust the numbers: files, tables, and how each result was made. */
export function madePage(context: Context): MadePage {
  const { db } = context.project;
  const tables = readTables(db);
  const stale = staleResults(context);
  const own = ownMeasures(context);
  return {
    app: APP,
    at: new Date().toISOString(),
    project: projectName(context),
    files: readReceipts(db).map(({ table, importedAt, receipt }) => ({
      name: receipt.file,
      sheet: receipt.sheet,
      sha256: receipt.sha256,
      bytes: receipt.bytes,
      importedAt,
      table,
      receipt: receiptSentence(receipt),
    })),
    tables: tables
      .filter((table) => table.origin.made !== 'import')
      .map((table) => ({
        name: table.name,
        label: table.label,
        rows: table.rows,
        how: howMade(table.origin, table, own),
      })),
    results: readResults(db).map((result) =>
      madeResult(result, changeWords(stale.find(({ id }) => id === result.id))),
    ),
  };
}

function howMade(
  origin: Origin,
  { unit }: Pick<TableInfo, 'unit'>,
  own: readonly Measure[],
): string[] {
  switch (origin.made) {
    case 'import':
      return origin.files.map((file) => `Imported from ${file.name}.`);
    case 'recipe':
      return [`From ${origin.from}.`, ...origin.outcomes.map((outcome) => outcome.sentence)];
    case 'scores': {
      const { name } = measureNamed(origin.measure, origin.version, own);
      return scoringWords(origin, name);
    }
    case 'pairs':
      return pairingWords(origin, unit);
  }
}

function madeResult(result: Result, changed: string): MadePage['results'][number] {
  const { method, n } = result;
  const options = ANALYSES.find((each) => each.id === result.analysis)?.options ?? [];
  return {
    id: result.id,
    title: result.title,
    method: [method.name, method.variant].filter(Boolean).join(', '),
    cohort: [cohortWords(result), comparedWords(result)].filter(Boolean).join('. Compared: '),
    n: formatNumber(n.used, 'count'),
    missing: missingWords(result),
    options: options
      .filter((option) => isOffered(option, options, result.options))
      .flatMap((option) => optionWords(option, result.options[option.key] ?? null))
      .join('; '),
    changed,
  };
}

function optionWords(option: OptionDefinition, value: OptionValue): string[] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
  if (option.type === 'number' && value === 0 && option.zero !== undefined) return [];
  const choice =
    option.type === 'choice'
      ? option.choices.find((each) => each.value === value)?.label
      : undefined;
  const words = choice ?? (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
  return [`${option.label}: ${Array.isArray(value) ? value.join(', ') : words}`];
}
