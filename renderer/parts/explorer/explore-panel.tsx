import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { boardTitle } from '../../../src/chart/board-title.ts';
import { conditionSentence } from '../../../src/cohort/sentence.ts';
import { tablesOf } from '../../../src/cohort/tables.ts';
import type { BoardNumbers } from '../../../src/model/board.ts';
import { EVERYONE } from '../../../src/model/condition.ts';
import { formatNumber } from '../../../src/model/format.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { chipWords, partsOf, together } from '../../cohort-words.ts';
import { draftStep, stepDraft } from '../../draft-history.ts';
import { activeCohort } from '../../session.ts';
import type { Store } from '../../store.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { CrossButton } from '../cross-button.tsx';
import { Scroll } from '../scroll.tsx';
import { Tip } from '../tip.tsx';
import type { Measure } from './measure.ts';
import { PlaceValues, type Reading } from './place-values.tsx';
import type { BoardState } from './use-board.ts';
import { writeText } from './write-text.ts';

/** Who is meant, in words and numbers, what is chosen, and the values of the chart that is looked at. */
export function ExplorePanel({
  table,
  board,
  measure,
  reading,
}: {
  table: TableInfo;
  board: BoardState;
  measure: Measure;
  reading: Store<Reading>;
}) {
  const session = useSession();
  const draft = useSelect((state) => state.draft);
  const project = useSelect((state) => state.project);
  const name = useSelect(activeCohort);
  const saved = project?.cohorts.find((cohort) => cohort.name === name)?.condition ?? EVERYONE;
  const undo = useSelect((state) => draftStep(state, 'undo', table.name));
  const redo = useSelect((state) => draftStep(state, 'redo', table.name));
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const chosen = board.charts.flatMap((chart) => {
    const condition = board.choices.get(chart.name);
    return condition === undefined ? [] : { chart, condition };
  });
  return (
    <aside className="card flush explored" aria-label="The cohort" data-pane="panel">
      <header>
        <h2>In words</h2>
        <span className="right">
          <Tip text={undo ? `Undo: ${undo.words}` : 'Nothing to undo'} keys="Ctrl Z">
            <Button
              className="btn small quiet"
              isDisabled={undo === undefined}
              onPress={() => stepDraft(session, 'undo')}
              aria-label={undo ? `Undo: ${undo.words}` : 'Undo'}
            >
              Undo
            </Button>
          </Tip>
          <Tip text={redo ? `Redo: ${redo.words}` : 'Nothing to redo'} keys="Ctrl Y">
            <Button
              className="btn small quiet"
              isDisabled={redo === undefined}
              onPress={() => stepDraft(session, 'redo')}
              aria-label={redo ? `Redo: ${redo.words}` : 'Redo'}
            >
              Redo
            </Button>
          </Tip>
        </span>
      </header>
      <Scroll label="About the cohort">
        <section>
          <LiveCount table={table} board={board} />
          <p className="sentence">{words(saved, draft, table, tables)}</p>
        </section>
        <section>
          <h3>
            Chosen on charts
            {chosen.length > 0 && (
              <Tip text="Gives up everything that is not saved" keys="Esc">
                <Button className="link note" onPress={board.clearAll}>
                  Clear all
                </Button>
              </Tip>
            )}
          </h3>
          {chosen.length === 0 ? (
            <p className="note">
              Nothing yet. Drag over dates or numbers, click bars; Ctrl adds, Shift extends.
            </p>
          ) : (
            <ul className="picked-list">
              {chosen.map(({ chart, condition }) => (
                <li key={chart.name}>
                  <span>{chipWords(condition, table, tables)}</span>
                  <Button
                    className="link note"
                    aria-label={`Invert the choice on ${boardTitle(board.faces[chart.name]?.question ?? chart.question, table.variables)}`}
                    onPress={() =>
                      board.choose(chart, 'not' in condition ? condition.not : { not: condition })
                    }
                  >
                    Invert
                  </Button>
                  <CrossButton
                    label={`Clear ${chipWords(condition, table, tables)}`}
                    onPress={() => board.choose(chart, null)}
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
        <PlaceValues table={table} board={board} measure={measure} reading={reading} />
      </Scroll>
    </aside>
  );
}

/** n of N, written at every frame. */
function LiveCount({ table, board }: { table: TableInfo; board: BoardState }) {
  const n = useRef<HTMLElement>(null);
  const share = useRef<HTMLSpanElement>(null);
  const [rested, setRested] = useState('');
  const { painter, link } = board;
  useEffect(() => {
    const write = ({ rows, of }: BoardNumbers) => {
      const part = of > 0 ? (100 * rows) / of : 0;
      if (n.current !== null) writeText(n.current, count(rows));
      if (share.current !== null) {
        const words = formatNumber(part, part < 10 ? 'percent1' : 'percent0');
        writeText(share.current, ` of ${count(of)} ${table.unit} (${words})`);
      }
    };
    const say = (numbers: BoardNumbers) =>
      setRested(`${count(numbers.rows)} of ${count(numbers.of)} ${table.unit}`);
    const now = link.numbers();
    if (now !== null) write(now);
    const ends = [painter.onPaint(write), painter.onRest(say)];
    return () => {
      for (const end of ends) end();
    };
  }, [painter, link, table.unit]);
  return (
    <p className="live-n">
      <b ref={n} />
      <span ref={share} />
      <output className="hidden-text">{rested}</output>
    </p>
  );
}

function words(
  saved: Parameters<typeof partsOf>[0],
  draft: readonly (typeof saved)[],
  table: TableInfo,
  tables: readonly TableInfo[],
): string {
  const sentence = conditionSentence(
    together([...partsOf(saved), ...draft]),
    table.variables,
    table.unit,
    tablesOf(tables),
  );
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
