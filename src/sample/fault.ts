/** What is wrong on purpose. The key is the `kind` in faults.json. */
export const FAULT_KINDS = {
  'duplicate-row': 'A row that repeats another row exactly',
  'duplicate-person': 'One person under two ids, the name spelt differently',
  'impossible-date': 'A date that does not exist',
  'default-date': 'A default date, 1900-01-01',
  'out-of-range': 'A value outside its range',
  orphan: 'A row of somebody who is not among the service users',
  spelling: 'Another spelling of a category',
  'missing-code': 'A code or a blank that means “not known”',
  'identifier-in-text': 'An NHS or phone number in free text',
  'ragged-row': 'A line with too many or too few fields',
  'before-referral': 'An appointment before its referral',
  'person-type': 'An infant among the adults',
  footer: 'A totals row under the data',
  'ambiguous-dates': 'A date column that can be read in two ways',
  'lost-zeros': 'A client id that has lost its leading zeros',
  'second-id': 'A row under the second id of a person',
  'second-form': 'A second form at the same time point',
  'not-eligible': 'A form of somebody who was not in Together Time',
  'time-order': 'A second form dated before the first',
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

/** One entry of faults.json. */
export interface Fault {
  file: string;
  sheet?: string;
  /** 1-based row of the sheet, or line of the text file where the record begins. */
  row: number;
  /** Header text of the column; left out when the whole row is meant. */
  column?: string;
  kind: FaultKind;
  /** What stands there: the cell as text (dates of a workbook as YYYY-MM-DD), or the cells of the row joined by " | ". */
  was: string;
  /** What would be right, where that is known. */
  instead?: string;
  note: string;
}
