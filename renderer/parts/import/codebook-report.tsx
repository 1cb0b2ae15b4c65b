import type { CodebookMatch } from '../../../src/model/reimport.ts';
import { count, counted } from '../../words.ts';
import { Scroll } from '../scroll.tsx';

const FORMAT: Record<CodebookMatch['format'], string> = {
  table: 'A table of variables and values',
  redcap: 'A REDCap data dictionary',
  xlsform: 'An XLSForm',
};

/** What a codebook and a file have in common, and what not, both ways. */
export function CodebookReport({ match }: { match: CodebookMatch }) {
  const { columns, codebookOnly, fileOnly, values } = match;
  const labelled = columns.filter((column) => (column.values?.length ?? 0) > 0).length;
  const coded = columns.filter((column) => (column.missing?.length ?? 0) > 0).length;
  return (
    <Scroll label="What the codebook says" className="codebook">
      <p>
        {FORMAT[match.format]}. It describes <b>{counted(columns.length, 'column')}</b> of this
        file: {count(labelled)} with value labels, {count(coded)} with missing codes. What you
        changed yourself stays.
      </p>
      <Names title="In the codebook, not in the file" names={codebookOnly} />
      <Names title="In the file, not in the codebook" names={fileOnly} />
      {values.length > 0 && (
        <>
          <h3>Values that do not cover each other</h3>
          <table className="fit">
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">In cells, without a label</th>
                <th scope="col">Labelled, in no cell</th>
              </tr>
            </thead>
            <tbody>
              {values.map(({ variable, unlabelled, unused }) => (
                <tr key={variable}>
                  <td>{variable}</td>
                  <td>
                    {list(unlabelled.map(({ value, n }) => `${value} (${counted(n, 'cell')})`))}
                  </td>
                  <td>{list(unused.map(({ value, label }) => `${value} ${label}`))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Scroll>
  );
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <h3>
        {title} <span className="note">{count(names.length)}</span>
      </h3>
      <p className="note">{list(names, 40)}</p>
    </>
  );
}

function list(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${count(names.length - most)} more` : shown;
}
