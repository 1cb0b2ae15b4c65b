import type { CodeList } from '../code-list.ts';

/** 03 and 06 went with MHSDS version 5, of which no day is known here: they are not in the list. */
export const CONSULTATION_MECHANISM: CodeList = {
  id: 'consultation-mechanism',
  name: 'Consultation mechanism (NHS)',
  source:
    'NHS Data Model and Dictionary, CONSULTATION MECHANISM, read 2026-05 (MHSDS v5 and later)',
  codes: [
    { code: '01', label: 'Face to face', class: 'valid' },
    { code: '02', label: 'Telephone', class: 'valid' },
    { code: '04', label: 'Talk type', class: 'valid' },
    { code: '05', label: 'E-mail', class: 'valid' },
    { code: '09', label: 'Text message', class: 'valid' },
    { code: '10', label: 'Instant message', class: 'valid' },
    { code: '11', label: 'Video', class: 'valid' },
    { code: '12', label: 'Message board', class: 'valid' },
    { code: '13', label: 'Chat room', class: 'valid' },
    { code: '98', label: 'Other', class: 'valid' },
  ],
};
