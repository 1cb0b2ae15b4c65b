import { formatNumber, formatP } from '../../model/format.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { percentText, shareWords } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import type { ContingencyTable } from './contingency-table.ts';
import { baseOf, type CrossPercent, smallestBase } from './cross-shares.ts';
import type { Association, PrimaryTest } from './table-association.ts';

/** Below this p a sentence says that groups differed; a convention. */
const CLEAR = 0.05;

/** How many groups or cells a sentence names. */
const NAMED = 6;

export function apaCross(
  table: ContingencyTable,
  tests: Association | null,
  percent: CrossPercent,
  primary: PrimaryTest,
): string {
  if (!tests) return `*N* = ${count(table.n)}: ${escapeRich(cellsNamed(table, percent))}.`;
  const v = `Cramér’s *V* = ${formatNumber(tests.v, 'correlation')}`;
  if (primary === 'fisher') {
    if (tests.fisherP === null) return `Fisher’s exact test: not computed, ${tests.fisherRefused}.`;
    return `Fisher’s exact test, *N* = ${count(table.n)}, ${formatP(tests.fisherP)}${tests.v === null ? '' : `, ${v}`}.`;
  }
  if (tests.chisq === null || tests.p === null) return `χ²: not computed, ${tests.refused}.`;
  const statistic = formatNumber(tests.chisq, 'statistic');
  return `χ²(${tests.df}, *N* = ${count(table.n)}) = ${statistic}, ${formatP(tests.p)}, ${v}.`;
}

/** "Outcome “Accepted”: Black 117 of 139 (84 %), …. Outcome did not differ clearly between the groups (*p* = .994)." */
export function plainCross(
  table: ContingencyTable,
  tests: Association | null,
  view: View,
  percent: CrossPercent,
  primary: PrimaryTest,
): string {
  if (table.n === 0) return `No ${view.unit} have both values.`;
  const shares =
    percent === 'all'
      ? `Of ${count(table.n)} ${view.unit}: ${cellsNamed(table, percent)}`
      : groupsNamed(table, percent);
  const words = tests ? ` ${testWords(table, tests, percent, primary)}` : '';
  return `${escapeRich(shares)}.${words}`;
}

/** "Outcome “Accepted”: Black 117 of 139 (84 %), Asian 43 of 50 (86 %) and 3 more" */
function groupsNamed(table: ContingencyTable, percent: 'row' | 'column'): string {
  const byRow = percent === 'row';
  const [groups, kinds] = byRow ? [table.rows, table.columns] : [table.columns, table.rows];
  const smallest = smallestBase(table, percent);
  const parts = groups.map((label, k) => {
    const [i, j] = byRow ? [k, 0] : [0, k];
    const n = table.counts[i]?.[j] ?? 0;
    return `${label} ${shareWords(n, baseOf(table, i, j, percent), '', smallest)}`;
  });
  const side = (byRow ? table.columnVariable : table.rowVariable).label;
  return `${side} “${kinds[0] ?? ''}”: ${firstOf(parts, NAMED)}`;
}

/** "Psychotherapy and Together Time 41 (9.9 %), …": every cell with its share. */
export function cellsNamed(table: ContingencyTable, percent: CrossPercent, most = NAMED): string {
  const smallest = smallestBase(table, percent);
  const parts = table.rows.flatMap((row, i) =>
    table.columns.map((column, j) => {
      const n = table.counts[i]?.[j] ?? 0;
      const share = percentText(n, baseOf(table, i, j, percent), smallest);
      return `${row} and ${column} ${count(n)} (${share})`;
    }),
  );
  return parts.length === 0 ? 'no values' : firstOf(parts, most);
}

function firstOf(parts: readonly string[], most: number): string {
  const more = parts.length - most;
  return parts.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function testWords(
  table: ContingencyTable,
  tests: Association,
  percent: CrossPercent,
  primary: PrimaryTest,
): string {
  const p = primary === 'fisher' ? tests.fisherP : tests.p;
  if (p === null) return 'No test could be computed.';
  const [row, column] = [table.rowVariable, table.columnVariable].map(({ label }) =>
    escapeRich(label),
  );
  const differs = p < CLEAR;
  if (percent === 'all') {
    return `${row} and ${column} were ${differs ? 'related' : 'not clearly related'} (${formatP(p)}).`;
  }
  const side = percent === 'row' ? column : row;
  return `${side} ${differs ? 'differed' : 'did not differ clearly'} between the groups (${formatP(p)}).`;
}

export function crossNotes(
  table: ContingencyTable,
  tests: Association | null,
  view: View,
  primary: PrimaryTest,
): Note[] {
  const reasons = table.missing.map(({ reason, n }) => `${reason} ${count(n)}`).join('; ');
  const missing = missingTotal(table.missing);
  const notes: Note[] = [
    {
      kind: 'note',
      text: `${count(table.n)} of ${count(view.rows.length)} ${view.unit} have both values${missing > 0 ? `; missing: ${count(missing)} (${escapeRich(reasons)})` : ''}.`,
    },
  ];
  if (tests) notes.push(...testNotes(tests, primary));
  if (table.emptyLevels.length > 0) {
    notes.push({
      kind: 'note',
      text: `Categories without a row are left out: ${escapeRich(table.emptyLevels.join(', '))}.`,
    });
  }
  return notes;
}

function testNotes(tests: Association, primary: PrimaryTest): Note[] {
  if (!tests.computed) return [{ kind: 'refused', text: `No test: ${tests.refused}.` }];
  const notes: Note[] = [
    {
      kind: 'assumption',
      text: `Expected counts: smallest ${formatNumber(tests.smallestExpected, 'statistic')}; below 5 in ${tests.cellsBelow5} of ${tests.cells} cells.`,
    },
  ];
  if (tests.small) {
    notes.push({
      kind: 'caution',
      text: `Expected counts are small, so Fisher’s exact test stands beside χ². The primary test is the one chosen: ${primary === 'fisher' ? 'Fisher’s exact test' : 'χ²'}.`,
      citation: 'Cochran (1954)',
    });
  }
  if (tests.fisherP === null) {
    notes.push({ kind: 'refused', text: `Fisher’s exact test: ${tests.fisherRefused}.` });
  }
  return notes;
}
