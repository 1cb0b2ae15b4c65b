import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CohortCount } from '../../../src/model/cohort.ts';
import { removeCohort } from '../../cohort-actions.ts';
import { activeTable } from '../../session.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { counted } from '../../words.ts';
import { Answer } from '../answer.tsx';
import { Blank } from '../blank.tsx';
import { Divider } from '../divider.tsx';
import { CohortDetails } from './cohort-details.tsx';
import { CohortList } from './cohort-list.tsx';
import { SeveralCohorts } from './several-cohorts.tsx';

/** The cohorts that were kept: one is looked into and changed, several are compared or combined. */
export function KeptCohorts({ heading }: { heading: ReactNode }) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const asked = useReply(`cohorts ${revision}`, (options) => session.client.cohorts({}, options));
  return (
    <>
      <div className="head">
        {heading}
        <span className="note">
          {asked.state === 'ok' && asked.value.length > 0 && counted(asked.value.length, 'cohort')}
        </span>
      </div>
      <Answer asked={asked} lines={8}>
        {(cohorts) => (cohorts.length === 0 ? <NoCohorts /> : <Cohorts cohorts={cohorts} />)}
      </Answer>
    </>
  );
}

function Cohorts({ cohorts }: { cohorts: readonly CohortCount[] }) {
  const session = useSession();
  const table = useSelect(activeTable);
  const inUse = useSelect((state) => state.cohorts);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const listed = ownFirst(cohorts, table?.name);
  const known = listed.filter(({ name }) => chosen.has(name));
  const active = listed.find(({ name, table: of }) => inUse[of] === name && of === table?.name);
  const [first] = listed;
  const selected =
    known.length > 0 ? known : [active ?? first].filter((each) => each !== undefined);
  const [only] = selected;
  return (
    <div className="layout">
      <CohortList
        cohorts={listed}
        selected={selected.map(({ name }) => name)}
        onSelect={setChosen}
        onRemove={(cohort) => void removeCohort(session, cohort)}
      />
      <Divider
        name="cohorts-right"
        label="the panel"
        pane="right"
        wide={360}
        slim={320}
        min={280}
      />
      {selected.length > 1 ? (
        <SeveralCohorts
          key={selected.map(({ name }) => name).join(' ')}
          cohorts={selected}
          onMade={(name) => setChosen(new Set([name]))}
        />
      ) : (
        only !== undefined && (
          <CohortDetails
            key={only.name}
            cohort={only}
            onMade={(name) => setChosen(new Set([name]))}
          />
        )
      )}
    </div>
  );
}

function NoCohorts() {
  const session = useSession();
  return (
    <section className="card">
      <Blank
        title="No cohorts yet"
        text="A cohort is a condition with a name: who is meant. Add conditions in the bar above, or choose on charts under Explore, and save them. Results keep the cohort they were made with, and say when it has changed."
      >
        <Button className="btn primary" onPress={() => session.set({ adding: true })}>
          Add a condition
        </Button>
      </Blank>
    </section>
  );
}

/** Those of the active table first, else in the order of their tables and names. */
function ownFirst(cohorts: readonly CohortCount[], table: string | undefined): CohortCount[] {
  const other = ({ table: of }: CohortCount) => (of === table ? 0 : 1);
  return cohorts.toSorted(
    (a, b) =>
      other(a) - other(b) ||
      a.table.localeCompare(b.table, 'en-GB') ||
      a.label.localeCompare(b.label, 'en-GB'),
  );
}
