import type { CodeList } from '../code-list.ts';

export const CLOSURE_REASON: CodeList = {
  id: 'closure-reason',
  name: 'Referral closure reason (NHS)',
  source: 'NHS Data Model and Dictionary, REFERRAL CLOSURE REASON, read 2026-05',
  codes: [
    { code: '01', label: 'Admitted elsewhere', class: 'valid' },
    { code: '02', label: 'Treatment completed', class: 'valid' },
    { code: '03', label: 'Moved', class: 'valid' },
    { code: '04', label: 'No further treatment appropriate', class: 'valid' },
    { code: '05', label: 'Did not attend', class: 'valid' },
    { code: '06', label: 'Died', class: 'valid' },
    { code: '07', label: 'Requested discharge', class: 'valid' },
    { code: '08', label: 'Referred on', class: 'valid' },
    { code: '09', label: 'Refused to be seen', class: 'valid' },
  ],
};

export const REJECTION_REASON: CodeList = {
  id: 'rejection-reason',
  name: 'Referral rejection reason (NHS)',
  source: 'NHS Data Model and Dictionary, REFERRAL REJECTION REASON, read 2026-05',
  codes: [
    { code: '01', label: 'Duplicate referral', class: 'valid' },
    { code: '02', label: 'Inappropriate referral', class: 'valid' },
    { code: '03', label: 'Incomplete referral', class: 'valid' },
  ],
};
