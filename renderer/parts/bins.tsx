import { count } from '../words.ts';

const HEIGHT = 84;

/** A histogram in plain boxes, its counts readable one by one. */
export function Bins({ bins }: { bins: readonly { label: string; n: number }[] }) {
  const largest = Math.max(1, ...bins.map(({ n }) => n));
  const [first, last] = [bins[0]?.label ?? '', bins.at(-1)?.label ?? ''];
  const words = bins.map(({ label, n }) => `${label}: ${count(n)}`).join('; ');
  return (
    <figure className="bins">
      <div role="img" aria-label={words} style={{ height: HEIGHT }}>
        {bins.map(({ label, n }) => (
          <i
            key={label}
            title={`${label}: ${count(n)}`}
            style={{ height: `${(100 * n) / largest}%` }}
          />
        ))}
      </div>
      <figcaption className="note" aria-hidden="true">
        <span>{first}</span>
        {bins.length > 1 && <span>{last}</span>}
      </figcaption>
    </figure>
  );
}
