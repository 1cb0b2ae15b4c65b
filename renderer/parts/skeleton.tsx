const WIDTHS = [62, 84, 46, 74, 90, 54, 68, 38];

/** Keeps the place of what is coming; shows itself only after 150 ms. */
export function Skeleton({ lines = 5 }: { lines?: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => WIDTHS[line % WIDTHS.length]).map(
        (width, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
          <i key={line} style={{ width: `${width}%` }} />
        ),
      )}
    </div>
  );
}
