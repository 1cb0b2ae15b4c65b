import type { CodeList } from '../code-list.ts';

export const ATTENDANCE: CodeList = {
  id: 'attendance',
  name: 'Attended or did not attend (NHS)',
  source: 'NHS Data Model and Dictionary, ATTENDED OR DID NOT ATTEND CODE, read 2026-05',
  codes: [
    { code: '5', label: 'Attended on time', class: 'valid' },
    { code: '6', label: 'Arrived late, but was seen', class: 'valid' },
    { code: '7', label: 'Arrived late and was not seen', class: 'valid' },
    { code: '2', label: 'Cancelled by the patient', class: 'valid' },
    { code: '3', label: 'Did not attend', class: 'valid' },
    { code: '4', label: 'Cancelled by the provider', class: 'valid' },
    { code: '0', label: 'Not applicable: in the future', class: 'other' },
  ],
  schemes: [
    {
      id: 'attended',
      name: 'Attended (5 and 6, as NHS England counts)',
      source: 'NHS England, MHSDS code (2025-09)',
      groups: [
        { label: 'Attended', codes: ['5', '6'] },
        { label: 'Did not attend', codes: ['3', '7'] },
        { label: 'Cancelled', codes: ['2', '4'] },
      ],
    },
  ],
};
