import { useState } from 'react';
import { Button, Heading } from 'react-aria-components';
import { figureNotes } from '../../../src/chart/figure-notes.ts';
import { figureTable } from '../../../src/chart/figure-table.ts';
import type { Figure } from '../../../src/model/figure.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import type { BoardChart } from '../../board/suggest-charts.ts';
import { useReply } from '../../use-reply.ts';
import { useSession } from '../../use-session.ts';
import { Answer } from '../answer.tsx';
import { Chart } from '../chart.tsx';
import { DialogBox } from '../dialog-box.tsx';
import { Plot } from '../plot.tsx';
import { ResultTableView } from '../result-table.tsx';
import { RichText } from '../rich-text.tsx';
import { ChartFiles } from './chart-files.tsx';
import type { Measure } from './measure.ts';

/** A chart of the board over the whole window: to zoom into, and to take along. */
export function ChartDetail({
  chart,
  table,
  measure,
  title,
  isOpen,
  onClose,
}: {
  chart: BoardChart;
  table: TableInfo;
  measure: Measure;
  title: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  return (
    <DialogBox look="large detail" label={title} isOpen={isOpen} onClose={onClose}>
      <Detail chart={chart} table={table} measure={measure} title={title} />
    </DialogBox>
  );
}

function Detail({
  chart,
  table,
  measure,
  title,
}: {
  chart: BoardChart;
  table: TableInfo;
  measure: Measure;
  title: string;
}) {
  const session = useSession();
  const of = { table: table.name, chart: chart.name, measure };
  const figure = useReply(JSON.stringify(of), (options) =>
    session.client.exploreFigure(of, options),
  );
  const [isTable, setTable] = useState(false);
  return (
    <>
      <header>
        <Heading slot="title" className="cut">
          {title}
        </Heading>
        <Button slot="close" className="btn small right" autoFocus>
          Close <kbd>Esc</kbd>
        </Button>
      </header>
      <Answer asked={figure} lines={12}>
        {(drawn) => (
          <>
            <p className="note">
              {drawn.subtitle}. <RichText text={figureNotes(drawn).join(' ')} />
            </p>
            {isTable ? (
              <div className="detailed">
                <ResultTableView table={{ ...figureTable(drawn), notes: [] }} isSortable />
              </div>
            ) : (
              <Drawn figure={drawn} />
            )}
            <ChartFiles
              of={of}
              figure={drawn}
              isTable={isTable}
              onTable={() => setTable(!isTable)}
            />
          </>
        )}
      </Answer>
    </>
  );
}

function Drawn({ figure }: { figure: Figure }) {
  if (figure.kind === 'grid') return <Chart figure={figure} height={520} />;
  return (
    <>
      <Plot figure={figure} />
      <p className="note">Drag to zoom in, double-click to see all of it again.</p>
    </>
  );
}
