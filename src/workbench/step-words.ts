import type { Origin } from '../model/table.ts';

const MOST = 12;

/** What steps of a recipe did, for the history: "Step 3: Set 26 of 235 values of age to missing." All, or those at some places. */
export function stepWords(origin: Origin, places?: readonly number[]): string {
  if (origin.made !== 'recipe') return '';
  const wanted = places ?? [...origin.outcomes.keys()];
  const said = wanted
    .slice(0, MOST)
    .map((at) => ` Step ${at + 1}: ${origin.outcomes[at]?.sentence ?? ''}`);
  const more = wanted.length > MOST ? ` And ${wanted.length - MOST} more steps.` : '';
  return `${said.join('')}${more}`;
}
