import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { type Characteristic, characteristicOf } from '../characteristics/characteristic.ts';
import { characteristicsTable } from '../characteristics/characteristics-table.ts';
import { type RowGroups, rowGroups } from '../characteristics/row-groups.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { CITE } from '../parts/citations.ts';
import { estimate } from '../parts/estimate.ts';
import { missingTotal, missingWords } from '../parts/missing-counts.ts';
import { shareWords } from '../parts/percent.ts';
import { choiceOf, isOn, variableOrNone, variablesChosen } from '../parts/read-options.ts';
import { allMissing, countReasons } from '../parts/reasons.ts';
import {
  ADJUST,
  ADJUSTMENT,
  adjustmentOf,
  CATEGORIES,
  choice,
  variable,
  variables,
  WEIGHT,
} from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { pAdjust } from '../statistics/p-adjust.ts';

/** Above this groups are said to be unlike; a convention (Austin 2009). */
const UNLIKE = 0.1;

export const tableOne: Analysis = {
  id: 'table-one',
  title: 'Table 1: characteristics by group',
  question: 'look',
  answers: 'Who are they, and how do groups compare at the start?',
  words: [
    'baseline table',
    'characteristics',
    'demographics',
    'standardised mean difference',
    'SMD',
    'balance',
    'descriptive table',
  ],
  options: [
    variables(
      'variables',
      'Characteristics',
      'Numbers and categories, in the order of the table.',
      ['integer', 'decimal', 'category', 'yesno', 'text'],
    ),
    variable(
      'group',
      'By',
      'A column for each category; left open, everybody only.',
      CATEGORIES,
      false,
    ),
    choice('numbers', 'Numbers as', 'How numbers are summed up.', {
      mean: 'Mean (SD)',
      median: 'Median (IQR)',
    }),
    {
      key: 'smd',
      label: 'Standardised differences',
      help: 'How far groups are apart, whatever their size; of several groups the largest.',
      type: 'switch',
      default: true,
      when: { option: 'group' },
    },
    {
      key: 'test',
      label: 'Tests',
      help: 'Adds *p*: Welch’s test for means, Kruskal–Wallis for medians, χ² for categories.',
      type: 'switch',
      default: false,
      when: { option: 'group' },
    },
    { ...ADJUST, when: { option: 'test', is: [true] } },
    WEIGHT,
  ],
  guide: {
    formula: [
      'Percentages of those with a value in the group.',
      'SMD of numbers: |*M*~1~ − *M*~2~| / √((*s*~1~² + *s*~2~²) / 2); of categories the Mahalanobis distance of the shares. Of more than two groups the largest of all pairs.',
    ],
    sources: [CITE.austin, CITE.yangDalton, CITE.welchAnova, CITE.kruskalWallis],
    refuses: [
      'A category with more than 200 values.',
      'SMD where neither group varies; tests with fewer than two groups or categories with values.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const groups = rowGroups(view, variableOrNone(options, 'group'));
  const numbers = choiceOf(options, 'numbers', ['mean', 'median']);
  const adjust = adjustmentOf(options);
  const shown = {
    smd: isOn(options, 'smd') && groups.labels.length > 1,
    p: isOn(options, 'test'),
    adjustment: adjust ? ADJUSTMENT[adjust] : '',
  };
  const lines = distinctNames(
    variablesChosen(options, 'variables').map((name) =>
      characteristicOf(view, name, groups, numbers),
    ),
  );
  const p = adjust
    ? pAdjust(
        lines.map((line) => line.p),
        adjust,
      )
    : lines.map(() => null);
  const adjusted = lines.map((line, k) => ({ ...line, adjusted: p[k] ?? null }));
  const missing = countReasons(allMissing(lines.map(({ reasons }) => reasons)));
  const total = view.rows.length;
  const grouped = groups.by === '' ? '' : ` by ${groups.by}`;
  return {
    method: {
      name: 'Table of characteristics',
      variant: [
        numbers === 'mean' ? 'means (SD)' : 'medians (IQR)',
        ...(shown.smd ? ['standardised differences'] : []),
        ...(shown.p ? ['tests'] : []),
        ...(adjust ? [`*p* adjusted: ${shown.adjustment}`] : []),
      ].join('; '),
      citations: shown.smd ? [CITE.austin, CITE.yangDalton] : [],
    },
    n: { total, used: total - missingTotal(missing), missing },
    estimates: adjusted.flatMap((line) => estimatesOf(line, groups, shown)),
    tables: [
      characteristicsTable(
        {
          id: 'characteristics',
          title: `Characteristics${grouped}`,
          total,
          notes: [
            `Percentages of those with a value.${shown.smd ? ` SMD: standardised mean difference${groups.labels.length > 2 ? ', the largest of all pairs of groups' : ''}.` : ''}${shown.p ? ` *p*: ${[...new Set(lines.map(({ test }) => test))].join(', ')}.` : ''}${adjust ? ` Adjusted in a family of ${lines.filter((line) => line.p !== null).length} tests.` : ''}`,
          ],
        },
        adjusted,
        groups,
        shown,
      ),
    ],
    figures: shown.smd ? [smdFigure(lines, groups)] : [],
    sentences: sentencesOf(lines, groups, view, shown.smd),
    notes: [
      ...(missingTotal(countReasons(groups.reasons)) > 0
        ? [
            {
              kind: 'note' as const,
              text: `${escapeRich(groups.by)}: ${escapeRich(missingWords(countReasons(groups.reasons)))}; counted under All only.`,
            },
          ]
        : []),
      ...(shown.p
        ? [
            {
              kind: 'caution' as const,
              text: 'Tests of characteristics at the start depend on the size of the groups; the standardised difference does not.',
              citation: 'Austin (2009)',
            },
          ]
        : []),
    ],
  };
}

/** Variables with the same label are told apart by their place. */
function distinctNames(lines: readonly Characteristic[]): Characteristic[] {
  return lines.map((line, k) => {
    const shared = lines.some((other, i) => i !== k && other.name === line.name);
    return shared ? { ...line, name: `${line.name} (${k + 1})` } : line;
  });
}

function estimatesOf(
  line: Characteristic & { adjusted: number | null },
  groups: RowGroups,
  shown: { smd: boolean; p: boolean; adjustment: string },
) {
  const name = line.name;
  const columns = ['', ...groups.labels];
  const inGroup = (k: number) => (columns[k] === '' ? '' : `, ${columns[k]}`);
  const numbers = line.cells.map((cell, k) =>
    estimate(
      `value[${name}${inGroup(k)}]`,
      `${name}${inGroup(k)}`,
      '*M*',
      typeof cell.value === 'number' ? cell.value : null,
      'mean',
      { refused: 'no values' },
    ),
  );
  const levels = line.levels.flatMap((level) =>
    level.cells.map((cell, k) =>
      estimate(
        `n[${name}: ${level.label}${inGroup(k)}]`,
        `${name}: ${level.label}${inGroup(k)}`,
        '*n*',
        typeof cell.value === 'number' ? cell.value : null,
        'count',
      ),
    ),
  );
  return [
    ...numbers,
    ...levels,
    ...(shown.smd
      ? [
          estimate(
            `smd[${name}]`,
            `${name}: standardised difference`,
            'SMD',
            line.smd,
            'statistic',
            { refused: 'it does not vary, or a group has too few values' },
          ),
        ]
      : []),
    ...(shown.p
      ? [estimate(`p[${name}]`, `${name}: p`, '*p*', line.p, 'p', { refused: line.refused })]
      : []),
    ...(shown.adjustment === ''
      ? []
      : [
          estimate(`p-adjusted[${name}]`, `${name}: p adjusted`, '*p*', line.adjusted, 'p', {
            refused: line.refused,
          }),
        ]),
  ];
}

function smdFigure(lines: readonly Characteristic[], groups: RowGroups) {
  return forestFigure(
    {
      title: `Standardised differences between groups of ${groups.by}`,
      subtitle: `${count(lines.length)} characteristics`,
      label: 'Characteristic',
      value: 'Standardised difference',
      symbol: 'SMD',
      format: 'statistic',
      level: 0.95,
      reference: { at: 0, label: 'Alike' },
    },
    lines.map((line) => ({ label: line.name, value: line.smd, ci: null })),
  );
}

function sentencesOf(
  lines: readonly Characteristic[],
  groups: RowGroups,
  view: View,
  smd: boolean,
): Finding['sentences'] {
  const described = `${count(lines.length)} characteristics of ${count(view.rows.length)} ${escapeRich(view.unit)}`;
  if (!smd)
    return {
      apa: `${described}.`,
      plain: `${described}${groups.by === '' ? '' : ` by ${escapeRich(groups.by)}`}.`,
    };
  const unlike = lines.filter((line) => (line.smd ?? 0) > UNLIKE);
  const named = unlike.map(
    (line) => `${escapeRich(line.name)} ${formatNumber(line.smd, 'statistic')}`,
  );
  return {
    apa: `${described} by ${escapeRich(groups.by)}; SMD above ${UNLIKE}: ${named.join(', ') || 'none'}.`,
    plain: `${shareWords(unlike.length, lines.length, 'characteristics')} differ between the groups of ${escapeRich(groups.by)} by more than ${UNLIKE} standard deviations${named.length > 0 ? `: ${named.join(', ')}` : ''}.`,
  };
}
