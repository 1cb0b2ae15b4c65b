import type {
  BoxFigure,
  Direction,
  Figure,
  FlowFigure,
  ForestFigure,
  GridFigure,
  PairedLinesFigure,
  ScatterFigure,
  StackedBarFigure,
  StepFigure,
} from '../../src/model/figure.ts';
import { makeFigure, points } from './result.ts';

const words = (kind: string) => ({
  title: `PHQ-9 before and after: ${kind}`,
  subtitle: 'n = 60 adults with both questionnaires',
  notes: [],
  alt: `A chart of kind ${kind}.`,
});

const SCORE = {
  title: 'PHQ-9 score, 0 to 27',
  format: 'mean',
  zero: false,
  low: 0,
  high: 27,
} as const;

/** Numbers from 0 to 1 that look random and never change. */
export function wobble(i: number, seed = 1): number {
  const value = Math.sin(i * 12.9898 + seed * 78.233) * 43758.5453;
  return value - Math.floor(value);
}

function direction(before: number, after: number): Direction {
  return after < before ? 'better' : after > before ? 'worse' : 'same';
}

export function pairedLines(n = 60): PairedLinesFigure {
  const lines = Array.from({ length: n }, (_, i) => {
    const before = Math.round(8 + 16 * wobble(i));
    const after = Math.max(0, Math.round(before - 5 + 9 * wobble(i, 2)));
    return { values: [before, after], direction: direction(before, after) };
  });
  const count = (of: Direction) => lines.filter((line) => line.direction === of).length;
  return {
    kind: 'paired-lines',
    ...words('paired lines'),
    x: { title: '' },
    y: SCORE,
    times: ['Before', 'After'],
    lines,
    means: [
      { value: 15.6, low: 14.4, high: 16.8 },
      { value: 14.9, low: 13.5, high: 16.4 },
    ],
    change: { value: -0.7, low: -1.4, high: 0.1 },
    people: { better: count('better'), same: count('same'), worse: count('worse') },
  };
}

export function boxes(labels = ['Video interaction', 'Group', 'Home visits']): BoxFigure {
  return {
    kind: 'box',
    ...words('box'),
    x: { title: 'Programme' },
    y: SCORE,
    whiskers: 'Whiskers reach the furthest value within 1.5 interquartile ranges of the box.',
    groups: labels.map((label, g) => {
      const values = Array.from({ length: 14 + 12 * g }, (_, i) =>
        Math.round(4 + g + 20 * wobble(i, g + 3) * wobble(i, 9)),
      ).sort((a, b) => a - b);
      const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 0;
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return {
        label,
        n: values.length,
        box: { low: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), high: at(0.95) },
        mean: { value: mean, low: mean - 1.3, high: mean + 1.3 },
        points: values,
      };
    }),
  };
}

export function forest(): ForestFigure {
  const row = (label: string, value: number, half: number, group: string, n: number) => ({
    label,
    group,
    value,
    low: value - half,
    high: value + half,
    cells: [String(n), n > 50 ? '.004' : '.210'],
  });
  return {
    kind: 'forest',
    ...words('forest'),
    x: { title: 'Standardised mean change', format: 'statistic', zero: false },
    label: 'Outcome',
    estimate: '*d*~av~ [95 % CI]',
    reference: { at: 0, label: 'no change' },
    sides: { low: 'Lower after', high: 'Higher after' },
    columns: ['*n*', '*p*'],
    rows: [
      row('PHQ-9', -0.46, 0.25, 'Parents', 60),
      row('GAD-7', -0.31, 0.22, 'Parents', 58),
      {
        label: 'KPCS',
        group: 'Parents',
        value: null,
        refused: 'fewer than 2 pairs',
        cells: ['1', ''],
      },
      row('Warmth', 0.52, 0.3, 'Relationship', 44),
      row('Invasion', -0.12, 0.33, 'Relationship', 44),
      {
        label: 'All outcomes',
        value: -0.2,
        low: -0.3,
        high: -0.1,
        pooled: true,
        cells: ['206', '.001'],
      },
    ],
  };
}

export function stacked(middle?: number): StackedBarFigure {
  return {
    kind: 'stacked-bar',
    ...words('stacked bars'),
    x: { title: 'When' },
    y: { title: 'Share of adults' },
    levels: ['None', 'Mild', 'Moderate', 'Moderately severe', 'Severe'],
    ordered: true,
    ...(middle === undefined ? {} : { middle }),
    bars: [
      { label: 'Before', counts: [4, 9, 21, 17, 9] },
      { label: 'After', counts: [15, 19, 16, 8, 2] },
    ],
  };
}

