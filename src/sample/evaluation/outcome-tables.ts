import type { Step, TableDefinition } from '../../model/table.ts';

export const MEASURES = [
  { measure: 'prfq', label: 'PRFQ' },
  { measure: 'mors', label: 'MORS-SF' },
  { measure: 'loaf', label: 'LOAF' },
] as const;

const TIMES = ['T1', 'T2'];
const PRFQ_ITEMS = Array.from({ length: 18 }, (_, i) => String(i + 1).padStart(2, '0'));

/** Forms, scores and pairs of the three measures. */
export function outcomes(): TableDefinition[] {
  const times: readonly Step[] = [
    { op: 'tidy-text', variable: 'time_point', collapse: true, case: 'upper' },
    { op: 'map-values', variable: 'time_point', map: { 'TIME 2': 'T2' } },
  ];
  return [
    {
      name: 'prfq_forms',
      label: 'PRFQ forms',
      unit: 'records',
      from: 'prfq_received',
      steps: [
        { op: 'remove-duplicates' },
        {
          op: 'set-missing',
          variables: TIMES.flatMap((time) => PRFQ_ITEMS.map((item) => `prfq_${item}_${time}`)),
          outside: { low: 1, high: 7 },
          reason: 'not an answer of the PRFQ',
        },
      ],
    },
    {
      name: 'prfq_scores',
      label: 'PRFQ scores',
      unit: 'forms',
      from: 'prfq_forms',
      score: {
        measure: 'prfq',
        person: 'client_id',
        accept: ['certainty:direction', 'interest_curiosity:direction'],
        layout: {
          form: 'wide',
          blocks: TIMES.map((time) => ({
            time,
            items: `prfq_{item:02}_${time}`,
            date: `date_${time}`,
          })),
        },
      },
    },
    everybody(),
    pairs('prfq', 'PRFQ'),
    {
      name: 'mors_answers',
      label: 'MORS-SF answers',
      unit: 'answers',
      from: 'mors_received',
      steps: [...times, { op: 'remove-duplicates' }],
    },
    {
      name: 'mors_scores',
      label: 'MORS-SF scores',
      unit: 'forms',
      from: 'mors_answers',
      score: {
        measure: 'mors-sf',
        person: 'client_id',
        layout: {
          form: 'long',
          time: 'time_point',
          item: 'item',
          value: 'response',
          date: 'date',
        },
      },
    },
    pairs('mors', 'MORS-SF'),
    {
      name: 'loaf_ratings',
      label: 'LOAF ratings',
      unit: 'ratings',
      from: 'loaf_received',
      steps: [
        ...times,
        { op: 'remove-duplicates' },
        {
          op: 'set-missing',
          variables: ['level'],
          outside: { low: 1, high: 4 },
          reason: 'not a level of the LOAF',
        },
      ],
    },
    {
      name: 'loaf_scores',
      label: 'LOAF levels',
      unit: 'forms',
      from: 'loaf_ratings',
      score: {
        measure: 'loaf',
        person: 'client_id',
        layout: { form: 'long', time: 'time_point', item: 'item', value: 'level', date: 'date' },
      },
    },
    pairs('loaf', 'LOAF'),
    ...MEASURES.map(({ measure, label }) => dates(measure, label)),
  ];
}

function pairs(measure: string, label: string): TableDefinition {
  return {
    name: `${measure}_pairs`,
    label: `${label} before and after`,
    unit: 'adults in Together Time',
    from: `${measure}_scores`,
    pair: {
      person: 'person',
      time: 'time',
      before: 'T1',
      after: 'T2',
      eligible: { table: 'people', person: 'client_id', cohort: 'tt-adults' },
    },
  };
}

/** The PRFQ of every adult on record, in Together Time or not: the flow from referral to paired. */
function everybody(): TableDefinition {
  return {
    name: 'prfq_everybody',
    label: 'PRFQ before and after, of all adults on record',
    unit: 'adults on record',
    from: 'prfq_scores',
    pair: {
      person: 'person',
      time: 'time',
      before: 'T1',
      after: 'T2',
      eligible: {
        table: 'people',
        person: 'client_id',
        carry: ['group_sessions', 'group_attended'],
      },
    },
  };
}

/** The pairs, with whether the second form is dated after the first. */
function dates(measure: string, label: string): TableDefinition {
  return {
    name: `${measure}_dates`,
    label: `${label} before and after, the order of their dates`,
    unit: 'adults in Together Time',
    from: `${measure}_pairs`,
    steps: [
      {
        op: 'bands',
        variable: 'days_between',
        name: 'date_order',
        label: 'Dates of the two forms',
        bands: [
          { label: 'T2 is not after T1', high: 0 },
          { label: 'T2 is after T1', low: 1 },
        ],
      },
    ],
  };
}
