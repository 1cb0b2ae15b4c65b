import { figureTable } from '../../src/chart/figure-table.ts';
import type { Figure } from '../../src/model/figure.ts';
import { Plot } from './plot.tsx';
import { ResultTableView } from './result-table.tsx';

/** The charts of a result, each with its n, its notes, and its values as a table. */
export function ResultCharts({ figures }: { figures: readonly Figure[] }) {
  if (figures.length === 0) return <p className="note">This result has no chart.</p>;
  return (
    <div className="charts">
      {figures.map((figure) => (
        <figure key={`${figure.title} ${figure.subtitle}`}>
          <figcaption>
            <h3>{figure.title}</h3>
            <span className="note">{figure.subtitle}</span>
          </figcaption>
          <Plot figure={figure} />
          {figure.notes.length > 0 && <p className="note">{figure.notes.join(' ')}</p>}
          <details>
            <summary className="note">Values of the chart</summary>
            <ResultTableView table={figureTable(figure)} />
          </details>
        </figure>
      ))}
    </div>
  );
}
