import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { ChartFace } from '../../../src/model/board.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { isBrushed } from '../../board/chart-choice.ts';
import type { BoardChart } from '../../board/suggest-charts.ts';
import { useWidth } from '../../use-width.ts';
import { type ChartPick, conditionPick, pickAxes, pickCondition } from './chart-pick.ts';
import { placeLine } from './chart-words.ts';
import { columnDrawing } from './drawing/column-drawing.ts';
import type { Drawing, DrawingInput } from './drawing/drawing.ts';
import { heatDrawing } from './drawing/heat-drawing.ts';
import { placeOrder } from './drawing/place-order.ts';
import { rowDrawing } from './drawing/row-drawing.ts';
import { spreadDrawing } from './drawing/spread-drawing.ts';
import { liveChart } from './live-chart.ts';
import type { Measure } from './measure.ts';
import { wholePlaces } from './pick-places.ts';
import type { BoardState } from './use-board.ts';

const HEIGHT = 172;

/** The part of a card that is drawn, and not rendered: see live-chart.ts. */
export function ChartBody({
  chart,
  face,
  table,
  board,
  measure,
  title,
  onRead,
}: {
  chart: BoardChart;
  face: ChartFace;
  table: TableInfo;
  board: BoardState;
  measure: Measure;
  title: string;
  onRead: (at: number | null) => void;
}) {
  const [place, width] = useWidth<HTMLDivElement>();
  const live = useRef<ReturnType<typeof liveChart>>(null);
  const axes = useMemo(() => pickAxes(face, table.variables), [face, table]);
  const condition = board.choices.get(chart.name) ?? null;
  const { link, painter } = board;
  const conditionOf = (pick: ChartPick | null): Condition | null =>
    pick === null ? null : pickCondition(axes, pick);
  const read = useEffectEvent(onRead);
  const choose = useEffectEvent((pick: ChartPick | null) => board.choose(chart, conditionOf(pick)));
  const brush = useEffectEvent((pick: ChartPick | null, cause: number) =>
    link.choose(chart.name, conditionOf(pick), cause, wholePlaces(pick, face.places)),
  );
  const clearAll = useEffectEvent(board.clearAll);
  const pickOf = useEffectEvent(() => conditionPick(axes, condition));

  useEffect(() => {
    const host = place.current;
    if (host === null || width === 0) return;
    const order = orderOf(face, axes[0]?.variable);
    const drawn = { face, width, height: HEIGHT, measure, of: table.rows };
    const numbers = () => link.numbers()?.charts[chart.name] ?? face.all;
    const made = liveChart(host, {
      face,
      drawing: drawingOf(drawn, order),
      order,
      canPick: axes.length > 0,
      label: title,
      wordsAt: (at) => placeLine(face, numbers(), at, measure, table.rows).words,
      onBrush: brush,
      onChoose: choose,
      onBegin: () => link.prepare(chart.name),
      onEscape: clearAll,
      onRead: read,
    });
    made.choose(pickOf());
    live.current = made;
    const leave = painter.add(chart.name, made);
    return () => {
      leave();
      made.remove();
      live.current = null;
    };
  }, [place, width, face, measure, title, chart.name, table.rows, axes, link, painter]);

  const said = JSON.stringify(condition);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is told by its text
  useEffect(() => live.current?.choose(pickOf()), [said]);

  return <div ref={place} className="plotted" />;
}

function drawingOf(input: DrawingInput, order: readonly number[]): Drawing {
  const { question, places } = input.face;
  switch (question.show) {
    case 'heat-map':
      return heatDrawing(input);
    case 'means':
    case 'boxes':
      return spreadDrawing(input, order);
    default:
      return isColumns(input.face, places.length) ? columnDrawing(input) : rowDrawing(input, order);
  }
}

/** Bars stand beside each other where their order means something. */
function isColumns({ places }: ChartFace, n: number): boolean {
  const present = places.filter(({ isMissing }) => !isMissing);
  const isNumber = present.every(({ from }) => from !== undefined);
  return isBrushed(places) || (n > 2 && isNumber && present.every(({ label }) => label.length < 8));
}

function orderOf(face: ChartFace, variable: TableInfo['variables'][number] | undefined): number[] {
  const isRows = face.question.show !== 'heat-map';
  const all =
    face.all.show === 'counts'
      ? face.all.counts
      : face.all.show === 'means' || face.all.show === 'boxes'
        ? face.all.groups.map(({ n }) => n)
        : [];
  if (isRows && !(face.question.show === 'counts' && isColumns(face, face.places.length))) {
    return placeOrder(face.places, all, variable);
  }
  if (!isRows) return Array.from({ length: face.places.length * face.down.length }, (_, at) => at);
  return face.places.flatMap(({ isMissing }, at) => (isMissing && !all[at] ? [] : at));
}
