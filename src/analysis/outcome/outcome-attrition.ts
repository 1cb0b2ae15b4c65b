import { formatNumber } from '../../model/format.ts';
import type { Cell, Estimate, Finding, Note, ResultTable, TableRow } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { atTime, timeHeading } from '../paired/pair-times.ts';
import { estimate } from '../parts/estimate.ts';
import { variablesChosen } from '../parts/read-options.ts';
import { countReasons } from '../parts/reasons.ts';
import { CATEGORIES, NUMBERS, variables } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { type AttritionGroups, attritionGroups } from './attrition-groups.ts';
import { type Characteristic, characteristics } from './characteristics.ts';
import { outcomeScores, SCORES } from './outcome-scores.ts';

/** A standardised difference that is worth a caution; a convention. */
const NOTABLE = 0.1;

export const outcomeAttrition: Analysis = {
  id: 'outcome-attrition',
  title: 'Attrition: pairs against those with a first score only',
  question: 'groups',
  answers: 'Are those with scores at both times like those who dropped out?',
  words: ['attrition', 'dropout', 'loss to follow-up', 'missing data', 'SMD', 'baseline'],
  options: [
    { ...SCORES, help: 'The scores that are compared at the start. The first says who is a pair.' },
    variables(
      'characteristics',
      'Characteristics',
      'Other variables of the table: age, ethnic group. They come along when pairs are made.',
      [...new Set([...NUMBERS, ...CATEGORIES])],
      { min: 0, max: 30 },
    ),
  ],
  guide: {
    formula: [
      'Standardised difference of means: (*M*~paired~ − *M*~only~) / √((*s*² + *s*²) / 2); of shares: (*p*~1~ − *p*~2~) / √((*p*~1~*q*~1~ + *p*~2~*q*~2~) / 2).',
      'Welch’s *t* for means; χ² without correction for shares, Fisher’s exact *p* where an expected count is below 5.',
    ],
    sources: [
      'Austin, P. C. (2009). Communications in Statistics: Simulation and Computation, 38, 1228–1234.',
      'Welch, B. L. (1947). Biometrika, 34, 28–35.',
    ],
    refuses: [
      'A table without scores before and after.',
      'Tests with fewer than two people in a group.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const scores = outcomeScores(view, options);
  const [first] = scores;
  if (first === undefined) throw new Error('outcomeScores gave none');
  const groups = attritionGroups(view, first);
  const chosen = variablesChosen(options, 'characteristics');
  const lines = characteristics(view, groups, [
    ...scores.map(({ before }) => before.name),
    ...chosen,
  ]);
  const numeric = lines.filter(({ isHeading }) => !isHeading);
  const notable = numeric.filter(({ smd }) => smd !== null && Math.abs(smd) > NOTABLE);
  const sizes = `${count(groups.paired.length)} pairs and ${count(groups.only.length)} with a score ${atTime(escapeRich(groups.times.before))} only`;
  const told =
    notable.length === 0
      ? `Of ${numeric.length} comparisons none has a standardised difference above ${NOTABLE}.`
      : `Standardised differences above ${NOTABLE}: ${notable.map(({ label, smd }) => `${escapeRich(label)} ${formatNumber(smd, 'statistic')}`).join('; ')}.`;
  return {
    method: {
      name: 'Attrition',
      variant: 'standardised differences; Welch’s t and χ² or Fisher’s test',
      citations: [
        'Austin, P. C. (2009). Communications in Statistics: Simulation and Computation, 38, 1228–1234.',
      ],
    },
    n: {
      total: view.rows.length,
      used: groups.paired.length + groups.only.length,
      missing: countReasons(groups.reasons),
    },
    estimates: [
      estimate('paired', 'pairs', '*n*', groups.paired.length, 'count'),
      estimate(
        'only',
        `score ${atTime(groups.times.before)} only`,
        '*n*',
        groups.only.length,
        'count',
      ),
      ...numeric.flatMap(estimatesOf),
    ],
    tables: [table(lines, groups)],
    figures: numeric.some(({ smd }) => smd !== null) ? [figure(numeric, groups, view.unit)] : [],
    sentences: { apa: `${sizes}. ${told}`, plain: `${sizes}. ${told}` },
    notes: [
      ...notable.map(
        ({ label, smd }): Note => ({
          kind: 'caution',
          text: `${escapeRich(label)}: the pairs differ from those who were lost (standardised difference ${formatNumber(smd, 'statistic')}). What is found of the pairs need not hold for all.`,
        }),
      ),
      {
        kind: 'note',
        text: `Scores of all who have one ${atTime(escapeRich(groups.times.before))}, pairs and others apart: these are not the means of the outcome table where that is of other scores.`,
      },
    ],
  };
}

function estimatesOf({ key, label, smd, test, p }: Characteristic): Estimate[] {
  const why = { refused: 'too few people, or no variation' };
  return [
    estimate(`smd[${key}]`, `${label}: standardised difference`, 'SMD', smd, 'statistic', why),
    ...(test === null
      ? []
      : [
          estimate(
            `${test.key}[${key}]`,
            `${label}: ${test.name}`,
            test.symbol,
            test.value,
            'statistic',
            why,
          ),
          ...(test.df === null
            ? []
            : [
                estimate(
                  `df[${key}]`,
                  `${label}: degrees of freedom`,
                  '*df*',
                  test.df,
                  'statistic',
                ),
              ]),
        ]),
    ...(p === undefined ? [] : [estimate(`p[${key}]`, `${label}: p`, '*p*', p, 'p', why)]),
  ];
}

function table(lines: readonly Characteristic[], groups: AttritionGroups): ResultTable {
  const right = (key: string, header: string, format: 'text' | 'statistic' | 'p') => ({
    key,
    header,
    align: 'right' as const,
    format,
  });
  const dash: Cell = { value: null, text: '' };
  return {
    id: 'attrition',
    title: `Pairs against those with a score ${atTime(escapeRich(groups.times.before))} only`,
    columns: [
      { key: 'characteristic', header: 'Characteristic', align: 'left', format: 'text' },
      right('paired', `Pairs, *n* = ${count(groups.paired.length)}`, 'text'),
      right(
        'only',
        `${timeHeading(groups.times.before)} only, *n* = ${count(groups.only.length)}`,
        'text',
      ),
      right('missing', 'Missing *n*', 'text'),
      right('smd', 'SMD', 'statistic'),
      right('p', '*p*', 'p'),
    ],
    rows: lines.map(
      ({ label, paired, only, missing, smd, p, isHeading, isLevel }): TableRow => ({
        ...(isHeading ? { role: 'group' as const } : {}),
        cells: [
          { value: isLevel ? label.replace(/^.*: /, '') : label },
          { value: paired, text: paired },
          { value: only, text: only },
          missing === null ? dash : { value: missing, text: count(missing) },
          smd === null ? dash : { value: smd },
          p === undefined ? dash : { value: p },
        ],
      }),
    ),
    notes: [
      `*M* (*SD*) or *n* (%). SMD: standardised difference, pairs minus others; above ${NOTABLE} either way it is worth a look, whatever *p* is.`,
      '*p*: Welch’s *t*-test; χ², or Fisher’s exact test where an expected count is below 5.',
    ],
  };
}

function figure(lines: readonly Characteristic[], groups: AttritionGroups, unit: string) {
  return forestFigure(
    {
      title: 'Pairs against those who were lost',
      subtitle: `${count(groups.paired.length)} pairs, ${count(groups.only.length)} ${unit} with a first score only`,
      label: 'Characteristic',
      value: 'Standardised difference',
      symbol: 'SMD',
      format: 'statistic',
      level: 0.95,
      reference: { at: 0, label: 'No difference' },
      sides: { low: 'Lower in pairs', high: 'Higher in pairs' },
    },
    lines.map(({ label, smd, ci }) => ({
      label,
      value: smd,
      ci,
      ...(smd === null ? { refused: 'not computed' } : {}),
    })),
  );
}
