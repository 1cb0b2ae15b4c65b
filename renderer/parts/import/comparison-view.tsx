import type { ImportComparison } from '../../../src/model/reimport.ts';
import type { Asked } from '../../use-reply.ts';
import { count, counted } from '../../words.ts';
import { Answer } from '../answer.tsx';
import { Blank } from '../blank.tsx';
import { Scroll } from '../scroll.tsx';
import { SumTile } from '../sum-tile.tsx';

/** What the import would do to the table: rows new, changed, unchanged and gone, cells old and new. */
export function ComparisonView({ asked }: { asked: Asked<ImportComparison> }) {
  if (asked.state === 'waiting') {
    return (
      <Blank
        title="Nothing compared yet"
        text="Answer the questions and choose what names a row: then each row of the file is held against the table."
      />
    );
  }
  return (
    <Answer asked={asked}>
      {(comparison, stale) => <Comparison comparison={comparison} stale={stale} />}
    </Answer>
  );
}

function Comparison({ comparison, stale }: { comparison: ImportComparison; stale: boolean }) {
  const { rows, cells, columns, changes, mode, key } = comparison;
  const isMatched = key.length > 0;
  const gone = mode === 'update' ? 'stay in the table' : 'leave the table';
  return (
    <Scroll label="Comparison with the table" className={stale ? 'comparison stale' : 'comparison'}>
      <div className="eq">
        <SumTile n={rows.inFile} word="in the file" note="rows" />
        <span className="op">=</span>
        <SumTile
          n={rows.new}
          word="new"
          note={mode === 'replace' && !isMatched ? 'not matched' : 'added'}
        />
        {isMatched && (
          <>
            <span className="op">+</span>
            <SumTile
              n={rows.changed}
              word="changed"
              note={counted(cells.changed, 'cell')}
              tone={rows.changed > 0 ? 'caution' : 'plain'}
            />
            <span className="op">+</span>
            <SumTile n={rows.unchanged} word="unchanged" note="the same in every cell" />
          </>
        )}
      </div>
      <p className="note">
        The table has <b>{count(rows.inTable)}</b> rows and then <b>{count(rows.after)}</b>.{' '}
        {rows.gone > 0 && (
          <>
            <b>{count(rows.gone)}</b> of them are not in the file: they {gone}.{' '}
          </>
        )}
        {cells.blanksKept > 0 && (
          <>{counted(cells.blanksKept, 'empty cell')} of the file left a value as it is.</>
        )}
      </p>
      {columns.added.length > 0 && (
        <p className="note">
          New in the table: {columns.added.join(', ')}; blank in its other rows.
        </p>
      )}
      {columns.lacking.length > 0 && (
        <p className="note">Not in the file: {columns.lacking.join(', ')}.</p>
      )}
      {changes.length > 0 && (
        <table className="changes">
          <thead>
            <tr>
              <th scope="col">{key.join(' + ')}</th>
              <th scope="col" className="num">
                Row
              </th>
              <th scope="col" className="num">
                In the file
              </th>
              <th scope="col">Column</th>
              <th scope="col">Now</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.row} ${change.variable}`}>
                <td>{change.key.join(' + ')}</td>
                <td className="num">{count(change.row)}</td>
                <td className="num">{count(change.fileRow)}</td>
                <td>{change.variable}</td>
                <td>
                  <del>{change.from || 'empty'}</del>
                </td>
                <td>
                  <ins>{change.to || 'empty'}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cells.changed > changes.length && (
        <p className="note">and {counted(cells.changed - changes.length, 'more changed cell')}</p>
      )}
    </Scroll>
  );
}
