import { useEffect, useState, useSyncExternalStore } from 'react';
import { boardTitle } from '../../../src/chart/board-title.ts';
import type { BoardNumbers } from '../../../src/model/board.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import type { Store } from '../../store.ts';
import { lineHeads, placeLine } from './chart-words.ts';
import type { Measure } from './measure.ts';
import type { BoardState } from './use-board.ts';

/** The chart that was looked at last, and the place that is read on it. */
export interface Reading {
  chart: string | null;
  at: number | null;
}

/** Lines of a chart that are listed; a heat map may have thousands. */
const MOST = 120;

/** The numbers of the chart that is looked at, as a table. */
export function PlaceValues({
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
  const { link, painter } = board;
  const [all, setAll] = useState<BoardNumbers | null>(() => link.numbers());
  useEffect(() => painter.onRest(setAll), [painter]);
  const { chart: shown, at: read } = useSyncExternalStore(reading.subscribe, reading.get);
  const chart = board.charts.find(({ name }) => name === shown) ?? board.charts[0];
  const face = chart && board.faces[chart.name];
  if (chart === undefined || face === undefined) return null;
  const numbers = (all ?? link.numbers())?.charts[chart.name] ?? face.all;
  const every =
    face.all.show === 'counts' || face.all.show === 'heat-map'
      ? face.all.counts
      : face.all.show === 'pairs'
        ? []
        : face.all.groups.map((group) => group.n);
  const held = every.flatMap((count, at) => (count > 0 ? at : []));
  const title = boardTitle(face.question, table.variables);
  return (
    <section>
      <h3 className="cut" title={title}>
        {title}
      </h3>
      <table className="values" aria-label={`Values of ${title}`}>
        <thead>
          <tr>
            <th scope="col">Value</th>
            {lineHeads(face).map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {held.slice(0, MOST).map((at) => {
            const line = placeLine(face, numbers, at, measure, table.rows);
            const isRead = shown === chart.name && read === at;
            return (
              <tr key={at} className={isRead ? 'read' : ''}>
                <th scope="row">{line.label}</th>
                {line.cells.map((cell, i) => (
                  <td key={lineHeads(face)[i]} className="num">
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {held.length > MOST && (
        <p className="note">
          The first {MOST} of {held.length}; the data behind the chart has all.
        </p>
      )}
    </section>
  );
}
