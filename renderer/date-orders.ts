import type { DateOrder } from '../src/model/importing.ts';

/** The orders of day, month and year, as the window names them. */
export const DATE_ORDERS: readonly { id: DateOrder; label: string }[] = [
  { id: 'dmy', label: 'Day first' },
  { id: 'mdy', label: 'Month first' },
  { id: 'ymd', label: 'Year first' },
];
