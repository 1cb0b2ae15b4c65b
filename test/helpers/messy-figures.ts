import type { Figure, FigurePoint } from '../../src/model/figure.ts';
import {
  boxes,
  correlation,
  curves,
  flow,
  forest,
  jacobson,
  pairedLines,
  stacked,
  transition,
  wobble,
} from './figures.ts';
import { makeFigure } from './result.ts';

/** 80 characters. */
export const LONG =
  'Interest and curiosity in the mental states of the infant as the parent sees it.';

const many = (n: number) => Array.from({ length: n }, (_, i) => `${i + 1} ${LONG}`.slice(0, 80));

/** Figures as real data make them: long names, many groups, one value, none, huge and negative ones. */
export function messyFigures(): Figure[] {
  const words = { title: `${LONG} ${LONG}`, subtitle: `n = 1, ${LONG}`, notes: [LONG, LONG] };
  const huge = { title: `${LONG}, £`, format: 'count', zero: false } as const;
  return [
    ...categoryKinds(),
    { ...pairedLines(300), ...words, y: { ...pairedLines().y, title: LONG } },
    {
      ...pairedLines(3),
      times: many(5),
      lines: [{ values: [1, null, -30, 4e9, 2], direction: 'unrated' }],
      means: [],
      people: { unrated: 1 },
      y: huge,
    },
    { ...pairedLines(0), lines: [], means: [], people: {}, times: ['Before', 'After'] },
    { ...boxes(many(12)), ...words },
    {
      ...boxes(['One', 'None', 'Huge']),
      y: huge,
      groups: [
        {
          label: 'One',
          n: 1,
          box: { low: 4, lower: 4, median: 4, upper: 4, high: 4 },
          points: [4],
        },
        { label: 'None', n: 0, box: null, points: [] },
        {
          label: 'Huge',
          n: 4,
          box: { low: -2e9, lower: 0, median: 1e9, upper: 3e9, high: 4e9 },
          points: [-2e9, 0, 3e9, 4e9],
        },
      ],
    },
    {
      ...forest(),
      ...words,
      label: LONG,
      sides: { low: LONG.slice(0, 30), high: LONG.slice(0, 30) },
      x: { title: LONG, format: 'statistic', zero: false, low: -2, high: 2 },
      rows: [
        ...many(6).map((label, i) => ({
          label,
          group: i < 3 ? LONG : 'B',
          value: i - 2,
          low: i - 5,
          high: i + 3,
          cells: ['1,234,567', '< .001'],
        })),
        { label: 'Far away', value: 900, low: 800, high: 1000, cells: ['2', '.9'] },
      ],
    },
    {
      ...forest(),
      x: { title: 'Odds ratio', format: 'statistic', zero: false, log: true },
      reference: { at: 1, label: 'the same odds' },
      rows: [
        { label: 'Small', value: 0.02, low: 0.001, high: 0.4 },
        { label: 'Large', value: 40, low: 3, high: 4000 },
        { label: 'Withheld', value: null },
      ],
      columns: [],
    },
    { ...forest(), rows: [] },
    {
      ...stacked(),
      ...words,
      levels: many(9),
      bars: many(4).map((label, i) => ({
        label,
        counts: Array.from({ length: 9 }, (_, j) => Math.round(40 * wobble(i * 9 + j) ** 3)),
      })),
    },
    {
      ...stacked(),
      ordered: false,
      bars: [
        { label: 'Withheld', counts: [10, null, 3, null, 2], total: 24 },
        { label: 'Unknown', counts: [10, null, 3, 4, 2] },
        { label: 'Empty', counts: [0, 0, 0, 0, 0] },
        { label: 'One', counts: [0, 0, 1_000_000, 0, 0] },
      ],
    },
    {
      ...curves(),
      ...words,
      curves: many(6).map((name, i) => ({
        name,
        n: 1200,
        events: 900,
        steps: Array.from({ length: 30 }, (_, s) => ({
          at: s * 9000,
          value: 100 * Math.exp(-s * (0.02 + 0.01 * i)),
        })),
        censored: [],
        end: 270_000,
      })),
      risk: {
        title: 'Number of people still at risk',
        times: [0, 50_000, 100_000, 150_000, 200_000, 250_000],
        counts: Array.from({ length: 6 }, (_, i) => [1_200_000, 900_000, 700_000, 50_000, 3000, i]),
      },
    },
    {
      ...curves(),
      curves: [
        { name: 'One', n: 1, events: 0, steps: [{ at: 0, value: 100 }], censored: [12], end: 12 },
      ],
      risk: null,
    },
    {
      ...jacobson(),
      ...words,
      series: many(5).map((name, i) => ({ name, points: [{ x: i * 4, y: 27 - i * 5 }] })),
    },
    {
      ...correlation(),
      series: [{ name: 'One', points: [{ x: -4e9, y: 2e-4 }] }],
      n: 1,
      x: huge,
      y: { title: LONG, format: 'number', zero: false },
    },
    { ...correlation(), series: [], n: 0 },
    {
      ...transition(),
      ...words,
      x: { title: LONG, labels: many(12) },
      y: { title: LONG, labels: many(12) },
      cells: many(12).map((_, r) =>
        many(12).map((__, c) => Math.round(4e6 * wobble(r * 12 + c) ** 4)),
      ),
    },
    {
      ...transition(),
      signed: true,
      format: 'correlation',
      cells: [
        [1, -0.9, 0.42, 0.05],
        [-0.9, 1, 0, -0.2],
        [0.42, 0, 1, 0.6],
        [0.05, -0.2, 0.6, 1],
      ],
    },
    {
      ...flow(),
      ...words,
      steps: [
        { label: LONG, n: 1_000_000, lost: many(4).map((reason) => ({ reason, n: 123_456 })) },
        { label: LONG, n: null, lost: [{ reason: 'Small', n: null }] },
        { label: 'Paired', n: 0, lost: [{ reason: 'Nobody', n: 0 }] },
      ],
      ends: many(5).map((label) => ({ label, n: null })),
    },
  ];
}

function categoryKinds(): Figure[] {
  const values = [-4_000_000_000, 12, null, 3.5e9, 0, -1, 7, 8, 9, 10, 11, 12];
  const points = values.map(
    (value, i): FigurePoint => ({
      label: many(12)[i] ?? '',
      value,
      ...(value === null ? {} : { low: value - 1e9, high: value + 1e9 }),
    }),
  );
  const kinds = ['bar', 'grouped-bar', 'line', 'interval', 'histogram'] as const;
  return kinds.map((kind) =>
    makeFigure({
      kind,
      x: { title: LONG },
      y: { title: `${LONG} ${LONG}`, format: 'count', zero: true },
      series:
        kind === 'histogram' || kind === 'bar'
          ? [{ name: LONG, points }]
          : [
              { name: LONG, points },
              { name: `2 ${LONG}`, points },
            ],
    }),
  );
}
