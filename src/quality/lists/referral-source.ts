import type { CodeList, ListedCode } from '../code-list.ts';

const CODES: Readonly<Record<string, string>> = {
  A1: 'General medical practitioner practice',
  A2: 'Health visitor',
  A3: 'Other primary health care',
  A4: 'Maternity service',
  B1: 'Self',
  B2: 'Carer or relative',
  C1: 'Social services',
  C2: 'Education service',
  C3: 'Housing service',
  D1: 'Employer',
  D2: 'Occupational health',
  E1: 'Police',
  E2: 'Courts',
  E3: 'Probation service',
  E4: 'Prison',
  E5: 'Court liaison and diversion service',
  E6: 'Youth offending team',
  F1: 'School nurse',
  F2: 'Hospital-based paediatrics',
  F3: 'Community-based paediatrics',
  G1: 'Independent sector, medium secure',
  G2: 'Independent sector, low secure',
  G3: 'Other independent sector',
  G4: 'Voluntary sector',
  H1: 'Emergency department',
  H2: 'Other secondary care',
  I1: 'Temporary transfer',
  I2: 'Permanent transfer',
  M1: 'Asylum services',
  M2: 'Telephone or electronic access service',
  M3: 'Out-of-area agency',
  M4: 'Drug action team',
  M5: 'Jobcentre Plus',
  M6: 'Other service or agency',
  M7: 'Single point of access service',
  M9: '',
  N3: 'Improving access to psychological therapies',
  P1: 'Internal referral',
  Q1: 'Drop-in service',
  Q2: '',
};
const RETIRED = ['J1', 'J2', 'J3', 'J4', 'K1', 'K2', 'K3', 'K4', 'K5', 'L1', 'L2'];

const GROUPS: Readonly<Record<string, string>> = {
  A: 'Primary care',
  B: 'Self, carer or relative',
  C: 'Local authority',
  D: 'Employer',
  E: 'Justice',
  F: 'Child health',
  G: 'Independent and voluntary sector',
  H: 'Acute care',
  I: 'Transfer',
  M: 'Other',
  N: 'Talking therapies',
  P: 'Internal',
  Q: 'Drop-in',
};

export const REFERRAL_SOURCE: CodeList = {
  id: 'referral-source',
  name: 'Source of referral for mental health (NHS)',
  source:
    'NHS Data Model and Dictionary, SOURCE OF REFERRAL FOR MENTAL HEALTH, read 2026-05; M9, Q1, Q2: MHSDS v5 and v6',
  codes: [
    ...Object.entries(CODES).map(([code, label]): ListedCode => ({ code, label, class: 'valid' })),
    ...RETIRED.map(
      (code): ListedCode => ({ code, label: '', class: 'valid', until: '2020-03-31' }),
    ),
  ],
  schemes: [
    {
      id: 'first-letter',
      name: 'Groups of services',
      source: 'By the first character of the code',
      groups: Object.entries(GROUPS).map(([letter, label]) => ({
        label,
        codes: Object.keys(CODES).filter((code) => code.startsWith(letter)),
      })),
    },
  ],
};
