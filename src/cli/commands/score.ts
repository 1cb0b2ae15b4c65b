import * as v from 'valibot';
import { tableDefinition } from '../../contract/schemas/tables.ts';
import { formatNumber } from '../../model/format.ts';
import type { Task } from '../../model/project.ts';
import { Refusal } from '../../model/refusal.ts';
import type { ScoringCheck, ScoringSuggestion } from '../../model/scoring.ts';
import type { ScoreDefinition, TableDefinition, TableInfo } from '../../model/table.ts';
import { readJson } from '../../read-json.ts';
import { pairingWords } from '../../workbench/pairing-words.ts';
import { scoringWords, totalsWords } from '../../workbench/scoring-words.ts';
import type { OpenWorkbench } from '../../workbench.ts';
import { askedPairing } from '../asked-pairing.ts';
import {
  type Answer,
  type Arguments,
  type Command,
  listOption,
  positional,
  textOption,
  UsageError,
} from '../command.ts';
import { withProject } from '../open.ts';

export const scoreCommand: Command = {
  name: 'score',
  usage:
    'P.attune [TABLE] [--measure ID] [--answers raw|scored] [--accept FIGURE…] [--as NAME] [--pair T1,T2|first-last --eligible TABLE.PERSON] [--cohort C] [--carry VARIABLE…] [--definition FILE.json] [--dry-run]',
  about: 'applies measures to items; without a table, says what could be scored',
  options: {
    measure: { type: 'string' },
    answers: { type: 'string' },
    accept: { type: 'string', multiple: true },
    as: { type: 'string' },
    pair: { type: 'string' },
    eligible: { type: 'string' },
    cohort: { type: 'string' },
    carry: { type: 'string', multiple: true },
    definition: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  takes: [1, 2],
  async run(args, task) {
    const definition = textOption(args, 'definition');
    const dryRun = args.values['dry-run'] === true;
    const path = positional(args, 0);
    if (definition !== undefined) {
      return withProject(path, 'write', (workbench) => fromFile(workbench, definition, task));
    }
    const table = args.positionals[1];
    if (table === undefined) return withProject(path, 'read', possible);
    return withProject(path, dryRun ? 'read' : 'write', (workbench) =>
      scoreTable(workbench, table, args, task),
    );
  },
};

/** What could be scored, and how. */
function possible(workbench: OpenWorkbench): Answer {
  const found = workbench.suggestScoring({});
  const lines = found.suggestions.flatMap(({ from, measure, score, sentence, notices }) => [
    `${from}: ${measure} (${score.measure})`,
    `  ${sentence}`,
    ...notices.map((notice) => `  ! ${notice}`),
  ]);
  const warnings = found.warnings.map((warning) => `! ${warning}`);
  return {
    json: found,
    text: [...lines, ...warnings].join('\n') || 'No table looks like the items of a measure.',
  };
}

async function scoreTable(
  workbench: OpenWorkbench,
  table: string,
  args: Arguments,
  task: Task,
): Promise<Answer> {
  const measure = textOption(args, 'measure');
  const suggestion = chosen(workbench.suggestScoring({}).suggestions, table, measure);
  const score: ScoreDefinition = { ...suggestion.score, ...askedAnswers(args) };
  const { from } = suggestion;
  if (args.values['dry-run'] === true) {
    const check = workbench.checkScoring({ from, score });
    return { json: { suggestion: { ...suggestion, score }, check }, text: checkText(check) };
  }
  const name = textOption(args, 'as') ?? score.measure.replaceAll('-', '_');
  const scores: TableDefinition = {
    name: `${name}_scores`,
    label: `${suggestion.measure}, scores`,
    unit: 'forms',
    from,
    score,
  };
  const pairs = askedPairing(workbench.project({}), scores, name, args);
  return made(workbench, pairs === null ? [scores] : [scores, pairs], task);
}

/** Table definitions as in evaluation files: scores and pairs, in order. */
async function fromFile(workbench: OpenWorkbench, file: string, task: Task): Promise<Answer> {
  const read = readJson(file, v.union([v.array(tableDefinition), tableDefinition]));
  return made(workbench, [read].flat() as TableDefinition[], task);
}

async function made(
  workbench: OpenWorkbench,
  definitions: readonly TableDefinition[],
  task: Task,
): Promise<Answer> {
  const tables: TableInfo[] = [];
  for (const definition of definitions) {
    tables.push(await workbench.makeTable({ definition }, task));
  }
  return { json: tables, text: tables.flatMap((table) => tableWords(workbench, table)).join('\n') };
}

function tableWords(workbench: OpenWorkbench, { name, rows, unit, origin }: TableInfo): string[] {
  const head = `${name}: ${formatNumber(rows, 'count')} ${unit}`;
  if (origin.made === 'pairs') return [head, ...indented(pairingWords(origin, unit))];
  if (origin.made !== 'scores') return [head];
  const known = workbench
    .measures({})
    .find(({ measure }) => measure.id === origin.measure && measure.version === origin.version);
  const rowsOut = origin.account.outOfRange.map(outOfRangeWords);
  return [
    head,
    ...indented([...scoringWords(origin, known?.measure.name ?? origin.measure), ...rowsOut]),
  ];
}

function outOfRangeWords({
  row,
  variable,
  value,
  table,
}: ScoringCheck['account']['outOfRange'][number]): string {
  const where = table === undefined ? '' : `${table}, `;
  return `${where}row ${row}, ${variable}: ${value} is out of range.`;
}

function checkText({ measure, version, forms, people, times, account }: ScoringCheck): string {
  const at = times.map(({ time, forms: n }) => `${time} ${formatNumber(n, 'count')}`).join(', ');
  return [
    `${measure}, version ${version}: ${formatNumber(forms, 'count')} forms of ${formatNumber(people, 'count')} people (${at}).`,
    ...account.subscales.map(
      ({ name, complete, proRated, notScorable, supplied = 0 }) =>
        `  ${name}: ${complete} complete, ${proRated} pro-rated, ${notScorable} not scorable${supplied > 0 ? `, ${supplied} as given` : ''}.`,
    ),
    ...indented((account.totals ?? []).map(totalsWords)),
    ...indented(account.outOfRange.map(outOfRangeWords)),
    'Nothing was written.',
  ].join('\n');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function chosen(
  suggestions: readonly ScoringSuggestion[],
  table: string,
  measure: string | undefined,
): ScoringSuggestion {
  const own = suggestions.filter(({ from }) => from.toLowerCase() === table.toLowerCase());
  const found = own.find(({ score }) => measure === undefined || score.measure === measure);
  if (found) return found;
  const others = own.map(({ score }) => score.measure);
  throw new Refusal(
    'nothing-to-score',
    `${table} does not look like items of ${measure ?? 'a measure'}.`,
    {
      hint:
        others.length > 0
          ? `It looks like ${others.join(', ')}.`
          : 'Say where the items stand with --definition, as in docs/evaluation-files.md.',
      where: { table },
    },
  );
}

function askedAnswers(args: Arguments): Pick<ScoreDefinition, 'answers' | 'accept'> {
  const answers = textOption(args, 'answers');
  if (answers !== undefined && answers !== 'raw' && answers !== 'scored') {
    throw new UsageError('--answers is raw or scored.');
  }
  const accept = listOption(args, 'accept');
  return {
    ...(answers === undefined ? {} : { answers }),
    ...(accept.length === 0 ? {} : { accept }),
  };
}
