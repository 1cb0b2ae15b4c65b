import { useState } from 'react';
import { Button, RadioGroup } from 'react-aria-components';
import { combineConditions } from '../../../src/cohort/combine-conditions.ts';
import { COMBINATIONS, type CohortCount, type CombineBy } from '../../../src/model/cohort.ts';
import { combineCohorts, compareCohorts } from '../../cohort-actions.ts';
import { useReply } from '../../use-reply.ts';
import { useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { Way } from '../check.tsx';
import { Pick } from '../pick.tsx';
import { Scroll } from '../scroll.tsx';
import { LiveText } from '../text-field.tsx';

const WAYS: Record<CombineBy, string> = {
  and: 'In all of them',
  or: 'In at least one of them',
  'but-not': 'In one, but not in the others',
};

/** Several cohorts: set side by side, or combined to a new one. */
export function SeveralCohorts({
  cohorts,
  onMade,
}: {
  cohorts: readonly CohortCount[];
  onMade: (name: string) => void;
}) {
  const [first] = cohorts;
  const isOfOne = cohorts.every(({ table }) => table === first?.table);
  return (
    <aside
      className="card flush receipt cohortpanel"
      aria-label="Several cohorts"
      data-pane="panel"
    >
      <header>
        <h2>{cohorts.length} cohorts</h2>
      </header>
      <Scroll label="Several cohorts">
        <section>
          <ul className="parts">
            {cohorts.map(({ name, label, n, of }) => (
              <li key={name}>
                <span>{label}</span>
                <span className="note right">
                  {n === null ? '–' : count(n)} of {count(of)}
                </span>
              </li>
            ))}
          </ul>
        </section>
        {isOfOne && first !== undefined ? (
          <>
            <CompareForm cohorts={cohorts} table={first.table} />
            <CombineForm cohorts={cohorts} table={first.table} unit={first.unit} onMade={onMade} />
          </>
        ) : (
          <section>
            <p className="note">
              These are cohorts of different tables. Cohorts of one table can be compared and
              combined.
            </p>
          </section>
        )}
      </Scroll>
    </aside>
  );
}

function CompareForm({ cohorts, table }: { cohorts: readonly CohortCount[]; table: string }) {
  const session = useSession();
  const compare = (beside?: 'rest') =>
    compareCohorts(session, table, {
      cohorts: cohorts.map(({ name }) => name),
      ...(beside === undefined ? {} : { with: beside }),
    });
  return (
    <section>
      <h3>Compare</h3>
      <p className="note">
        Table 1 side by side, with standardised differences. Rows in more than one cohort count in
        each, and the result says how many they are.
      </p>
      <div className="line">
        <Button className="btn small primary" onPress={() => compare()}>
          Compare
        </Button>
        <Button className="btn small" onPress={() => compare('rest')}>
          Compare, with the rest
        </Button>
      </div>
    </section>
  );
}

function CombineForm({
  cohorts,
  table,
  unit,
  onMade,
}: {
  cohorts: readonly CohortCount[];
  table: string;
  unit: string;
  onMade: (name: string) => void;
}) {
  const session = useSession();
  const [by, setBy] = useState<CombineBy>('and');
  const [lead, setLead] = useState(cohorts[0]?.name ?? '');
  const [label, setLabel] = useState('');
  const ordered =
    by === 'but-not'
      ? cohorts.toSorted((a, b) => Number(b.name === lead) - Number(a.name === lead))
      : cohorts;
  const proposed = ordered.map((each) => each.label).join(` ${COMBINATIONS[by]} `);
  const condition = combineConditions(
    by,
    ordered.map((each) => each.condition),
  );
  const size = useReply(JSON.stringify([table, condition]), (options) =>
    session.client.countCohort({ table, condition }, options),
  );
  return (
    <section className="form">
      <h3>Combine</h3>
      <RadioGroup
        className="ways"
        aria-label="How to combine"
        value={by}
        onChange={(way) => setBy(way as CombineBy)}
      >
        {(Object.keys(WAYS) as CombineBy[]).map((way) => (
          <Way key={way} value={way}>
            <span>{WAYS[way]}</span>
          </Way>
        ))}
      </RadioGroup>
      {by === 'but-not' && (
        <Pick
          label="In"
          labelled
          choices={cohorts.map(({ name, label: words }) => ({ id: name, label: words }))}
          value={lead}
          onChange={setLead}
        />
      )}
      <LiveText
        label="Name of the cohort"
        value={label}
        onChange={setLabel}
        placeholder={proposed.slice(0, 60)}
      />
      <p className="note" aria-live="polite">
        {size.state === 'ok' && (
          <>
            <b>{count(size.value.n)}</b> of {count(size.value.of)} {unit}. The new cohort keeps
            these conditions when one of its parts changes, and says so.
          </>
        )}
        {size.state === 'refused' && <span className="bad">{size.refusal.message}</span>}
      </p>
      <div>
        <Button
          className="btn small primary"
          isDisabled={size.state === 'refused'}
          onPress={async () => {
            const made = await combineCohorts(session, {
              by,
              parts: ordered.map(({ name }) => name),
              label: label.trim() || proposed.slice(0, 200),
            });
            if (made !== undefined) onMade(made);
          }}
        >
          Combine
        </Button>
      </div>
    </section>
  );
}
