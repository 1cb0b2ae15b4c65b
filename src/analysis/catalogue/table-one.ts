import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { type Characteristic, characteristicOf } from '../characteristics/characteristic.ts';
import { estimatesOf } from '../characteristics/characteristic-estimates.ts';
import { sentencesOf, smdFigure } from '../characteristics/characteristic-words.ts';
import { characteristicsTable } from '../characteristics/characteristics-table.ts';
import { rowGroups } from '../characteristics/row-groups.ts';
import { sideGroups } from '../characteristics/side-groups.ts';
import { CITE } from '../parts/citations.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { choiceOf, isOn, variableOrNone, variablesChosen } from '../parts/read-options.ts';
import { allMissing, countReasons } from '../parts/reasons.ts';
import {
  ADJUST,
  ADJUSTMENT,
  adjustmentMark,
  adjustmentOf,
  CATEGORIES,
  choice,
  variable,
  variables,
  WEIGHT,
} from '../parts/standard-options.ts';
import { pAdjust } from '../statistics/p-adjust.ts';

export const tableOne: Analysis = {
  id: 'table-one',
  title: 'Table 1: characteristics by group',
  question: 'look',
  comparesCohorts: true,
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
      help: 'Adds p: Welch’s test for means, Kruskal–Wallis for medians, χ² for categories.',
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
  const sides = view.sides ? sideGroups(view, view.sides) : null;
  const groups = sides ?? rowGroups(view, variableOrNone(options, 'group'));
  const compared = groups.labels.length + (groups.withAll ? 1 : 0);
  const numbers = choiceOf(options, 'numbers', ['mean', 'median']);
  const adjust = adjustmentOf(options);
  const shown = {
    smd: isOn(options, 'smd') && compared > 1,
    p: isOn(options, 'test'),
    adjustment: adjust ? adjustmentMark(adjust) : '',
  };
  const lines = distinctNames(
    variablesChosen(options, 'variables').map((name) =>
      characteristicOf(view, name, groups, { numbers, p: shown.p }),
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
  const grouped = groups.by === '' ? '' : ` by ${sides ? 'cohort' : groups.by}`;
  return {
    method: {
      name: 'Table of characteristics',
      variant: [
        numbers === 'mean' ? 'means (SD)' : 'medians (IQR)',
        ...(shown.smd ? ['standardised differences'] : []),
        ...(shown.p ? ['tests'] : []),
        ...(adjust ? [`*p* adjusted: ${ADJUSTMENT[adjust]}`] : []),
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
            `Percentages of those with a value.${shown.smd ? ` SMD: standardised mean difference${compared > 2 ? `, the largest of all pairs of ${sides ? 'cohorts' : 'groups'}` : ''}.` : ''}${shown.p ? ` *p*: ${[...new Set(lines.map(({ test }) => test))].join(', ')}.` : ''}${adjust ? ` Adjusted in a family of ${lines.filter((line) => line.p !== null).length} tests.` : ''}`,
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
      ...(groups.left === ''
        ? []
        : [{ kind: 'note' as const, text: `${escapeRich(groups.left)}; counted under All only.` }]),
      ...(sides?.notes ?? []),
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
