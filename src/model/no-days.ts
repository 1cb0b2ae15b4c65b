/** Days that registers put where none is known, as ISO dates. */
export const NO_DAYS: readonly string[] = [
  '1800-01-01',
  '1899-12-31',
  '1900-01-01',
  '1901-01-01',
  '9999-12-31',
  '9999-09-09',
];
