import { EVERYONE } from '../../src/model/condition.ts';
import type { CategoryFigure, FigurePoint } from '../../src/model/figure.ts';
import type { MadePage } from '../../src/model/report.ts';
import type { Cell, Result, ResultTable } from '../../src/model/result.ts';

/** A complete result about nothing in particular; a test overrides what it is about. */
export function makeResult(parts: Partial<Result> = {}): Result {
  return {
    id: 'r1',
    title: 'Attendance',
    analysis: 'frequencies',
    table: 'people',
    tableVersion: 1,
    cohort: {
      name: null,
      label: 'Parent-infant psychotherapy',
      sentence: 'Programme is Parent-infant psychotherapy',
      condition: EVERYONE,
      version: 1,
      table: 'people',
      unit: 'people',
      n: 285,
      of: 399,
    },
    missingIn: [],
    options: {},
    madeAt: '2026-01-09T14:02:00.000Z',
    madeWith: 'Attune 0.1.0',
    method: { name: 'Frequencies', variant: '', citations: [] },
    n: { total: 288, used: 285, missing: [{ reason: 'not known', n: 3 }] },
    estimates: [],
    tables: [],
    figures: [],
    sentences: { apa: '', plain: '' },
    notes: [],
    ...parts,
  };
}

export function makeFigure(parts: Partial<CategoryFigure> = {}): CategoryFigure {
  return {
    kind: 'bar',
    title: 'Appointments made by year',
    subtitle: 'n = 3,690 appointments',
    x: { title: 'Financial year, April to March' },
    y: { title: 'Appointments made', format: 'count', zero: true },
    series: [{ name: 'Appointments', points: points({ '2015/16': 97, '2016/17': 188 }) }],
    notes: [],
    alt: 'Bar chart: appointments made rise from 97 in 2015/16 to 188 in 2016/17.',
    ...parts,
  };
}

export function points(values: Record<string, number | null>): FigurePoint[] {
  return Object.entries(values).map(([label, value]) => ({ label, value }));
}

const YEARS = [97, 188, 274, 356, 431, 402, 548, 617, 777];

/** Nine financial years, the first and the last of them part years. */
export function yearFigure(): CategoryFigure {
  const years = YEARS.map((value, i): FigurePoint => {
    const label = `${2015 + i}/${16 + i}`;
    if (i === 0) return { label, value, part: 'from June' };
    return i === YEARS.length - 1 ? { label, value, part: 'to Dec.' } : { label, value };
  });
  return makeFigure({
    series: [{ name: 'Appointments made', points: years }],
    alt: 'Bar chart: appointments made by financial year rise from 97 in 2015/16 to 777 in 2023/24. First and last years are part years.',
  });
}

export function makeTable(parts: Partial<ResultTable> = {}): ResultTable {
  return {
    id: 'counts',
    title: 'Referrals by ethnic group',
    columns: [
      { key: 'group', header: 'Ethnic group', align: 'left', format: 'text' },
      { key: 'n', header: '*n*', align: 'right', format: 'count' },
      { key: 'percent', header: '%', align: 'right', format: 'percent0' },
    ],
    rows: [
      { cells: cells('Black', 125, 34.2) },
      { cells: cells('White', 110, 30.1) },
      { cells: cells('All', 365, 100), role: 'total' },
    ],
    notes: ['Percentages are of all 365 referrals.'],
    ...parts,
  };
}

export function cells(...values: readonly (string | number | null)[]): Cell[] {
  return values.map((value) => ({ value }));
}

export function makePage(parts: Partial<MadePage> = {}): MadePage {
  return {
    app: 'Attune 0.1.0',
    at: '2026-01-09T14:02:00.000Z',
    project: 'harbour.attune',
    files: [
      {
        name: 'referrals.csv',
        sheet: null,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        bytes: 48_213,
        importedAt: '2026-01-09T13:40:00.000Z',
        table: 'referrals',
        receipt: '371 rows read: 365 loaded, 4 quarantined, 1 skipped, 1 blank.',
      },
    ],
    tables: [
      {
        name: 'referrals_clean',
        label: 'Referrals, cleaned',
        rows: 365,
        how: ['Removed 4 of 371 rows that repeat another row.'],
      },
    ],
    results: [
      {
        id: 'r1',
        title: 'Attendance',
        method: 'Frequencies',
        cohort: '285 of 399 people: Programme is Parent-infant psychotherapy',
        n: '285',
        missing: '3 (not known 3)',
        options: 'variable: attendance',
        changed: '',
      },
    ],
    ...parts,
  };
}
