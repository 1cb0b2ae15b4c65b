import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Side, Sides, DataView as View } from '../analysis.ts';
import { count } from '../parts/words.ts';
import { pairsOf } from '../statistics/read-groups.ts';
import type { RowGroups } from './row-groups.ts';

/** Cohorts as the groups of a table of characteristics, and how far they are the same rows. */
export function sideGroups(view: View, { cohorts, withAll }: Sides): RowGroups & { notes: Note[] } {
  const members = cohorts.map((side) => placesIn(view, side));
  const sides = members.map((places) => {
    const mask = new Uint8Array(view.rows.length);
    for (const place of places) mask[place] = 1;
    return mask;
  });
  const left = view.rows.reduce((n, _, i) => n + (sides.some((side) => side[i] === 1) ? 0 : 1), 0);
  const labels = cohorts.map(({ label }) => label);
  const names = labels.map((label) => `“${escapeRich(label)}”`);
  const shared = pairsOf(cohorts.length).flatMap(([a, b]) => {
    const both = (members[a] ?? new Uint32Array()).reduce(
      (n, place) => n + (sides[b]?.[place] ?? 0),
      0,
    );
    return both > 0 ? [{ a, b, both }] : [];
  });
  const size = (k: number) => count(members[k]?.length ?? 0);
  return {
    by: 'Cohort',
    compared: 'cohorts',
    labels,
    sizes: members.map(({ length }) => length),
    members,
    withAll,
    left: left === 0 ? '' : `${count(left)} ${view.unit} are in none of the cohorts`,
    notes: [
      ...shared.map(({ a, b, both }) => ({
        kind: 'caution' as const,
        text: `${count(both)} ${escapeRich(view.unit)} are both in ${names[a]} (${count(both)} of ${size(a)}) and in ${names[b]} (${count(both)} of ${size(b)}).`,
      })),
      ...(shared.length > 0
        ? [
            {
              kind: 'note' as const,
              text: 'Rows that cohorts have in common count in each of them. SMD compares the cohorts as they are; between those who are in one of them only it would be larger.',
            },
          ]
        : []),
      ...(withAll
        ? [
            {
              kind: 'note' as const,
              text: `All holds the ${cohorts.length === 1 ? 'cohort' : 'cohorts'} too: SMD against it is smaller than against the rest.`,
            },
          ]
        : []),
    ],
  };
}

/** Places in the view of the rows of a side. */
function placesIn({ frame, rows }: View, side: Side): Uint32Array {
  const mask = new Uint8Array(frame.rows);
  for (const row of side.rows) mask[row] = 1;
  const places: number[] = [];
  rows.forEach((row, place) => {
    if (mask[row] === 1) places.push(place);
  });
  return Uint32Array.from(places);
}
