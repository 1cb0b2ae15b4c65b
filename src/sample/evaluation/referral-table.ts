import type { TableDefinition } from '../../model/table.ts';
import { ADULTS_ONLY, type IdCorrections, keepLinkedToAdults } from './shared-steps.ts';

/** One row a referral of an adult, with its timing and what is known of the adult. */
export function referrals({ lostZeros }: IdCorrections): TableDefinition {
  return {
    name: 'referrals',
    label: 'Referrals to psychotherapy',
    unit: 'referrals',
    from: 'referrals_received',
    steps: [
      { op: 'remove-duplicates' },
      ...ADULTS_ONLY,
      { op: 'map-values', variable: 'client_id', map: lostZeros },
      keepLinkedToAdults('ids that nobody has'),
      { op: 'tidy-text', variable: 'outcome', collapse: true, case: 'sentence' },
      { op: 'tidy-text', variable: 'source', collapse: true },
      {
        op: 'map-values',
        variable: 'source',
        map: {
          HV: 'Health visitor',
          'Health Visitor': 'Health visitor',
          'health visitor': 'Health visitor',
          'Health Visiter': 'Health visitor',
          'Midwifery - continuity of care': 'Midwifery – continuity of care',
          'CoC midwifery': 'Midwifery – continuity of care',
          'G.P.': 'GP',
          gp: 'GP',
        },
      },
      {
        op: 'compare-dates',
        name: 'timing',
        label: 'Referred before or after birth',
        date: 'received',
        against: ['infant_dob', 'edd'],
        before: 'Antenatal',
        onOrAfter: 'Postnatal',
        unknown: 'Not known',
      },
      {
        op: 'financial-year',
        variable: 'received',
        name: 'year_received',
        label: 'Financial year received',
      },
      {
        op: 'link',
        table: 'adults',
        key: 'client_id',
        foreignKey: 'client_id',
        bring: [
          { variable: 'ethnic_group' },
          { variable: 'imd_band' },
          { variable: 'pip' },
          { variable: 'together_time' },
        ],
      },
    ],
  };
}
