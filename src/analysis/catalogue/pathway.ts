import { valueAt } from '../../model/column.ts';
import type { FlowFigure } from '../../model/figure.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Estimate, Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { valueLabel } from '../../model/variable.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { CITE } from '../parts/citations.ts';
import { estimate, interval } from '../parts/estimate.ts';
import { listedTexts } from '../parts/listed-texts.ts';
import { percentFormat, percentOf, percentText, shareWords } from '../parts/percent.ts';
import { textOf, variableOrNone, variablesChosen } from '../parts/read-options.ts';
import { CATEGORIES, CONFIDENCE, levelOf, variable, variables } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { lostTable, pathwayTable } from '../pathway/pathway-tables.ts';
import { type ReachedStage, reachStages, STAGE_KINDS } from '../pathway/reach-stages.ts';
import { type StageTime, stageTimes } from '../pathway/stage-times.ts';
import { wilsonInterval } from '../statistics/proportion-ci.ts';

export const pathway: Analysis = {
  id: 'pathway',
  title: 'Pathway',
  question: 'count',
  answers: 'How far did they come, where were they lost and why, and how long did it take?',
  words: [
    'funnel',
    'flow',
    'referral to outcome',
    'drop-out',
    'waiting time',
    'retention',
    'stages',
  ],
  options: [
    variables(
      'stages',
      'Stages',
      'In order: accepted, first attended, second attended, paired. A stage is reached by a yes, a date, a category named below, or a count.',
      STAGE_KINDS,
      { min: 1, max: 12 },
    ),
    {
      key: 'categories',
      label: 'Categories that count as reached',
      help: 'For stages with categories: which of them mean that the stage was reached, with a semicolon between them.',
      type: 'text',
      default: 'Yes',
    },
    {
      key: 'least',
      label: 'Counts count from',
      help: 'For stages that are counts: “1; 2” makes two stages of each, at least once and at least twice.',
      type: 'text',
      default: '1',
    },
    variable(
      'reason',
      'Reason lost',
      'A variable that says why somebody went no further; where it is missing, the stage itself says it.',
      CATEGORIES,
      false,
    ),
    variable(
      'start',
      'Date of the start',
      'From when the days to the first stage with a date are counted.',
      ['date'],
      false,
    ),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'A stage holds those who reached it and every stage before it. Shares of all and of the stage before have Wilson intervals.',
      'Days between two stages with dates: median and quartiles (type 7) of those who reached the later and have both dates. Where the later date is the earlier one the days are left out, and counted.',
    ],
    sources: [
      CITE.wilson,
      'von Elm, E., et al. (2007). STROBE statement, item 13. The Lancet, 370, 1453–1457.',
    ],
    refuses: ['A least count that is not a whole number of at least 1.'],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const all = view.rows.length;
  const stages = distinct(
    reachStages(view, variablesChosen(options, 'stages'), {
      least: leastCounts(textOf(options, 'least')),
      categories: new Set(
        listedTexts(textOf(options, 'categories')).map((text) => text.toLowerCase()),
      ),
      ...reasonOption(view, variableOrNone(options, 'reason')),
    }),
  );
  const times = stageTimes(view, stages, variableOrNone(options, 'start'));
  const words = escapeRich(sentence(all, stages, view.unit));
  return {
    method: {
      name: 'Pathway',
      variant: 'each stage among those who reached the one before',
      citations: [CITE.wilson],
    },
    n: { total: all, used: all, missing: [] },
    estimates: [
      estimate('all', `all ${view.unit}`, '*n*', all, 'count'),
      ...stages.flatMap((stage, at) =>
        stageEstimates(
          stage,
          all,
          at === 0 ? all : (stages[at - 1]?.n ?? 0),
          times[at] ?? null,
          level,
        ),
      ),
    ],
    tables: [pathwayTable(all, stages, times, view.unit), lostTable(all, stages)],
    figures: [flow(all, stages, view.unit)],
    sentences: { apa: words, plain: words },
    notes: notesOf(stages, times, view.unit),
  };
}

function leastCounts(text: string): number[] {
  const counts = listedTexts(text).map(Number);
  if (counts.length > 0 && counts.every((n) => Number.isInteger(n) && n >= 1)) {
    return [...new Set(counts)].sort((a, b) => a - b);
  }
  throw new Refusal('wrong-option', `Counts cannot count from “${text}”.`, {
    hint: 'Give whole numbers of at least 1, with a semicolon between them: 1; 2.',
    where: { option: 'least' },
  });
}

