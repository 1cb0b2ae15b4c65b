import { useEffect, useRef } from 'react';
import { boardTitle } from '../../../src/chart/board-title.ts';
import type { BoardNumbers, ChartFace } from '../../../src/model/board.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import type { BoardChart } from '../../board/suggest-charts.ts';
import { count } from '../../words.ts';
import { CrossButton } from '../cross-button.tsx';
import { Skeleton } from '../skeleton.tsx';
import { ChartBody } from './chart-body.tsx';
import { ChartMenu } from './chart-menu.tsx';
import { CountTable } from './count-table.tsx';
import type { Measure } from './measure.ts';
import type { BoardState } from './use-board.ts';
import { writeText } from './write-text.ts';

/** One chart of the board with its name, its n, and what can be done with it. */
export function ChartCard({
  chart,
  table,
  board,
  measure,
  onRead,
}: {
  chart: BoardChart;
  table: TableInfo;
  board: BoardState;
  measure: Measure;
  onRead: (at: number | null) => void;
}) {
  const face = board.faces[chart.name];
  const title = boardTitle(face?.question ?? chart.question, table.variables);
  const isChosen = board.choices.has(chart.name);
  return (
    <section
      className={chart.wide ? 'card chart wide-chart' : 'card chart'}
      aria-label={title}
      data-chart={chart.name}
    >
      <header>
        <h2 className="cut" title={title}>
          {title}
        </h2>
        {face !== undefined && <Known chart={chart} face={face} board={board} />}
        {isChosen && (
          <CrossButton
            label={`Clear the choice on ${title}`}
            onPress={() => board.choose(chart, null)}
          />
        )}
        <ChartMenu chart={chart} table={table} board={board} measure={measure} title={title} />
      </header>
      {face === undefined ? (
        <Skeleton lines={5} />
      ) : chart.asTable && face.all.show === 'counts' ? (
        <CountTable chart={chart} face={face} table={table} board={board} title={title} />
      ) : (
        <ChartBody
          chart={chart}
          face={face}
          table={table}
          board={board}
          measure={measure}
          title={title}
          onRead={onRead}
        />
      )}
    </section>
  );
}

/** How many of the cohort have a value here; written at every frame, so past React. */
function Known({ chart, face, board }: { chart: BoardChart; face: ChartFace; board: BoardState }) {
  const place = useRef<HTMLSpanElement>(null);
  const { painter, link } = board;
  useEffect(() => {
    const write = (numbers: BoardNumbers) => {
      if (place.current !== null) {
        const n = link.isChosen(chart.name) ? numbers.rows : known(chart.name, face, numbers);
        writeText(place.current, `n = ${count(n)}`);
      }
    };
    const now = link.numbers();
    if (now !== null) write(now);
    return painter.onPaint(write);
  }, [chart.name, face, painter, link]);
  return <span className="note right nw" ref={place} />;
}

/** Rows that meet the choices on all other charts and have a value on this one. */
function known(name: string, { places, down }: ChartFace, { charts }: BoardNumbers): number {
  const numbers = charts[name];
  if (numbers === undefined || numbers.show === 'pairs') return 0;
  if (numbers.show === 'means' || numbers.show === 'boxes') {
    return numbers.groups.reduce((sum, { n }) => sum + n, 0);
  }
  const high = Math.max(1, down.length);
  return numbers.counts.reduce((sum, n, at) => {
    const isMissing = places[Math.floor(at / high)]?.isMissing || down[at % high]?.isMissing;
    return isMissing ? sum : sum + n;
  }, 0);
}
