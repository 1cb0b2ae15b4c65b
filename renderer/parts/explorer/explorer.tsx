import { type ReactNode, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { MemoryPlan } from '../../../src/model/board.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { importChosen } from '../../project-actions.ts';
import { activeTable } from '../../session.ts';
import { createStore } from '../../store.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count, size } from '../../words.ts';
import { Answer } from '../answer.tsx';
import { Blank } from '../blank.tsx';
import { Divider } from '../divider.tsx';
import { RefusalCard } from '../refusal-card.tsx';
import { Scroll } from '../scroll.tsx';
import { Segments } from '../segments.tsx';
import { AddChart } from './add-chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { ExplorePanel } from './explore-panel.tsx';
import { MEASURES, type Measure } from './measure.ts';
import type { Reading } from './place-values.tsx';
import { UnitSwitch } from './unit-switch.tsx';
import { useBoard } from './use-board.ts';

/** A board of linked charts of the active table: what is chosen on one, the others follow. */
export function Explorer({ heading }: { heading: ReactNode }) {
  const session = useSession();
  const table = useSelect(activeTable);
  if (table !== null && table.rows > 0) {
    return <ExploredTable key={table.name} table={table} heading={heading} />;
  }
  return (
    <>
      <div className="head">
        {heading}
        {table !== null && <UnitSwitch table={table} />}
      </div>
      <section className="card">
        <Blank
          title={table === null ? 'No table yet' : 'This table has no rows'}
          text="Charts of the variables of a table are shown here, linked with each other."
        >
          <Button className="btn primary" onPress={() => importChosen(session)}>
            Import files <kbd>Ctrl I</kbd>
          </Button>
        </Blank>
      </section>
    </>
  );
}

/** Tables of so many rows are asked about before they are put into memory, if they need this much. */
const LARGE = { rows: 5_000_000, bytes: 1e9 };

/** Says what a very large table will take, and begins when told to. */
function ExploredTable({ table, heading }: { table: TableInfo; heading: ReactNode }) {
  const session = useSession();
  const isLarge = table.rows >= LARGE.rows;
  const needs = useReply(isLarge ? `${table.name} ${table.version}` : null, (options) =>
    session.client.exploreNeeds({ table: table.name }, options),
  );
  const [isAgreed, setAgreed] = useState(false);
  if (!isLarge || isAgreed) return <OpenTable table={table} heading={heading} />;
  return (
    <>
      <div className="head">
        {heading}
        <UnitSwitch table={table} />
      </div>
      <Answer asked={needs}>
        {(plan) =>
          bytesOf(plan) < LARGE.bytes ? (
            <OpenTable table={table} heading={null} />
          ) : (
            <section className="card">
              <Blank
                title={`${count(table.rows)} ${table.unit} may take ${size(bytesOf(plan))} of memory`}
                text={`Charts follow a brush because the variables they show are kept in memory: ${plan.bytesPerRow} bytes a row if you look at all of them. It is given back when you leave this page.`}
              >
                <Button className="btn primary" onPress={() => setAgreed(true)}>
                  Open the charts
                </Button>
              </Blank>
            </section>
          )
        }
      </Answer>
    </>
  );
}

function bytesOf({ columns, charts }: MemoryPlan): number {
  return columns + charts;
}

function OpenTable({ table, heading }: { table: TableInfo; heading: ReactNode }) {
  const board = useBoard(table);
  const [measure, setMeasure] = useState<Measure>('count');
  // Changes with every movement of the pointer: only who lists the values listens.
  const reading = useMemo(() => createStore<Reading>({ chart: null, at: null }), []);
  return (
    <>
      <div className="head">
        {heading}
        <UnitSwitch table={table} />
        <span className="actions">
          <Segments label="Bars show" choices={MEASURES} value={measure} onChange={setMeasure} />
          <AddChart table={table} board={board} />
        </span>
      </div>
      <div className="layout">
        <Scroll label="Charts" className="boardbox" pane="charts">
          {board.refusal !== null ? (
            <RefusalCard refusal={board.refusal}>
              <Button className="btn small" onPress={board.retry}>
                Try again
              </Button>
            </RefusalCard>
          ) : board.charts.length === 0 ? (
            <section className="card">
              <Blank
                title="No charts on the board"
                text="Add a chart of any variable; what is chosen on one, the others follow."
              />
            </section>
          ) : (
            <div className="board">
              {board.charts.map((chart) => (
                <ChartCard
                  key={chart.name}
                  chart={chart}
                  table={table}
                  board={board}
                  measure={measure}
                  onRead={(at) => reading.set(at === null ? { at } : { chart: chart.name, at })}
                />
              ))}
            </div>
          )}
        </Scroll>
        <Divider
          name="explore-right"
          label="the panel"
          pane="right"
          wide={304}
          slim={280}
          min={240}
        />
        <ExplorePanel table={table} board={board} measure={measure} reading={reading} />
      </div>
    </>
  );
}
