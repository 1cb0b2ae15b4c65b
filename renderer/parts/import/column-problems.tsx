import { Button } from 'react-aria-components';
import type { ColumnEvidence } from '../../../src/model/importing.ts';
import { count } from '../../words.ts';

/** The cells that do not fit the decided kind, with a way to see them and to say what they are. */
export function ColumnProblems({
  problems,
  onRow,
  onMissing,
}: {
  problems: ColumnEvidence['problems'];
  onRow: (row: number) => void;
  onMissing: (code: string) => void;
}) {
  if (problems.length === 0) return null;
  return (
    <section>
      <h3>
        Did not fit <span className="note">kept as text</span>
      </h3>
      <table className="fit">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">As read</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, raw, reason }) => (
            <tr key={`${row} ${raw}`}>
              <td className="num">
                <Button className="link" aria-label={`Show row ${row}`} onPress={() => onRow(row)}>
                  {count(row)}
                </Button>
              </td>
              <td>
                <span className="code">{raw}</span>
              </td>
              <td className="why">
                {reason} ·{' '}
                <Button className="link" onPress={() => onMissing(raw)}>
                  mark as missing<span className="hidden-text">: {raw}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