export function curves(): StepFigure {
  const curve = (name: string, n: number, speed: number) => {
    const steps = Array.from({ length: 9 }, (_, i) => {
      const value = 100 * Math.exp(-speed * i);
      return {
        at: i * 40,
        value,
        low: Math.max(0, value - 5 - i),
        high: Math.min(100, value + 4 + i),
      };
    });
    return {
      name,
      n,
      events: Math.round(n * 0.7),
      steps,
      censored: [50, 95, 210, 300, 340],
      end: 360,
    };
  };
  return {
    kind: 'step',
    ...words('steps'),
    x: { title: 'Days since referral', format: 'days', zero: true },
    y: { title: 'Still waiting', format: 'percent0', zero: true, low: 0, high: 100 },
    curves: [curve('Self-referred', 85, 0.16), curve('Health visitor', 140, 0.28)],
    risk: {
      title: 'Still waiting',
      times: [0, 100, 200, 300],
      counts: [
        [85, 52, 30, 11],
        [140, 66, 28, 9],
      ],
    },
  };
}

export function jacobson(): ScatterFigure {
  const { lines } = pairedLines();
  const all = lines.map(({ values }) => ({ x: values[0] ?? 0, y: values[1] ?? 0 }));
  return {
    kind: 'scatter',
    ...words('reliable change'),
    x: { ...SCORE, title: 'Before' },
    y: { ...SCORE, title: 'After' },
    square: true,
    n: all.length,
    series: [
      { name: 'Improved', points: all.filter(({ x, y }) => y < x - 5) },
      { name: 'No reliable change', points: all.filter(({ x, y }) => Math.abs(y - x) <= 5) },
      { name: 'Deteriorated', points: all.filter(({ x, y }) => y > x + 5) },
    ],
    lines: [
      { along: 'diagonal', at: 0, label: 'No change' },
      { along: 'x', at: 10, label: 'Cut-off of 10 before' },
      { along: 'y', at: 10, label: 'Cut-off of 10 after' },
    ],
    bands: [{ along: 'diagonal', low: -5, high: 5, label: 'Within the reliable change of 5' }],
  };
}

export function correlation(): ScatterFigure {
  const all = Array.from({ length: 120 }, (_, i) => {
    const x = Math.round(20 * wobble(i, 5));
    return { x, y: 40 + 3 * x + 50 * wobble(i, 6), ...(i % 17 === 0 ? { n: 4 } : {}) };
  });
  return {
    kind: 'scatter',
    ...words('correlation'),
    x: { title: 'Sessions attended', format: 'count', zero: true },
    y: { title: 'Wait, days', format: 'days', zero: false },
    n: all.length,
    series: [{ name: 'Adults', points: all }],
    fit: {
      name: 'Least squares, with 95 % CI',
      points: Array.from({ length: 21 }, (_, x) => ({
        x,
        value: 65 + 3 * x,
        low: 65 + 3 * x - 4 - (x - 10) ** 2 / 20,
        high: 65 + 3 * x + 4 + (x - 10) ** 2 / 20,
      })),
    },
  };
}

export function transition(): GridFigure {
  const labels = ['None', 'Mild', 'Moderate', 'Severe'];
  return {
    kind: 'grid',
    ...words('levels'),
    x: { title: 'After', labels },
    y: { title: 'Before', labels },
    format: 'count',
    cells: [
      [3, 1, 0, 0],
      [6, 8, 2, 0],
      [4, 11, 14, 1],
      [1, 2, null, 7],
    ],
    diagonal: 'Same level before and after',
  };
}

export function flow(): FlowFigure {
  return {
    kind: 'flow',
    ...words('from referral to pair'),
    unit: 'adults',
    steps: [
      {
        label: 'Referred',
        n: 365,
        lost: [
          { reason: 'Declined', n: 41 },
          { reason: 'Out of area', n: 12 },
          { reason: 'Not known', n: 27 },
        ],
      },
      { label: 'Started', n: 285, lost: [{ reason: 'No questionnaire at the start', n: 98 }] },
      {
        label: 'Questionnaire before',
        n: 187,
        lost: [
          { reason: 'Still in the programme', n: 71 },
          { reason: 'No questionnaire at the end', n: 56 },
        ],
      },
      { label: 'Paired', n: 60 },
    ],
    ends: [
      { label: 'Improved', n: 21 },
      { label: 'No reliable change', n: 35 },
      { label: 'Deteriorated', n: 4 },
    ],
  };
}

/** One ordinary figure of every kind. */
export function everyKind(): Figure[] {
  const series = [
    { name: 'Before', points: points({ PHQ: 12, GAD: 9, KPCS: 30 }) },
    { name: 'After', points: points({ PHQ: 8, GAD: 7, KPCS: 34 }) },
  ];
  const kinds = ['bar', 'grouped-bar', 'line', 'interval', 'histogram'] as const;
  return [
    ...kinds.map((kind) => makeFigure({ kind, series })),
    pairedLines(),
    boxes(),
    forest(),
    stacked(),
    stacked(2),
    curves(),
    jacobson(),
    correlation(),
    transition(),
    flow(),
  ];
}
