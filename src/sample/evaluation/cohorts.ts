import type { Evaluation } from '../../model/report.ts';

/** Who and what the evaluation counts. */
export const COHORTS: Evaluation['cohorts'] = [
  {
    name: 'pip-adults',
    label: 'Adults in parent–infant psychotherapy',
    table: 'people',
    condition: { op: 'is', variable: 'pip', value: 'Yes' },
  },
  {
    name: 'tt-adults',
    label: 'Adults in Together Time',
    table: 'people',
    condition: { op: 'is', variable: 'together_time', value: 'Yes' },
  },
  {
    name: 'in-both',
    label: 'Adults in both',
    table: 'people',
    condition: {
      all: [
        { op: 'is', variable: 'pip', value: 'Yes' },
        { op: 'is', variable: 'together_time', value: 'Yes' },
      ],
    },
  },
  {
    name: 'in-neither',
    label: 'Referrals of adults who are in neither programme',
    table: 'referrals',
    condition: {
      all: [
        { op: 'is', variable: 'pip', value: 'No' },
        { op: 'is', variable: 'together_time', value: 'No' },
      ],
    },
  },
  {
    name: 'pip-referrals',
    label: 'Referrals of adults to psychotherapy',
    table: 'referrals',
    condition: { all: [] },
  },
  {
    name: 'accepted-referrals',
    label: 'Accepted referrals to psychotherapy',
    table: 'referrals',
    condition: { op: 'is', variable: 'outcome', value: 'Accepted' },
  },
  {
    name: 'rejected-referrals',
    label: 'Rejected referrals to psychotherapy',
    table: 'referrals',
    condition: { op: 'is', variable: 'outcome', value: 'Rejected' },
  },
  {
    name: 'accepted-antenatal',
    label: 'Accepted referrals made before birth',
    table: 'referrals',
    condition: {
      all: [
        { op: 'is', variable: 'outcome', value: 'Accepted' },
        { op: 'is', variable: 'timing', value: 'Antenatal' },
      ],
    },
  },
  {
    name: 'pip-appointments',
    label: 'Psychotherapy appointments made',
    table: 'appointments',
    condition: { op: 'is', variable: 'activity', value: 'PIP' },
  },
  {
    name: 'pip-kept-or-missed',
    label: 'Psychotherapy appointments attended or missed without notice',
    table: 'appointments',
    condition: {
      all: [
        { op: 'is', variable: 'activity', value: 'PIP' },
        { op: 'one-of', variable: 'attendance', values: ['5', '6', '3'] },
      ],
    },
  },
  {
    name: 'prfq-in-order',
    label: 'Adults in Together Time but for the one whose second PRFQ form is dated first',
    table: 'prfq_pairs',
    condition: { not: { op: 'at-most', variable: 'days_between', value: 0 } },
  },
  {
    name: 'group-sessions',
    label: 'Together Time sessions booked',
    table: 'appointments',
    condition: { op: 'is', variable: 'activity', value: 'Together Time' },
  },
];
