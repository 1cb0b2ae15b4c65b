import { AREA_FUNCTIONS } from './functions/areas.ts';
import { DATE_FUNCTIONS } from './functions/dates.ts';
import type { FunctionRecord } from './functions/function-record.ts';
import { NUMBER_FUNCTIONS } from './functions/numbers.ts';
import { OPERATOR_FUNCTIONS } from './functions/operators.ts';
import { TEXT_FUNCTIONS } from './functions/texts.ts';

/** Functions with operators; those of SPECIAL deal with what is missing themselves. */
export const FUNCTIONS: Readonly<Record<string, FunctionRecord>> = {
  ...OPERATOR_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...AREA_FUNCTIONS,
};

/** What takes part in the answer although something is missing. */
export const SPECIAL: Readonly<Record<string, { usage: string; about: string }>> = {
  and: { usage: 'a and b', about: 'whether both are so; no when one is not, whatever the other' },
  or: { usage: 'a or b', about: 'whether one is so; yes when one is, whatever the other' },
  if: {
    usage: 'if(test, then, else)',
    about:
      'one of two values; missing when the test is. Without “else” it is missing where the test fails',
  },
  is_missing: { usage: 'is_missing(x)', about: 'whether there is no value' },
  coalesce: { usage: 'coalesce(a, b, …)', about: 'the first that is there' },
  missing: { usage: 'missing("why")', about: 'no value, and why' },
  timing: {
    usage: 'timing(date, born, due)',
    about:
      '"Antenatal" before the date of birth, or before the due date where birth is not known; else "Postnatal"; "Not known" without a date or either of them',
  },
};
