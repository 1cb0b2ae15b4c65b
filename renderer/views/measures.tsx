import { useState } from 'react';
import { Answer } from '../parts/answer.tsx';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { MeasureLibrary } from '../parts/measure-library.tsx';
import { Outcomes } from '../parts/outcomes.tsx';
import { Scoring } from '../parts/scoring.tsx';
import { Segments } from '../parts/segments.tsx';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';

const TABS = [
  { id: 'library', label: 'Library' },
  { id: 'scoring', label: 'Scoring' },
  { id: 'outcomes', label: 'Outcomes' },
] as const;

type Tab = (typeof TABS)[number]['id'];

/** Questionnaires: what they are, which columns are their items, and what changed. */
export function MeasuresView() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const hasScores = useSelect((state) =>
    (state.project?.tables ?? []).some(({ origin }) => origin.made === 'scores'),
  );
  const hasTables = useSelect((state) => (state.project?.tables ?? []).length > 0);
  const [tab, setTab] = useState<Tab>(hasScores ? 'outcomes' : hasTables ? 'scoring' : 'library');
  const measures = useReply(`measures ${revision}`, (options) =>
    session.client.measures({}, options),
  );
  return (
    <>
      <CohortBar />
      <main className={`work measures ${tab}`} data-pane="work">
        <div className="head">
          <h1>Measures</h1>
          <Segments label="Part of Measures" choices={TABS} value={tab} onChange={setTab} />
        </div>
        <Answer asked={measures} lines={10}>
          {(known) => {
            if (tab === 'library') return <MeasureLibrary known={known} />;
            if (tab === 'scoring') {
              return <Scoring known={known} onScored={() => setTab('outcomes')} />;
            }
            return <Outcomes known={known} onScore={() => setTab('scoring')} />;
          }}
        </Answer>
      </main>
    </>
  );
}
