import type { Estimate, Note, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { estimatesOf, linesTable, type QuantityLine } from '../parts/quantity.ts';

/** The terms of a model: a table with a line for each, and the same numbers as estimates `b[Age]`. */
export function termsOf(
  about: { title: string; level: number; notes: readonly string[] },
  lines: readonly QuantityLine[],
): { table: ResultTable; estimates: Estimate[] } {
  return {
    table: linesTable({ id: 'terms', first: 'Term', ...about }, lines),
    estimates: lines.flatMap((line) =>
      estimatesOf(line, about.level, { keyOf: (key) => `${key}[${line.label}]` }),
    ),
  };
}

/** "(Intercept)" of the statistics is the constant of the table. */
export function termLabel(name: string): string {
  return name === '(Intercept)' ? 'Constant' : name;
}

export function referenceNotes(references: readonly string[]): Note[] {
  if (references.length === 0) return [];
  return [{ kind: 'note', text: `${escapeRich(references.join('; '))}.` }];
}
