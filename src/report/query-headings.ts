/** The sheet of a query list that is read back. */
export const QUERY_SHEET = 'Queries';
/** Its headings that are read back: the number of a question, and what the sender fills in. */
export const QUERY_NUMBER = 'Query';
export const QUERY_ANSWER = 'Answer';
