import { count } from '../words.ts';

/** Values with their counts, each with a bar: the distribution as a table that can be read. */
export function TopValues({
  rows,
  most,
  of = rows.length,
  codes = false,
  behind,
}: {
  rows: readonly { value: string; label: string; n: number }[];
  most: number;
  /** How many values there are, where `rows` holds only the most frequent. */
  of?: number;
  /** Shows the value beside its label. */
  codes?: boolean;
  /** Counts of the whole table: a pale bar behind that of the cohort. */
  behind?: ReadonlyMap<string, number> | undefined;
}) {
  const shown = rows.slice(0, most);
  const largest = Math.max(1, ...shown.map(({ value, n }) => Math.max(n, behind?.get(value) ?? 0)));
  const share = (n: number) => `${(100 * n) / largest}%`;
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
              {behind !== undefined && (
                <i className="behind" style={{ width: share(behind.get(row.value) ?? 0) }} />
              )}
              <i style={{ width: share(row.n) }} />
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
