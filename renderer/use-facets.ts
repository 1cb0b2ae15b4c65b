import { useEffect, useMemo, useState } from 'react';
import type { BoardNumbers, ChartFace } from '../src/model/board.ts';
import { EVERYONE } from '../src/model/condition.ts';
import type { RefusalRecord } from '../src/model/refusal.ts';
import type { TableInfo } from '../src/model/table.ts';
import { createBoardLink } from './board/board-link.ts';
import { partsOf, together } from './cohort-words.ts';
import { type Facets, facetCharts, suggestFacets } from './facets.ts';
import { followedIn } from './follow.ts';
import { activeCohort } from './session.ts';
import { useSelect, useSession } from './use-session.ts';

/** The facets of a table as the window keeps them. */
export function useFacets(table: TableInfo): [Facets, (facets: Facets) => void] {
  const session = useSession();
  const kept = useSelect((state) => state.facets[table.name]);
  const facets = useMemo(() => kept ?? suggestFacets(table), [kept, table]);
  const keep = (next: Facets) =>
    session.set({ facets: { ...session.get().facets, [table.name]: next } });
  return [facets, keep];
}

/** The numbers of the facets, on a board that is open as long as they are in view. */
export function useFacetNumbers(table: TableInfo, facets: Facets) {
  const session = useSession();
  const cohortName = useSelect(activeCohort);
  const project = useSelect((state) => state.project);
  const followed = followedIn(
    useSelect((state) => state.followed),
    table.name,
  );
  const [attempt, setAttempt] = useState(0);
  const [faces, setFaces] = useState<Readonly<Record<string, ChartFace>>>({});
  const [numbers, setNumbers] = useState<BoardNumbers | null>(null);
  const [refusal, setRefusal] = useState<RefusalRecord | null>(null);
  const link = useMemo(
    () =>
      createBoardLink(session.client, (refused) => {
        if (refused.code === 'board-not-open') setAttempt((n) => n + 1);
        else setRefusal(refused);
      }),
    [session],
  );
  useEffect(() => link.listen(setNumbers), [link]);
  useEffect(() => () => link.close(), [link]);

  const cohort = project?.cohorts.find(({ name }) => name === cohortName);
  const parts = [
    ...partsOf(cohort?.condition ?? EVERYONE),
    ...(followed === undefined ? [] : [followed.within]),
  ];
  const charts = facetCharts(table, facets);
  const choices = new Map(Object.entries(facets.choices));
  const key = JSON.stringify([table.name, table.version, charts, parts, attempt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that opening depends on
  useEffect(() => {
    let isGone = false;
    const within = parts.length === 0 ? null : together(parts);
    void link.open({ table: table.name, charts, within, choices }).then((reply) => {
      if (isGone || reply === undefined) return;
      setRefusal('faces' in reply ? null : reply);
      if ('faces' in reply) setFaces(reply.faces);
    });
    return () => {
      isGone = true;
    };
  }, [key, link]);
  const said = JSON.stringify(facets.choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is ticked is told by its text
  useEffect(() => link.chooseAll(choices), [said, link]);
  return { faces, numbers, refusal };
}
