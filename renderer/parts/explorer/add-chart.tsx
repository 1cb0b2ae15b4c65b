import { useState } from 'react';
import { Button, DialogTrigger, Heading } from 'react-aria-components';
import type { TableInfo } from '../../../src/model/table.ts';
import { freeName } from '../../board/suggest-charts.ts';
import { focusSoon } from '../../focus-soon.ts';
import { DialogBox } from '../dialog-box.tsx';
import { Tip } from '../tip.tsx';
import { ChartForm, type FormedChart } from './chart-form.tsx';
import type { BoardState } from './use-board.ts';

/** Charts that a board holds. */
const MOST = 24;

export function AddChart({ table, board }: { table: TableInfo; board: BoardState }) {
  const [isOpen, setOpen] = useState(false);
  const { charts, setCharts } = board;
  const add = (chart: FormedChart) => {
    const name = freeName(charts);
    setCharts([...charts, { name, ...chart }]);
    setOpen(false);
    focusSoon(`[data-chart="${name}"] .picker`);
  };
  if (charts.length >= MOST) {
    return (
      <Tip text={`A board holds ${MOST} charts. Remove one first.`}>
        <Button className="btn" aria-disabled="true">
          Add chart
        </Button>
      </Tip>
    );
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="btn">Add chart</Button>
      <DialogBox look="padded" label="Add a chart">
        <Heading slot="title">Add a chart</Heading>
        <ChartForm table={table} action="Add" onDone={add} />
      </DialogBox>
    </DialogTrigger>
  );
}
