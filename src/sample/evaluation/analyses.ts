import type { AnalysisSpec, OptionValue } from '../../model/result.ts';
import { MEASURES } from './outcome-tables.ts';

type Options = Record<string, OptionValue>;

/** The days that the extracts cover: the first and the last financial year are part years. */
const COVERED = { 'covered-from': '2015-06-01', 'covered-to': '2023-12-31' };

/** Every result of the briefing. The ids are what its live numbers refer to. */
export const ANALYSES: readonly AnalysisSpec[] = [
  ...reached(),
  ...referrals(),
  ...appointments(),
  ...forms(),
  ...changes(),
];

function reached(): AnalysisSpec[] {
  const adults = (id: string, title: string, analysis: string, options: Options): AnalysisSpec => ({
    id,
    title,
    analysis,
    table: 'people',
    cohort: 'pip-adults',
    options,
  });
  return [
    {
      id: 'programmes',
      title: 'Adults by programme',
      analysis: 'crosstab',
      table: 'people',
      options: { rows: 'pip', columns: 'together_time', percent: 'all', primary: 'none' },
    },
    {
      id: 'in-neither',
      title: 'Referrals of the adults in neither programme',
      analysis: 'frequencies',
      table: 'referrals',
      cohort: 'in-neither',
      options: { variables: ['outcome'] },
    },
    adults('ethnicity', 'Ethnic group', 'frequencies', { variables: ['ethnic_group'] }),
    adults('ethnicity-summary', 'Ethnic group, in two', 'frequencies', {
      variables: ['ethnic_summary'],
    }),
    adults('imd', 'Area deprivation', 'frequencies', { variables: ['imd_band'] }),
    adults('imd-deciles', 'Area deprivation by decile', 'frequencies', {
      variables: ['imd_decile'],
      chart: 'count',
    }),
    adults('age', 'Age at first contact', 'descriptives', { variables: ['age'] }),
    adults('appointments-per-person', 'Appointments per adult', 'descriptives', {
      variables: ['pip_appointments'],
    }),
    {
      id: 'background-known',
      title: 'Ethnic group and area deprivation, all adults',
      analysis: 'frequencies',
      table: 'people',
      options: { variables: ['ethnic_group', 'imd_band'] },
    },
  ];
}

function referrals(): AnalysisSpec[] {
  const table = 'referrals';
  return [
    {
      id: 'referrals-by-year',
      title: 'Referrals received by financial year',
      analysis: 'counts-by-year',
      table,
      cohort: 'pip-referrals',
      options: { date: 'received', ...COVERED },
    },
    {
      id: 'referral-outcome',
      title: 'Outcome of referrals',
      analysis: 'frequencies',
      table,
      cohort: 'pip-referrals',
      options: { variables: ['outcome'], order: 'frequent' },
    },
    {
      id: 'rejection-reason',
      title: 'Why referrals were rejected',
      analysis: 'frequencies',
      table,
      cohort: 'rejected-referrals',
      options: { variables: ['rejection_reason'], chart: 'count' },
    },
    {
      id: 'referral-source',
      title: 'Source of referrals',
      analysis: 'frequencies',
      table,
      cohort: 'pip-referrals',
      options: { variables: ['source'], order: 'frequent', chart: 'count' },
    },
    {
      id: 'antenatal-accepted',
      title: 'Accepted referrals before and after birth',
      analysis: 'frequencies',
      table,
      cohort: 'accepted-referrals',
      options: { variables: ['timing'], base: 'all' },
    },
    {
      id: 'antenatal-source',
      title: 'Source of accepted referrals before birth',
      analysis: 'frequencies',
      table,
      cohort: 'accepted-antenatal',
      options: { variables: ['source'], order: 'frequent' },
    },
    {
      id: 'ethnicity-by-outcome',
      title: 'Ethnic group and outcome of referral',
      analysis: 'crosstab',
      table,
      cohort: 'pip-referrals',
      options: { rows: 'ethnic_group', columns: 'outcome', percent: 'row', primary: 'fisher' },
    },
    {
      id: 'referral-pathway',
      title: 'From referral to the second attended appointment',
      analysis: 'pathway',
      table: 'pathways',
      options: {
        stages: ['outcome', 'first_attended', 'second_attended'],
        categories: 'Accepted',
        reason: 'rejection_reason',
        start: 'received',
      },
    },
  ];
}

