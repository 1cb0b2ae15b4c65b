import { formatNumber, formatP } from '../../model/format.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { shareWords } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import type { ContingencyTable } from './contingency-table.ts';
import { baseOf, missingNote } from './cross-tables.ts';
import type { Association } from './table-association.ts';

export function apaCross(
  table: ContingencyTable,
  tests: Association,
  primary: 'chi-square' | 'fisher',
): string {
  const v = `Cramér’s *V* = ${formatNumber(tests.v, 'correlation')}`;
  if (primary === 'fisher') {
    if (tests.fisherP === null) return `Fisher’s exact test: not computed, ${tests.fisherRefused}.`;
    return `Fisher’s exact test, *N* = ${count(table.n)}, ${formatP(tests.fisherP)}${tests.v === null ? '' : `, ${v}`}.`;
  }
  if (tests.chisq === null || tests.p === null) return `χ²: not computed, ${tests.refused}.`;
  const statistic = formatNumber(tests.chisq, 'statistic');
  return `χ²(${tests.df}, *N* = ${count(table.n)}) = ${statistic}, ${formatP(tests.p)}, ${v}.`;
}

export function plainCross(
  table: ContingencyTable,
  tests: Association,
  view: View,
  percent: 'row' | 'column',
  primary: 'chi-square' | 'fisher',
): string {
  const p = primary === 'fisher' ? tests.fisherP : tests.p;
  const outer = percent === 'row' ? table.rows : table.columns;
  const inner = percent === 'row' ? table.columns[0] : table.rows[0];
  if (inner === undefined) return `No ${view.unit} have both values.`;
  const parts = outer.slice(0, 4).map((label, k) => {
    const [i, j] = percent === 'row' ? [k, 0] : [0, k];
    return `${label} ${shareWords(table.counts[i]?.[j] ?? 0, baseOf(table, i, j, percent), '').replace('  ', ' ')}`;
  });
  const more = outer.length > parts.length ? ` and ${outer.length - parts.length} more` : '';
  const words =
    p === null
      ? 'No test could be computed.'
      : `The groups differ ${p < 0.05 ? 'by more than' : 'by no more than'} chance alone would readily explain (p ${p < 0.001 ? '' : '= '}${formatNumber(p, 'p')}).`;
  const side = (percent === 'row' ? table.columnVariable : table.rowVariable).label;
  return `${side}, “${inner}”: ${parts.join('; ')}${more}. ${words}`;
}

export function crossNotes(
  table: ContingencyTable,
  tests: Association,
  view: View,
  primary: 'chi-square' | 'fisher',
): Note[] {
  const notes: Note[] = [
    {
      kind: 'note',
      text: `${count(table.n)} of ${count(view.rows.length)} ${view.unit} have both values${missingNote(table)}.`,
    },
  ];
  if (!tests.computed) notes.push({ kind: 'refused', text: `No test: ${tests.refused}.` });
  else {
    notes.push({
      kind: 'assumption',
      text: `Expected counts: smallest ${formatNumber(tests.smallestExpected, 'statistic')}; below 5 in ${tests.cellsBelow5} of ${tests.cells} cells.`,
    });
  }
  if (tests.small) {
    notes.push({
      kind: 'caution',
      text: `Expected counts are small, so Fisher’s exact test stands beside χ². The primary test is the one chosen: ${primary === 'fisher' ? 'Fisher’s exact test' : 'χ²'}.`,
      citation: 'Cochran (1954)',
    });
  }
  if (tests.computed && tests.fisherP === null) {
    notes.push({ kind: 'refused', text: `Fisher’s exact test: ${tests.fisherRefused}.` });
  }
  if (table.emptyLevels.length > 0) {
    notes.push({
      kind: 'note',
      text: `Categories without a row are left out: ${escapeRich(table.emptyLevels.join(', '))}.`,
    });
  }
  return notes;
}
