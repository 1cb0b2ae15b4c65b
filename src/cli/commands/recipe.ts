import { steps as stepsSchema } from '../../contract/schemas/tables.ts';
import type { CellHistory, CheckedStep, StepDiff } from '../../model/recipe.ts';
import { refusalSentence } from '../../model/refusal.ts';
import type { Step, TableInfo } from '../../model/table.ts';
import { readJson } from '../../read-json.ts';
import { type Command, numberOption, positional, textOption, UsageError } from '../command.ts';
import { withProject } from '../open.ts';

export const recipeCommand: Command = {
  name: 'recipe',
  usage:
    'P.attune TABLE [--steps FILE.json] [--as NAME] [--dry-run] [--step N] [--cell ROW.VARIABLE]',
  about: 'the cleaning steps of a table; change them, or make a cleaned table with --as',
  options: {
    steps: { type: 'string' },
    as: { type: 'string' },
    'dry-run': { type: 'boolean' },
    step: { type: 'string' },
    cell: { type: 'string' },
  },
  takes: [2, 2],
  run: (args, task) => {
    const name = positional(args, 1);
    const file = textOption(args, 'steps');
    const as = textOption(args, 'as');
    const cell = textOption(args, 'cell');
    const dry = args.values['dry-run'] === true;
    if (as !== undefined && file === undefined) throw new UsageError('--as goes with --steps.');
    const given = file === undefined ? undefined : (readJson(file, stepsSchema) as Step[]);
    const mode = given && !dry ? 'write' : 'read';
    return withProject(positional(args, 0), mode, async (workbench) => {
      const table = tableOf(workbench.project({}).tables, name);
      if (cell !== undefined) {
        const history = workbench.cellHistory({ table: table.name, ...readCell(cell) });
        return { json: history, text: cellText(history) };
      }
      if (given && !dry) {
        const { name: own, label, unit } = table;
        const definition = { name: as ?? own, label: as ?? label, unit, from: own, steps: given };
        const made =
          as === undefined
            ? await workbench.changeRecipe({ table: own, steps: given }, task)
            : await workbench.makeTable({ definition }, task);
        const outcomes = made.origin.made === 'recipe' ? made.origin.outcomes : [];
        return { json: made, text: stepsText(outcomes) };
      }
      const isMade = table.origin.made === 'recipe' && as === undefined;
      const own = table.origin.made === 'recipe' ? table.origin.steps : [];
      const step = textOption(args, 'step') && numberOption(args, 'step', 1) - 1;
      const checked = workbench.previewRecipe({
        from: isMade && table.origin.made === 'recipe' ? table.origin.from : table.name,
        steps: given ?? own,
        ...(typeof step === 'number' ? { step } : {}),
      });
      const text = [
        stepsText(checked.steps),
        ...(checked.preview ? [diffText(checked.preview)] : []),
      ];
      const refused = checked.steps.some((each) => each.refused);
      return {
        json: { recipe: given ?? own, ...checked },
        text: text.join('\n\n'),
        ...(refused && { exitCode: 1 as const }),
      };
    });
  },
};

export const remakeCommand: Command = {
  name: 'remake',
  usage: 'P.attune [TABLE…]',
  about:
    'make tables again from what their sources are now: those named, or all that are out of date',
  options: {},
  takes: [1, 1_000],
  run: (args, task) =>
    withProject(positional(args, 0), 'write', async (workbench) => {
      const tables = args.positionals.slice(1);
      const made = await workbench.remakeTables(tables.length > 0 ? { tables } : {}, task);
      const lines = made.tables.flatMap(({ table, rowsBefore, rowsAfter, notes, newValues }) => [
        `${table}: ${rowsAfter} rows, before ${rowsBefore}`,
        ...notes.map((note) => `  ${note}`),
        ...newValues.map(
          ({ label, values }) =>
            `  new in ${label}: ${values.map(({ value, n }) => `“${value}” ${n}`).join(', ')}`,
        ),
      ]);
      return { json: made, text: lines.join('\n') || 'No table is out of date.' };
    }),
};

function tableOf(tables: readonly TableInfo[], name: string): TableInfo {
  const found = tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new UsageError(`There is no table called “${name}”.`);
}

function readCell(text: string): { row: number; variable: string } {
  const [, row, variable] = /^(\d+)\.(.+)$/.exec(text) ?? [];
  if (row && variable) return { row: Number(row), variable };
  throw new UsageError('--cell takes a row and a variable: 12.age');
}

function stepsText(
  steps: readonly Pick<CheckedStep, 'sentence' | 'notes' | 'refused' | 'conflict'>[],
): string {
  const lines = steps.flatMap(({ sentence, notes = [], refused, conflict }, at) => [
    `${String(at + 1).padStart(3)}  ${refused ? `refused: ${refusalSentence(refused)}` : sentence}`,
    ...(conflict
      ? [
          `     step ${conflict.madeBy + 1} ${conflict.why === 'gone' ? 'takes away' : 'makes'} ${conflict.variable} (${conflict.why})`,
        ]
      : []),
    ...notes.map((note) => `     ${note}`),
  ]);
  return lines.join('\n') || 'No steps.';
}

function diffText({ step, rowsBefore, rowsAfter, changed, added, gone }: StepDiff): string {
  const value = (text: string | null, why: string | null) =>
    text === null ? `(${why ?? 'missing'})` : `“${text}”`;
  return [
    `Step ${step + 1}: ${rowsAfter} rows, before ${rowsBefore}`,
    ...added.map(
      ({ label, top }) =>
        `+ ${label}: ${top.map((each) => `${each.value ?? '(missing)'} ${each.n}`).join(', ')}`,
    ),
    ...gone.map((label) => `- ${label}`),
    ...changed.flatMap(({ label, cells, changes }) => [
      `${label}: ${cells} cells`,
      ...changes.map(({ from, to, why, n }) => `  ${value(from, null)} → ${value(to, why)}  ${n}`),
    ]),
  ].join('\n');
}

function cellText({ label, row, steps }: CellHistory): string {
  const lines = steps.map(
    ({ table, what, value, why }) =>
      `${value === null ? `(${why ?? 'missing'})` : value}  ${table}: ${what}`,
  );
  return [`${label}, row ${row}`, ...lines].join('\n');
}
