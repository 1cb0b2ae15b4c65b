import type { Condition } from '../../model/condition.ts';
import type { Step, TableDefinition } from '../../model/table.ts';
import { ADULTS_ONLY } from './shared-steps.ts';

/** NHS ethnic categories in five groups; Chinese is under Other, as in the NHS scheme. */
const ETHNIC_GROUPS = {
  Black: ['M', 'N', 'P'],
  Asian: ['H', 'J', 'K', 'L'],
  'Multiple or mixed': ['D', 'E', 'F', 'G'],
  White: ['A', 'B', 'C'],
  Other: ['R', 'S'],
};

/** One row an adult, each person once. */
export function adults(): TableDefinition {
  return {
    name: 'adults',
    label: 'Adults',
    unit: 'adults',
    from: 'service_users',
    steps: [
      ...ADULTS_ONLY,
      { op: 'remove-duplicates' },
      { op: 'remove-duplicates', by: ['nhs_number', 'date_of_birth'] },
      { op: 'tidy-text', variable: 'sex', case: 'upper' },
      { op: 'map-values', variable: 'sex', map: { FEMALE: 'F' } },
      { op: 'tidy-text', variable: 'ethnic_category', collapse: true, case: 'upper' },
      {
        op: 'map-values',
        variable: 'ethnic_category',
        map: { M1: 'M', 'BLACK AFRICAN': 'N', 'WHITE BRITISH': 'A' },
      },
      {
        op: 'set-missing',
        variables: ['ethnic_category'],
        values: ['Z'],
        reason: 'not stated',
      },
      {
        op: 'set-missing',
        variables: ['imd_decile'],
        outside: { low: 1, high: 10 },
        reason: 'not a decile',
      },
      {
        op: 'set-missing',
        variables: ['age'],
        outside: { low: 12, high: 60 },
        reason: 'not the age of a parent',
      },
      {
        op: 'group',
        variable: 'ethnic_category',
        name: 'ethnic_group',
        label: 'Ethnic group',
        groups: Object.entries(ETHNIC_GROUPS).map(([label, values]) => ({ label, values })),
      },
      {
        op: 'group',
        variable: 'ethnic_group',
        name: 'ethnic_summary',
        label: 'Ethnic group, in two',
        groups: [
          { label: 'Black, Asian or Multiple', values: ['Black', 'Asian', 'Multiple or mixed'] },
          { label: 'White or Other', values: ['White', 'Other'] },
        ],
      },
      {
        op: 'bands',
        variable: 'imd_decile',
        name: 'imd_band',
        label: 'Area deprivation (IMD decile)',
        bands: [
          { label: 'Deciles 1 to 3 (most deprived)', low: 1, high: 3 },
          { label: 'Deciles 4 to 10', low: 4, high: 10 },
        ],
      },
    ],
  };
}

/** The adults with how many appointments each had. */
export function people(): TableDefinition {
  const count = (activity: string, name: string, label: string, also: Condition[] = []): Step => ({
    op: 'count-linked',
    table: 'appointments',
    key: 'client_id',
    foreignKey: 'client_id',
    name,
    label,
    condition: { all: [{ op: 'is', variable: 'activity', value: activity }, ...also] },
  });
  return {
    name: 'people',
    label: 'Adults and their appointments',
    unit: 'adults',
    from: 'adults',
    steps: [
      count('PIP', 'pip_appointments', 'Psychotherapy appointments made'),
      count('Together Time', 'group_sessions', 'Together Time sessions booked'),
      count('Together Time', 'group_attended', 'Together Time sessions attended', [
        { op: 'is', variable: 'attended', value: 'Attended' },
      ]),
    ],
  };
}
