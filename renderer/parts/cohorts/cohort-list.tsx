import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import type { CohortCount } from '../../../src/model/cohort.ts';
import { applyCohort } from '../../cohort-actions.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count, counted } from '../../words.ts';

/** One line a cohort: who, how many rows and people, which version, and what uses it. */
export function CohortList({
  cohorts,
  selected,
  onSelect,
  onRemove,
}: {
  cohorts: readonly CohortCount[];
  selected: readonly string[];
  onSelect: (names: ReadonlySet<string>) => void;
  onRemove: (cohort: CohortCount) => void;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const inUse = useSelect((state) => state.cohorts);
  const [only] = selected;
  return (
    <section className="card flush" aria-label="Cohorts" data-pane="cohorts">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is meant for the rows inside */}
      <div
        className="scroll"
        onKeyDown={(event) => {
          const cohort = cohorts.find(({ name }) => name === only);
          if (event.key === 'Delete' && selected.length === 1 && cohort) onRemove(cohort);
        }}
      >
        <Table
          className="sourcelist cohortlist"
          aria-label="Cohorts"
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selected}
          onSelectionChange={(keys) => {
            const names = keys === 'all' ? cohorts.map(({ name }) => name) : [...keys].map(String);
            onSelect(new Set(names));
          }}
          onRowAction={(name) => {
            const cohort = cohorts.find((each) => each.name === name);
            if (cohort) applyCohort(session, cohort);
          }}
        >
          <TableHeader>
            <Column isRowHeader>Cohort</Column>
            <Column>Table</Column>
            <Column className="num">Rows</Column>
            <Column className="num">People</Column>
            <Column className="num">Version</Column>
            <Column className="num">Used by</Column>
          </TableHeader>
          <TableBody
            items={cohorts.map((cohort) => ({ cohort, id: cohort.name }))}
            dependencies={[tables, inUse]}
          >
            {({ cohort, id }) => (
              <Row id={id}>
                <Cell>
                  <b>{cohort.label}</b>
                  {inUse[cohort.table] === cohort.name && <span className="tag">in use</span>}
                  {cohort.stale.length > 0 && (
                    <span className="tag caution" title={cohort.stale.join(' ')}>
                      ! parts have changed
                    </span>
                  )}
                  <span className={cohort.refused === null ? 's' : 's bad'}>
                    {cohort.refused ?? cohort.sentence}
                  </span>
                </Cell>
                <Cell>
                  {tables.find(({ name }) => name === cohort.table)?.label ?? cohort.table}
                </Cell>
                <Cell className="num">
                  {cohort.n === null ? '–' : count(cohort.n)}
                  <span className="s">of {count(cohort.of)}</span>
                </Cell>
                <Cell className="num">
                  {cohort.people === null ? '–' : count(cohort.people.n)}
                  <span className="s">
                    {cohort.people !== null && `of ${count(cohort.people.of)}`}
                  </span>
                </Cell>
                <Cell className="num">{cohort.version}</Cell>
                <Cell className="num">
                  {cohort.results.length === 0 ? '–' : counted(cohort.results.length, 'result')}
                  <span className="s">
                    {cohort.tables.length > 0 && counted(cohort.tables.length, 'table')}
                  </span>
                </Cell>
              </Row>
            )}
          </TableBody>
        </Table>
      </div>
      <footer className="hint note">
        Enter uses a cohort, Delete removes it. Ctrl or Shift selects several, to compare or
        combine.
      </footer>
    </section>
  );
}