function reasonOption(view: View, name: string | null) {
  if (name === null) return {};
  const column = columnNamed(view.frame, name);
  const reason = variableNamed(view.frame, name);
  return {
    reasonAt: (row: number) => {
      const value = valueAt(column, row);
      return value === null ? null : valueLabel(reason, String(value));
    },
  };
}

/** Stages of the same label are told apart by their place. */
function distinct(stages: readonly ReachedStage[]): ReachedStage[] {
  return stages.map((stage, at) => {
    const isShared = stages.some(({ label }, other) => other !== at && label === stage.label);
    return isShared ? { ...stage, label: `${stage.label} (${at + 1})` } : stage;
  });
}

function stageEstimates(
  { label, n, besides }: ReachedStage,
  all: number,
  before: number,
  time: StageTime | null,
  level: number,
): Estimate[] {
  const share = (key: string, words: string, of: number) => {
    const [low, high] = of > 0 ? wilsonInterval(n, of, level) : [null, null];
    const bounds = [low === null ? null : 100 * low, high === null ? null : 100 * high] as const;
    return estimate(
      `${key}[${label}]`,
      `${label}: ${words}`,
      '%',
      percentOf(n, of),
      percentFormat(of),
      {
        ci: interval(level, bounds, 'Wilson'),
        refused: 'nobody came as far as the stage before',
      },
    );
  };
  const days = (key: string, words: string, value: number | undefined) =>
    estimate(`${key}[${label}]`, `${label}: ${words}`, '', value ?? null, 'days', {
      refused: 'nobody has both dates in order',
    });
  return [
    estimate(`n[${label}]`, `reached: ${label}`, '*n*', n, 'count'),
    share('percent', 'of all, %', all),
    share('step', 'of the stage before, %', before),
    estimate(`lost[${label}]`, `lost before: ${label}`, '*n*', before - n, 'count'),
    estimate(
      `besides[${label}]`,
      `${label}: reached without a stage before`,
      '*n*',
      besides,
      'count',
    ),
    ...(time === null
      ? []
      : [
          days('days', `median days from ${time.from}`, time.days?.median),
          days('days-q1', `lower quartile of days from ${time.from}`, time.days?.q1),
          days('days-q3', `upper quartile of days from ${time.from}`, time.days?.q3),
          estimate(
            `out-of-order[${label}]`,
            `${label}: dated before ${time.from}`,
            '*n*',
            time.outOfOrder,
            'count',
          ),
        ]),
  ];
}

function sentence(all: number, stages: readonly ReachedStage[], unit: string): string {
  const reached = stages.map(
    ({ label, n }, at) =>
      `${label} ${at === 0 ? shareWords(n, all, unit) : `${count(n)} (${percentText(n, all)})`}`,
  );
  const steps = stages.map(({ label, n }, at) => {
    const before = at === 0 ? all : (stages[at - 1]?.n ?? 0);
    return { label, before, lost: before - n };
  });
  const [most] = steps.toSorted((a, b) => b.lost - a.lost);
  const lost =
    most === undefined || most.lost === 0
      ? 'Nobody was lost.'
      : `Most were lost before ${most.label}: ${shareWords(most.lost, most.before, '')}.`;
  return `${reached.join('; ')}. ${lost}`;
}

function notesOf(
  stages: readonly ReachedStage[],
  times: readonly (StageTime | null)[],
  unit: string,
): Note[] {
  return stages.flatMap(({ label, besides }, at): Note[] => {
    const time = times[at];
    return [
      ...(besides > 0
        ? [
            {
              kind: 'caution' as const,
              text: escapeRich(
                `${label}: ${count(besides)} ${unit} reached it without a stage before, and are not counted there.`,
              ),
            },
          ]
        : []),
      ...(time && time.outOfOrder > 0
        ? [
            {
              kind: 'caution' as const,
              text: escapeRich(
                `${label}: ${count(time.outOfOrder)} of ${count(time.n + time.outOfOrder)} with both dates are dated before “${time.from}”. Their days are left out.`,
              ),
            },
          ]
        : []),
    ];
  });
}

function flow(all: number, stages: readonly ReachedStage[], unit: string): FlowFigure {
  const steps = [{ label: `All ${unit}`, n: all, lost: [] }, ...stages];
  return {
    kind: 'flow',
    title: `Pathway of ${unit}`,
    subtitle: `n = ${count(all)} ${unit}`,
    unit,
    // A figure says beside each step who is lost after it.
    steps: steps.map(({ label, n }, at) => {
      const lost = steps[at + 1]?.lost;
      return { label, n, ...(lost === undefined ? {} : { lost }) };
    }),
    notes: [],
    alt: `${steps.map(({ label, n }) => `${label}: ${count(n)}`).join('; ')}.`,
  };
}