function appointments(): AnalysisSpec[] {
  const table = 'appointments';
  return [
    {
      id: 'appointments-by-year',
      title: 'Psychotherapy appointments made by financial year',
      analysis: 'counts-by-year',
      table,
      cohort: 'pip-appointments',
      options: { date: 'date', ...COVERED },
    },
    {
      id: 'attendance',
      title: 'Attendance of psychotherapy appointments',
      analysis: 'frequencies',
      table,
      cohort: 'pip-appointments',
      options: { variables: ['attendance'] },
    },
    {
      id: 'did-not-attend',
      title: 'Appointments missed without notice',
      analysis: 'frequencies',
      table,
      cohort: 'pip-kept-or-missed',
      options: { variables: ['attended'] },
    },
    {
      id: 'missed-by-year',
      title: 'Psychotherapy appointments missed, by financial year, and appointments a person',
      analysis: 'attendance',
      table,
      cohort: 'pip-appointments',
      options: { status: 'attendance', person: 'client_id', date: 'date', ...COVERED },
    },
    {
      id: 'group-attendance',
      title: 'Attendance of Together Time sessions',
      analysis: 'frequencies',
      table,
      cohort: 'group-sessions',
      options: { variables: ['attended'] },
    },
    {
      id: 'date-order',
      title: 'Appointments dated before their referral',
      analysis: 'frequencies',
      table,
      cohort: 'pip-appointments',
      options: { variables: ['order'] },
    },
  ];
}

/** Who has which forms: what stands behind every "n paired of n", and whether their dates are in order. */
function forms(): AnalysisSpec[] {
  return MEASURES.flatMap(({ measure, label }) => [
    {
      id: `${measure}-forms`,
      title: `${label} forms before and after`,
      analysis: 'frequencies',
      table: `${measure}_pairs`,
      options: { variables: ['status'], base: 'all', chart: 'count' },
    },
    {
      id: `${measure}-pairs`,
      title: `Who has both ${label} scores`,
      analysis: 'outcome-pairs',
      table: `${measure}_pairs`,
      options: {},
    },
    {
      id: `${measure}-date-order`,
      title: `Order of the dates of the two ${label} forms`,
      analysis: 'frequencies',
      table: `${measure}_dates`,
      options: { variables: ['date_order'], chart: 'count' },
    },
  ]);
}

function changes(): AnalysisSpec[] {
  const scores = (...scales: string[]): Options => ({
    scores: scales.map((scale) => `${scale}_before`),
  });
  const prfq = scores('pre_mentalizing', 'certainty', 'interest_curiosity');
  return [
    {
      id: 'prfq-change',
      title: 'PRFQ before and after Together Time',
      analysis: 'outcome-change',
      table: 'prfq_pairs',
      options: prfq,
    },
    {
      id: 'prfq-change-in-order',
      title: 'PRFQ before and after, without the pair whose dates are out of order',
      analysis: 'outcome-change',
      table: 'prfq_pairs',
      cohort: 'prfq-in-order',
      options: prfq,
    },
    {
      id: 'mors-change',
      title: 'MORS-SF before and after Together Time',
      analysis: 'outcome-change',
      table: 'mors_pairs',
      options: scores('warmth', 'invasion'),
    },
    {
      id: 'loaf-change',
      title: 'LOAF before and after Together Time',
      analysis: 'outcome-levels',
      table: 'loaf_pairs',
      options: { score: 'level_before' },
    },
    {
      id: 'loaf-change-t',
      title: 'LOAF before and after Together Time, as if the levels were evenly spaced',
      analysis: 'paired-t',
      table: 'loaf_pairs',
      options: {
        before: ['level_before'],
        after: ['level_after'],
        labels: 'LOAF level',
        primary: 'wilcoxon',
      },
    },
    {
      id: 'prfq-flow',
      title: 'From referral to PRFQ scores before and after',
      analysis: 'outcome-pairs',
      table: 'prfq_everybody',
      options: {
        scores: ['interest_curiosity_before'],
        stages: ['group_sessions', 'group_attended'],
      },
    },
    {
      id: 'days-between-forms',
      title: 'Days between the two PRFQ forms',
      analysis: 'descriptives',
      table: 'prfq_pairs',
      cohort: 'prfq-in-order',
      options: { variables: ['days_between'] },
    },
  ];
}
