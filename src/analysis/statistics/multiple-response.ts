export interface MultipleResponse {
  options: readonly string[];
  /** Cases that chose each option. */
  count: readonly number[];
  percent_of_responses: readonly (number | null)[];
  /** Of all cases, also those that chose nothing. */
  percent_of_cases_all: readonly (number | null)[];
  percent_of_cases_answering: readonly (number | null)[];
}

/**
 * Counts of a question that allows several answers; an answer repeated within a case counts once.
 * @param sets the answers of each case, none for a case that gave none
 * @param options to be listed, in order; left out = those that occur, in alphabetical order
 */
export function multipleResponse(
  sets: readonly (readonly string[])[],
  options?: readonly string[],
): MultipleResponse {
  const listed = options ?? [...new Set(sets.flat())].sort(new Intl.Collator('en-GB').compare);
  const chosen = sets.map((set) => new Set(set));
  const count = listed.map((option) => chosen.filter((set) => set.has(option)).length);
  const responses = count.reduce((a, b) => a + b, 0);
  const answering = chosen.filter((set) => listed.some((option) => set.has(option))).length;
  const percent = (of: number) => count.map((n) => (of > 0 ? (100 * n) / of : null));
  return {
    options: listed,
    count,
    percent_of_responses: percent(responses),
    percent_of_cases_all: percent(sets.length),
    percent_of_cases_answering: percent(answering),
  };
}
