/** What the Start page says of the sample. A test holds every number against the files themselves. */
export const SAMPLE = {
  title: 'Harbour parent–infant service',
  about:
    'A fictional service, June 2015 to December 2023: raw extracts with deliberate faults, and a finished briefing. No real person is in it.',
  contains: [
    { label: 'Files as a trust would send them', n: 6 },
    { label: 'Adults, with ethnic group and IMD decile', n: 415 },
    { label: 'Referrals of adults to psychotherapy', n: 365 },
    { label: 'Psychotherapy appointments, in 9 financial years', n: 3690 },
    { label: 'Together Time sessions', n: 919 },
    { label: 'PRFQ, MORS-SF and LOAF forms, before and after', n: 542 },
  ],
  faults: [
    { sign: '!', label: 'Other spellings of one category', n: 193 },
    { sign: '!', label: 'Codes and blanks for “not known”', n: 85 },
    { sign: '✕', label: 'Infants listed among the adults', n: 29 },
    { sign: '✕', label: 'Rows that repeat another', n: 24 },
    { sign: '✕', label: 'Rows of people nobody knows', n: 23 },
    { sign: '✕', label: 'Answers and codes out of range', n: 17 },
    { sign: '✕', label: 'Dates that do not exist', n: 12 },
    { sign: '✕', label: 'Appointments before their referral', n: 11 },
    { sign: '!', label: 'Default dates, 1900-01-01', n: 6 },
    { sign: '✕', label: 'NHS and phone numbers in free text', n: 5 },
    { sign: '✕', label: 'People registered under two ids', n: 3 },
    { sign: '?', label: 'Columns of dates that read in two ways', n: 1 },
  ],
} as const;
