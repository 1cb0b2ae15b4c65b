/** A result whose data or cohort are no longer those that it was made from. */
export interface StaleResult {
  id: string;
  changes: readonly ResultChange[];
  /** Computing it again brings it up to date. */
  canRerun: boolean;
  /** Its table has to be made again first. */
  needsTable: boolean;
}

export interface ResultChange {
  /** `source` = a made table has not been made again since what it comes from has changed. */
  of: 'table' | 'source' | 'table-gone' | 'cohort' | 'cohort-gone';
  /** Name of the table or cohort. */
  name: string;
  /** "The cohort “Accepted” has changed: …" */
  text: string;
}

/** What has changed since, in one text; '' while a result holds. */
export function changeWords(stale: StaleResult | undefined): string {
  return (stale?.changes ?? []).map(({ text }) => text).join(' ');
}
