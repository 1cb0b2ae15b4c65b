import type { ReactNode } from 'react';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { KeptCohorts } from '../parts/cohorts/kept-cohorts.tsx';
import { Explorer } from '../parts/explorer/explorer.tsx';
import { Pathways } from '../parts/pathways/pathways.tsx';
import { Segments } from '../parts/segments.tsx';
import type { CohortsPart as Part } from '../session.ts';
import { useSelect, useSession } from '../use-session.ts';

/** What stands on the page beside its heading: a part brings its own tools there. */
export interface CohortsPart {
  heading: ReactNode;
}

const TABS = [
  { id: 'explore', label: 'Explore' },
  { id: 'pathways', label: 'Pathways' },
  { id: 'kept', label: 'Kept' },
] as const satisfies readonly { id: Part; label: string }[];

const PARTS: Record<Part, (props: CohortsPart) => ReactNode> = {
  explore: Explorer,
  pathways: Pathways,
  kept: KeptCohorts,
};

/** Who is meant: found on linked charts, kept under a name, compared. */
export function CohortsView() {
  const session = useSession();
  const tab = useSelect((state) => state.cohortsPart);
  const Part = PARTS[tab];
  return (
    <>
      <CohortBar />
      <main className={`work cohorts ${tab}`} data-pane="work">
        <Part
          heading={
            <>
              <h1>Cohorts</h1>
              <Segments
                label="Part of Cohorts"
                choices={TABS}
                value={tab}
                onChange={(cohortsPart) => session.set({ cohortsPart })}
              />
            </>
          }
        />
      </main>
    </>
  );
}
