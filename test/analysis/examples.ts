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

const RECEIVED = [
  '2022-01-03',
  '2022-01-11',
  '2022-02-08',
  '2022-03-07',
  '2022-04-04',
  '2022-05-02',
  '2022-06-06',
  '2022-07-04',
];

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
    analysis: 'pathway',
    unit: 'referrals',
    columns: [
      { name: 'received', label: 'Referral received', kind: 'date', data: RECEIVED },
      {
        name: 'outcome',
        label: 'Outcome',
        kind: 'category',
        data: [
          'Accepted',
          'Accepted',
          'Accepted',
          'Accepted',
          'Accepted',
          'Rejected',
          'Rejected',
          null,
        ],
      },
      {
        name: 'why',
        label: 'Reason not accepted',
        kind: 'category',
        data: [null, null, null, null, null, 'Out of area', 'Not suitable', null],
      },
      {
        name: 'first',
        label: 'First attended',
        kind: 'date',
        data: [
          '2022-01-15',
          '2022-02-10',
          '2022-02-28',
          '2022-03-01',
          null,
          null,
          '2022-06-10',
          null,
        ],
      },
      { name: 'attended', label: 'Attended', kind: 'integer', data: [5, 2, 1, 4, 0, 0, 1, 0] },
    ],
    options: {
      stages: ['outcome', 'first', 'attended'],
      categories: 'Accepted',
      least: '2',
      reason: 'why',
      start: 'received',
    },
    held: 'counted by hand: of 8 referrals 5 accepted, 4 attended, 3 twice; days from receipt 12, 30, 20, and one dated 6 days before it',
  },
  {
    analysis: 'attendance',
    unit: 'appointments',
    columns: [
      {
        name: 'status',
        label: 'Attendance',
        kind: 'category',
        data: ['5', '5', '6', '3', '5', '5', '2', '4', '3', '7', '5', '5'],
      },
      { name: 'person', label: 'Person', kind: 'identifier', data: [...'AAAABBBBCCCD'] },
    ],
    options: { status: 'status', person: 'person' },
    held: 'counted by hand: 7 attended and 2 missed, so 2 / 9 = 22.2 %; 4, 4, 3 and 1 appointments a person',
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
