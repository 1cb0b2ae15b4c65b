import { figureNotes } from '../../src/chart/figure-notes.ts';
import { figureTable } from '../../src/chart/figure-table.ts';
import { basisSentence } from '../../src/model/basis.ts';
import type { Result } from '../../src/model/result.ts';
import { Chart } from './chart.tsx';
import { ChartExports } from './chart-exports.tsx';
import { ChartLarge } from './chart-large.tsx';
import type { ToRows } from './number-link.tsx';
import { ResultTableView } from './result-table.tsx';
import { RichText } from './rich-text.tsx';

/** The charts of a result, each with its notes and its values as a table. */
export function ResultCharts({
  result,
  changed,
  isKept,
  onRows,
}: {
  result: Result;
  /** What has changed since it was made; '' while it holds. */
  changed: string;
  isKept: boolean;
  /** Leads to the rows behind a value. */
  onRows: ToRows | undefined;
}) {
  const { figures } = result;
  if (figures.length === 0) return <p className="note">This result has no chart.</p>;
  return (
    <div className="charts">
      {figures.map((figure, at) => {
        const notes = figureNotes(figure);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a chart has no identity but its place
          <figure key={at}>
            <figcaption>
              <h3>{figure.title}</h3>
              <span className="right line">
                <ChartLarge figure={figure} />
                {isKept && (
                  <ChartExports result={result} changed={changed} figure={figure} at={at} />
                )}
              </span>
            </figcaption>
            <Chart figure={figure} onRows={onRows} />
            {notes.length > 0 && (
              <p className="note">
                <RichText text={notes.join(' ')} />
              </p>
            )}
            <details>
              <summary className="note">Values of the chart</summary>
              <ResultTableView
                table={{ ...figureTable(figure), notes: [] }}
                about={basisSentence(result, changed)}
                isSortable
              />
            </details>
          </figure>
        );
      })}
    </div>
  );
}
