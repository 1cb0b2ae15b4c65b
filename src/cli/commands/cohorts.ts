import { condition as conditionSchema } from '../../contract/schemas/plain.ts';
import { COMBINATIONS, type CohortCount, type CombineBy } from '../../model/cohort.ts';
import { formatNumber } from '../../model/format.ts';
import { readJson } from '../../read-json.ts';
import type { OpenWorkbench } from '../../workbench.ts';
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
import { textTable } from '../text-table.ts';

/** Each does one thing; without any of them the cohorts are listed. */
const ACTIONS = ['save', 'remove', 'restore', 'history'] as const;

export const cohortsCommand: Command = {
  name: 'cohorts',
  usage:
    'P.attune [--save NAME --table T --where CONDITION.json | --save NAME --combine and|or|but-not --part A --part B … | --remove NAME | --restore NAME | --history NAME] [--label L] [--description D]',
  about: 'cohorts with their rows and people; keep, combine, remove them, and bring them back',
  options: {
    save: { type: 'string' },
    table: { type: 'string' },
    where: { type: 'string' },
    combine: { type: 'string' },
    part: { type: 'string', multiple: true },
    label: { type: 'string' },
    description: { type: 'string' },
    remove: { type: 'string' },
    restore: { type: 'string' },
    history: { type: 'string' },
  },
  takes: [1, 1],
  async run(args) {
    const actions = ACTIONS.filter((action) => textOption(args, action) !== undefined);
    const [action] = actions;
    if (actions.length > 1) {
      throw new UsageError(`One of --${actions.join(' and --')} at a time.`);
    }
    const mode = action === undefined || action === 'history' ? 'read' : 'write';
    return withProject(positional(args, 0), mode, (workbench) => carryOut(workbench, action, args));
  },
};

function carryOut(
  workbench: OpenWorkbench,
  action: (typeof ACTIONS)[number] | undefined,
  args: Arguments,
): Answer {
  if (action === undefined) return listed(workbench.cohorts({}));
  const name = textOption(args, action) ?? '';
  switch (action) {
    case 'save':
      return saved(workbench, name, args);
    case 'remove':
      workbench.removeCohort({ name });
      return done(workbench, { removed: name });
    case 'restore':
      return done(workbench, workbench.restoreCohort({ name }));
    case 'history':
      return history(workbench, name);
  }
}

function saved(workbench: OpenWorkbench, name: string, args: Arguments): Answer {
  const description = textOption(args, 'description');
  const about = {
    name,
    label: textOption(args, 'label') ?? name,
    ...(description === undefined ? {} : { description }),
  };
  const by = textOption(args, 'combine');
  if (by !== undefined) {
    const parts = listOption(args, 'part');
    if (parts.length < 2) throw new UsageError('--combine takes two or more --part NAME.');
    return done(workbench, workbench.combineCohorts({ ...about, by: combination(by), parts }));
  }
  const [table, where] = [textOption(args, 'table'), textOption(args, 'where')];
  if (table === undefined || where === undefined) {
    throw new UsageError('--save goes with --table and --where, or with --combine and --part.');
  }
  const condition = readJson(where, conditionSchema);
  return done(workbench, workbench.saveCohort({ ...about, table, condition }));
}

function combination(text: string): CombineBy {
  const found = (Object.keys(COMBINATIONS) as CombineBy[]).find((by) => by === text);
  if (found) return found;
  throw new UsageError(`--combine takes ${Object.keys(COMBINATIONS).join(', ')}, not “${text}”.`);
}

/** What was done, as the history of the project tells it. */
function done(workbench: OpenWorkbench, json: unknown): Answer {
  return { json, text: workbench.journal({ limit: 1 })[0]?.sentence ?? '' };
}

function listed(cohorts: readonly CohortCount[]): Answer {
  const rows = cohorts.map(({ name, version, n, of, unit, people, sentence, refused, stale }) => [
    name,
    String(version),
    n === null ? '' : `${count(n)} of ${count(of)} ${unit}`,
    people === null ? '' : count(people.n),
    [refused ?? sentence, ...stale].join(' '),
  ]);
  const header = ['cohort', 'version', 'rows', 'people', 'in words'];
  return {
    json: cohorts,
    text: rows.length === 0 ? 'The project has no cohorts yet.' : textTable(header, rows),
  };
}

function history(workbench: OpenWorkbench, name: string): Answer {
  const versions = workbench.cohortHistory({ name });
  const text = versions.map(({ version, savedAt, sentence, changes }) =>
    [
      `Version ${version}${savedAt === null ? '' : `, ${savedAt}`}: ${sentence}`,
      ...changes.map((change) => `  ${change}`),
    ].join('\n'),
  );
  return { json: versions, text: text.join('\n') };
}

function count(n: number): string {
  return formatNumber(n, 'count');
}
