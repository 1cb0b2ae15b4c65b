import { useEffect, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { ChartFace, ChartNumbers } from '../../../src/model/board.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { asRange } from '../../board/chart-choice.ts';
import type { BoardChart } from '../../board/suggest-charts.ts';
import { conditionPick, pickAxes, pickCondition } from './chart-pick.ts';
import { lineHeads, placeLine } from './chart-words.ts';
import { placeOrder } from './drawing/place-order.ts';
import { indicesOf } from './pick-places.ts';
import type { BoardState } from './use-board.ts';

/** The numbers of a chart in rows; its first column picks. */
export function CountTable({
  chart,
  face,
  table,
  board,
  title,
}: {
  chart: BoardChart;
  face: ChartFace;
  table: TableInfo;
  board: BoardState;
  title: string;
}) {
  const { painter, link } = board;
  const [numbers, setNumbers] = useState<ChartNumbers>(
    () => link.numbers()?.charts[chart.name] ?? face.all,
  );
  useEffect(() => {
    const take = (all: NonNullable<ReturnType<typeof link.numbers>>) => {
      const own = all.charts[chart.name];
      if (own !== undefined) setNumbers(own);
    };
    const now = link.numbers();
    if (now !== null) take(now);
    return painter.onPaint(take);
  }, [chart.name, painter, link]);
  const axes = pickAxes(face, table.variables);
  const pick = conditionPick(axes, board.choices.get(chart.name) ?? null);
  const chosen = indicesOf(pick, 'across', face.places);
  const all = face.all.show === 'counts' ? face.all.counts : [];
  const order = placeOrder(face.places, all, axes[0]?.variable);
  const toggle = (at: number) => {
    const next = chosen.includes(at) ? chosen.filter((each) => each !== at) : [...chosen, at];
    const sorted = next.toSorted((a, b) => a - b);
    const across = asRange(face.places, sorted);
    board.choose(chart, sorted.length === 0 ? null : pickCondition(axes, { across, down: null }));
  };
  return (
    <div className="plotted counted">
      <table>
        <thead>
          <tr>
            <th scope="col">{axes[0]?.variable.label ?? title}</th>
            {lineHeads(face).map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((at) => {
            const line = placeLine(face, numbers, at, 'count', table.rows);
            return (
              <tr key={at}>
                <th scope="row">
                  <ToggleButton
                    className="link pickrow"
                    isSelected={chosen.includes(at)}
                    onChange={() => toggle(at)}
                  >
                    {line.label}
                  </ToggleButton>
                </th>
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
    </div>
  );
}
