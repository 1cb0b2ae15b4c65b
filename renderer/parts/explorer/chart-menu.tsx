import { useState } from 'react';
import { Button, Heading, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { TableInfo } from '../../../src/model/table.ts';
import { type BoardChart, freeName } from '../../board/suggest-charts.ts';
import { DialogBox } from '../dialog-box.tsx';
import { Icon } from '../icon.tsx';
import { ChartDetail } from './chart-detail.tsx';
import { ChartForm } from './chart-form.tsx';
import type { Measure } from './measure.ts';
import type { BoardState } from './use-board.ts';

/** What can be done with a chart of the board. */
export function ChartMenu({
  chart,
  table,
  board,
  measure,
  title,
}: {
  chart: BoardChart;
  table: TableInfo;
  board: BoardState;
  measure: Measure;
  title: string;
}) {
  const [isLarge, setLarge] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const { charts, setCharts } = board;
  const at = charts.indexOf(chart);
  const condition = board.choices.get(chart.name);
  const put = (next: BoardChart) => setCharts(charts.map((each) => (each === chart ? next : each)));
  const move = (to: number) => setCharts(charts.toSpliced(at, 1).toSpliced(to, 0, chart));
  const actions: Record<string, () => void> = {
    invert: () => {
      if (condition === undefined) return;
      board.choose(chart, 'not' in condition ? condition.not : { not: condition });
    },
    clear: () => board.choose(chart, null),
    large: () => setLarge(true),
    change: () => setChanging(true),
    wider: () => put({ ...chart, wide: !chart.wide }),
    earlier: () => move(at - 1),
    later: () => move(at + 1),
    remove: () => {
      board.choose(chart, null);
      setCharts(charts.filter((each) => each !== chart));
    },
  };
  const disabled = [
    ...(condition === undefined ? ['invert', 'clear'] : []),
    ...(at === 0 ? ['earlier'] : []),
    ...(at === charts.length - 1 ? ['later'] : []),
  ];
  return (
    <>
      <MenuTrigger>
        <Button className="btn small quiet icon" aria-label={`More about ${title}`}>
          <Icon name="more" />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="options"
            onAction={(id) => actions[String(id)]?.()}
            disabledKeys={disabled}
          >
            <MenuItem id="invert">Invert the choice</MenuItem>
            <MenuItem id="clear">Clear the choice</MenuItem>
            <MenuItem id="large">Open large, export…</MenuItem>
            <MenuItem id="change">Change the chart…</MenuItem>
            <MenuItem id="wider">{chart.wide ? 'Make it narrow' : 'Make it wide'}</MenuItem>
            <MenuItem id="earlier">Move towards the front</MenuItem>
            <MenuItem id="later">Move towards the end</MenuItem>
            <MenuItem id="remove">Remove from the board</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ChartDetail
        chart={chart}
        table={table}
        measure={measure}
        title={title}
        isOpen={isLarge}
        onClose={() => setLarge(false)}
      />
      <DialogBox
        look="padded"
        label="Change the chart"
        isOpen={isChanging}
        onClose={() => setChanging(false)}
      >
        <Heading slot="title">Change the chart</Heading>
        <ChartForm
          table={table}
          chart={{
            question: board.faces[chart.name]?.question ?? chart.question,
            asTable: chart.asTable === true,
          }}
          action="Change"
          onDone={(next) => {
            setChanging(false);
            // Another question is another chart: numbers of the one before are none of its own.
            put({ ...chart, ...next, name: freeName(charts) });
          }}
        />
      </DialogBox>
    </>
  );
}
