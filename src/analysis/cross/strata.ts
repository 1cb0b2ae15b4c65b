import type { Estimate, Note, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { attempt, because } from '../parts/attempt.ts';
import { levelsOf } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { estimatesOf, linesTable, quantity } from '../parts/quantity.ts';
import { count } from '../parts/words.ts';
import { mantelHaenszel } from '../statistics/mantel-haenszel.ts';
import { notComputable } from '../statistics/read-input.ts';
import type { ContingencyTable } from './contingency-table.ts';

/** A two-by-two table in each category of a third variable, and their common odds ratio. */
export function strataOf(
  table: ContingencyTable,
  view: View,
  layer: string,
): { table: ResultTable; estimates: Estimate[]; notes: Note[] } {
  const levels = levelsOf(view, layer, 'layer');
  const name = plainLabel(levels.variable);
  const counts = countsByLayer(table, view, layer);
  const used = levels.labels.flatMap((label, k) => {
    const own = counts[k] ?? [];
    return own.flat().reduce((a, b) => a + b, 0) >= 2 ? [{ label, counts: own }] : [];
  });
  const { value, refused } = attempt(() => {
    if (table.rows.length !== 2 || table.columns.length !== 2)
      throw notComputable('Mantel–Haenszel', 'tables of 2 rows and 2 columns are required.');
    return mantelHaenszel(used.map((stratum) => stratum.counts));
  });
  const line = {
    label: `Over ${used.length} categories of ${name}`,
    quantities: [
      quantity('mh-odds-ratio', 'common odds ratio', '*OR*~MH~', value?.common_or, 'statistic', {
        ci: value?.ci ?? null,
        by: 'Robins, Breslow & Greenland',
        refused: refused || 'it is infinite',
      }),
      quantity(
        'mh-chi-square',
        'Mantel–Haenszel χ²',
        'χ²~MH~',
        value?.uncorrected.chisq,
        'statistic',
        { refused },
      ),
      quantity('mh-p', 'p of Mantel–Haenszel', '*p*', value?.uncorrected.p, 'p', { refused }),
      quantity('mh-p-corrected', 'p with continuity correction', '*p*', value?.corrected.p, 'p', {
        header: 'Corrected *p*',
        refused,
      }),
    ],
  };
  return {
    table: linesTable(
      {
        id: 'strata',
        title: `Mantel–Haenszel, by ${name}`,
        first: '',
        level: 0.95,
        notes: [
          `Odds ratio of ${escapeRich(table.rowVariable.label)} and ${escapeRich(table.columnVariable.label)}, ${escapeRich(name)} held constant; categories with fewer than two rows are left out.`,
        ],
      },
      [line],
    ),
    estimates: estimatesOf(line, 0.95),
    notes: refused
      ? [{ kind: 'refused', text: `Mantel–Haenszel: ${because(refused)}.` }]
      : [
          {
            kind: 'note',
            text: `Mantel–Haenszel over ${count(used.length)} categories of ${escapeRich(name)}.`,
            citation: 'Mantel & Haenszel (1959)',
          },
        ],
  };
}

/** `counts[layer][row][column]`, rows and columns as in the table. */
function countsByLayer(table: ContingencyTable, view: View, layer: string): number[][][] {
  const levels = levelsOf(view, layer, 'layer');
  const row = levelsOf(view, table.rowVariable.name, 'rows');
  const column = levelsOf(view, table.columnVariable.name, 'columns');
  const counts = levels.labels.map(() => table.rows.map(() => table.columns.map(() => 0)));
  const rowPlace = row.labels.map((label) => table.rows.indexOf(label));
  const columnPlace = column.labels.map((label) => table.columns.indexOf(label));
  const [layers, rows, columns] = [levels.codes(), row.codes(), column.codes()];
  for (let k = 0; k < layers.length; k++) {
    const line = counts[layers[k] as number]?.[rowPlace[rows[k] as number] ?? -1];
    const j = columnPlace[columns[k] as number] ?? -1;
    if (line && j >= 0) line[j] = (line[j] ?? 0) + 1;
  }
  return counts;
}
