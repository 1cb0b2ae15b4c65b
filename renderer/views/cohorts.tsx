import { type ReactNode, useState } from 'react';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { Explorer } from '../parts/explorer/explorer.tsx';
import { Segments } from '../parts/segments.tsx';

/** What stands on the page beside its heading: a part brings its own tools there. */
export interface CohortsPart {
  heading: ReactNode;
}

const TABS = [{ id: 'explore', label: 'Explore' }] as const;

type Tab = (typeof TABS)[number]['id'];

const PARTS: Record<Tab, (props: CohortsPart) => ReactNode> = { explore: Explorer };

/** Who is meant: found on linked charts, kept under a name, compared. */
export function CohortsView() {
  const [tab, setTab] = useState<Tab>('explore');
  const Part = PARTS[tab];
  return (
    <>
      <CohortBar />
      <main className={`work cohorts ${tab}`} data-pane="work">
        <Part
          heading={
            <>
              <h1>Cohorts</h1>
              <Segments label="Part of Cohorts" choices={TABS} value={tab} onChange={setTab} />
            </>
          }
        />
      </main>
    </>
  );
}
