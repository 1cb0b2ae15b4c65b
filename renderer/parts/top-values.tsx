import { count } from '../words.ts';

/** Values with their counts, each with a bar: the distribution as a table that can be read. */
export function TopValues({
  rows,
  most,
  of = rows.length,
  codes = false,
}: {
  rows: readonly { value: string; label: string; n: number }[];
  most: number;
  /** How many values there are, where `rows` holds only the most frequent. */
  of?: number;
  /** Shows the value beside its label. */
  codes?: boolean;
}) {
  const shown = rows.slice(0, most);
  const largest = Math.max(1, ...shown.map(({ n }) => n));
  if (shown.length === 0) return <p className="note">No values.</p>;
  return (
    <table className="vals">
      <tbody>
        {shown.map((row) => (
          <tr key={row.value}>
            {codes && (
              <td className="c">
                <span className="code">{row.value}</span>
              </td>
            )}
            <td className="lb" title={row.label}>
              {row.label === '' ? <em className="note">empty</em> : row.label}
            </td>
            <td className="b" aria-hidden="true">
              <i style={{ width: `${(100 * row.n) / largest}%` }} />
            </td>
            <td className="num">{count(row.n)}</td>
          </tr>
        ))}
        {of > shown.length && (
          <tr>
            <td colSpan={codes ? 4 : 3} className="note">
              and {count(of - shown.length)} more
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
