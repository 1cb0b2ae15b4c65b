import type { TableDefinition } from '../../model/table.ts';
import { type IdCorrections, keepLinkedToAdults } from './shared-steps.ts';

/** One row an appointment that was made for an adult, attended or not. */
export function appointments({ secondIds }: IdCorrections): TableDefinition {
  return {
    name: 'appointments',
    label: 'Appointments made',
    unit: 'appointments',
    from: 'diary',
    steps: [
      { op: 'remove-duplicates' },
      { op: 'map-values', variable: 'client_id', map: secondIds },
      keepLinkedToAdults('entries of infants, and ids that nobody has'),
      { op: 'tidy-text', variable: 'activity', collapse: true },
      {
        op: 'map-values',
        variable: 'activity',
        map: {
          pip: 'PIP',
          'P.I.P.': 'PIP',
          'Parent-infant psychotherapy': 'PIP',
          'TT grp': 'Together Time',
          'together time': 'Together Time',
        },
      },
      {
        op: 'set-missing',
        variables: ['attendance'],
        values: ['8'],
        reason: 'not an attendance code',
      },
      {
        op: 'group',
        variable: 'attendance',
        name: 'attended',
        label: 'Attended or missed',
        groups: [
          { label: 'Attended', values: ['5', '6'] },
          { label: 'Did not attend', values: ['3'] },
          { label: 'Came too late', values: ['7'] },
          { label: 'Cancelled', values: ['2', '4'] },
        ],
      },
      { op: 'financial-year', variable: 'date', name: 'year', label: 'Financial year' },
      {
        op: 'link',
        table: 'referrals',
        key: 'referral_id',
        foreignKey: 'referral_id',
        bring: [{ variable: 'received', name: 'referral_received', label: 'Referral received' }],
      },
      {
        op: 'compare-dates',
        name: 'order',
        label: 'Appointment and its referral',
        date: 'date',
        against: ['referral_received'],
        before: 'Dated before the referral',
        onOrAfter: 'Dated on or after the referral',
        unknown: 'No referral to compare',
      },
    ],
  };
}
