import type { OptionValue } from '../../src/model/result.ts';
import type { ColumnSpec } from './frame.ts';
import { OUTCOME_EXAMPLES } from './outcome/examples.ts';
import { casesOf } from './reference.ts';
import { TRUTHS, type Truth } from './truth.ts';

/** The worked example of an analysis in the documentation. */
export interface Example {
  analysis: string;
  unit: string;
  columns: ColumnSpec[];
  options: Record<string, OptionValue>;
  /** Which numbers a test holds it against. */
  held: string;
}

const OWN: readonly Example[] = [
  {
    analysis: 'counts-by-year',
    unit: 'referrals',
    columns: [
      {
        name: 'referred',
        label: 'Date of referral',
        kind: 'date',
        data: [
          '2021-05-04',
          '2021-11-30',
          '2022-03-31',
          '2022-04-01',
          '2022-09-12',
          '2023-02-28',
          '2023-06-01',
        ],
      },
    ],
    options: { date: 'referred', 'covered-from': '2021-04-01', 'covered-to': '2023-06-30' },
    held: 'counted by hand: 3 from April 2021 to March 2022, 3 in the next year, 1 in the part of a third',
  },
  {
    analysis: 'table-one',
    unit: 'people',
    columns: [
      { name: 'age', label: 'Age', kind: 'integer', data: [24, 31, 28, 35, 29, 33, 26, 38] },
      { name: 'carer', label: 'Single carer', kind: 'yesno', data: [1, 0, 0, 1, 1, 0, 0, 0] },
      {
        name: 'service',
        label: 'Service',
        kind: 'category',
        data: ['A', 'A', 'A', 'A', 'B', 'B', 'B', 'B'],
      },
    ],
    options: { variables: ['age', 'carer'], group: 'service' },
    held: 'worked out by hand: ages 29.5 and 31.5 with variances 65/3 and 27, so SMD = 2 / √24.333 = 0.41; shares ½ and ¼, so SMD = 0.25 / √0.21875 = 0.53',
  },
];

/** One for every analysis. */
export const EXAMPLES: readonly Example[] = [
  ...TRUTHS.flatMap(exampleOf),
  ...OWN,
  ...OUTCOME_EXAMPLES,
];

function exampleOf(truth: Truth): Example[] {
  const entry = casesOf(truth.test).find(({ id }) => id === truth.example);
  if (!entry) return [];
  const input = entry.input as Record<string, unknown>;
  return [
    {
      analysis: truth.analysis,
      unit: 'people',
      columns: truth.columns(input),
      options: truth.options(input),
      held: `R 4.2.2, case \`${entry.id}\` of \`test/reference/stats-vectors.json\``,
    },
  ];
}
