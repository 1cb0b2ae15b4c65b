import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { CohortCount } from '../../../src/model/cohort.ts';
import { formatShare } from '../../../src/model/format.ts';
import {
  applyCohort,
  changeCohort,
  compareCohorts,
  duplicateCohort,
  removeCohort,
} from '../../cohort-actions.ts';
import { useSession } from '../../use-session.ts';
import { Scroll } from '../scroll.tsx';
import { CommittedText } from '../text-field.tsx';
import { CohortConditions } from './cohort-conditions.tsx';
import { CohortHistory } from './cohort-history.tsx';
import { CohortParts } from './cohort-parts.tsx';
import { CohortUses } from './cohort-uses.tsx';

/** One cohort in full: who is in it, why, what uses it, what it was before. */
export function CohortDetails({
  cohort,
  onMade,
}: {
  cohort: CohortCount;
  onMade: (name: string) => void;
}) {
  const session = useSession();
  const [isNaming, setIsNaming] = useState(false);
  const { name, label, description, version, n, of, unit, people, sentence, refused } = cohort;
  const change = (part: { label?: string; description?: string }) =>
    changeCohort(session, name, part);
  return (
    <aside className="card flush receipt cohortpanel" aria-label="Cohort in full" data-pane="panel">
      <header>
        <h2 className="cut" title={label}>
          {label}
        </h2>
        <span className="note right">version {version}</span>
      </header>
      <Scroll label="Cohort in full">
        <section>
          {refused === null ? <p>{sentence}</p> : <p className="bad">{refused}</p>}
          <dl className="counts">
            {n !== null && (
              <>
                <dt>{unit}</dt>
                <dd>{formatShare(n, of)}</dd>
              </>
            )}
            {people !== null && (
              <>
                <dt>people, by {people.variable}</dt>
                <dd>{formatShare(people.n, people.of)}</dd>
              </>
            )}
          </dl>
          {description !== '' && !isNaming && <p className="note">{description}</p>}
          {isNaming ? (
            <div className="form">
              <CommittedText
                label="Name"
                value={label}
                onCommit={(text) => void change({ label: text })}
              />
              <CommittedText
                label="What it is for"
                rows={3}
                value={description}
                onCommit={(text) => void change({ description: text })}
              />
              <div className="buttons">
                <Button className="btn small" onPress={() => setIsNaming(false)}>
                  Done
                </Button>
              </div>
            </div>
          ) : (
            <Button className="link" onPress={() => setIsNaming(true)}>
              {description === '' ? 'Rename or describe' : 'Change name or description'}
            </Button>
          )}
        </section>
        <CohortConditions cohort={cohort} />
        {cohort.combined !== undefined && <CohortParts cohort={cohort} />}
        <CohortUses cohort={cohort} />
        <CohortHistory cohort={cohort} />
      </Scroll>
      <footer>
        <Button
          className="btn small primary"
          isDisabled={refused !== null}
          onPress={() => applyCohort(session, cohort)}
        >
          Use
        </Button>
        <MenuTrigger>
          <Button className="btn small" isDisabled={refused !== null}>
            Compare
          </Button>
          <Popover className="popover" placement="top start">
            <Menu
              className="options"
              onAction={(id) =>
                compareCohorts(session, cohort.table, {
                  cohorts: [name],
                  with: id === 'rest' ? 'rest' : 'everyone',
                })
              }
            >
              <MenuItem id="rest">With the rest</MenuItem>
              <MenuItem id="everyone">With everyone</MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
        <Button
          className="btn small"
          onPress={async () => {
            const made = await duplicateCohort(session, cohort);
            if (made !== undefined) onMade(made);
          }}
        >
          Duplicate
        </Button>
        <Button className="btn small right" onPress={() => void removeCohort(session, cohort)}>
          Remove
        </Button>
      </footer>
    </aside>
  );
}
