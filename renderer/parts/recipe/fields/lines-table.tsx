import type { ReactNode } from 'react';
import { CrossButton } from '../../cross-button.tsx';

/** What is filled in line by line; each line can be taken out. */
export function LinesTable({
  headings,
  lines,
  cells,
  removal,
  onRemove,
}: {
  headings: readonly string[];
  lines: number;
  /** Those of a line, one a heading. */
  cells: (line: number) => readonly ReactNode[];
  /** "Remove correction 3" */
  removal: (line: number) => string;
  onRemove: (line: number) => void;
}) {
  if (lines === 0) return null;
  return (
    <div className="sideways">
      <table className="step-lines">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col">
              <span className="hidden-text">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
            <tr key={line}>
              {cells(line).map((cell, at) => (
                <td key={headings[at]}>{cell}</td>
              ))}
              <td>
                <CrossButton label={removal(line)} onPress={() => onRemove(line)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
