import type { CategoryFigure } from '../../model/figure.ts';
import type { Estimate, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { ascending } from '../numeric/floats.ts';
import { quantile } from '../numeric/quantile.ts';
import { estimate } from '../parts/estimate.ts';
import { countPercentCell } from '../parts/percent.ts';
import { count } from '../parts/words.ts';

/** How many appointments each person has. */
export interface PerPerson {
  /** One entry a person. */
  made: readonly number[];
  attended: readonly number[];
  /** Appointments of nobody who is known. */
  unknown: number;
}

const BANDS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 5],
  [6, 10],
  [11, 20],
  [21, Number.POSITIVE_INFINITY],
];

/**
 * @param person one code a row, −1 where nobody is known
 */
export function perPerson(
  person: ArrayLike<number>,
  isAttended: (i: number) => boolean,
): PerPerson {
  const made = new Map<number, number>();
  const attended = new Map<number, number>();
  let unknown = 0;
  for (let i = 0; i < person.length; i++) {
    const code = person[i] as number;
    if (code < 0) {
      unknown++;
      continue;
    }
    made.set(code, (made.get(code) ?? 0) + 1);
    attended.set(code, (attended.get(code) ?? 0) + (isAttended(i) ? 1 : 0));
  }
  return { made: [...made.values()], attended: [...attended.values()], unknown };
}

export function perPersonEstimates({ made, attended }: PerPerson): Estimate[] {
  const spread = (key: string, words: string, values: readonly number[]) => {
    const sorted = ascending(values);
    const at = (p: number) => (sorted.length === 0 ? null : quantile(sorted, p));
    const none = { refused: 'no person has an appointment' };
    const total = values.reduce((sum, n) => sum + n, 0);
    return [
      estimate(`${key}-median`, `${words} a person, median`, '*Mdn*', at(0.5), 'number', none),
      estimate(
        `${key}-q1`,
        `${words} a person, lower quartile`,
        '*Q*~1~',
        at(0.25),
        'number',
        none,
      ),
      estimate(
        `${key}-q3`,
        `${words} a person, upper quartile`,
        '*Q*~3~',
        at(0.75),
        'number',
        none,
      ),
      estimate(`${key}-most`, `${words} a person, most`, '', at(1), 'count', none),
      estimate(
        `${key}-mean`,
        `${words} a person, mean`,
        '*M*',
        values.length === 0 ? null : total / values.length,
        'mean',
        none,
      ),
    ];
  };
  return [
    estimate('persons', 'people with an appointment', '*n*', made.length, 'count'),
    ...spread('made-each', 'appointments made', made),
    ...spread('attended-each', 'appointments attended', attended),
  ];
}

export function perPersonTable({ made, attended }: PerPerson): ResultTable {
  const persons = made.length;
  return {
    id: 'per-person',
    title: 'Appointments a person',
    columns: [
      { key: 'number', header: 'Appointments', align: 'left', format: 'text' },
      { key: 'made', header: 'Made, *n* (%)', align: 'right', format: 'text' },
      { key: 'attended', header: 'Attended, *n* (%)', align: 'right', format: 'text' },
    ],
    rows: bandsOf(made, attended).map(({ label, made: n, attended: came }) => ({
      cells: [{ value: label }, countPercentCell(n, persons), countPercentCell(came, persons)],
    })),
    notes: [
      escapeRich(
        `Of ${count(persons)} people with at least one appointment made. People without any are not in this table.`,
      ),
    ],
  };
}

export function perPersonFigure({ made, attended }: PerPerson): CategoryFigure {
  const bands = bandsOf(made, attended);
  const series = (name: string, of: 'made' | 'attended') => ({
    name,
    points: bands.map((band) => ({ label: band.label, value: band[of] })),
  });
  return {
    kind: 'grouped-bar',
    title: 'Appointments a person',
    subtitle: `n = ${count(made.length)} people with an appointment`,
    x: { title: 'Appointments' },
    y: { title: 'Number of people', format: 'count', zero: true },
    series: [series('Made', 'made'), series('Attended', 'attended')],
    notes: [],
    alt: `Bar chart of ${count(made.length)} people by their number of appointments made and attended.`,
  };
}

function bandsOf(made: readonly number[], attended: readonly number[]) {
  return BANDS.map(([low, high]) => {
    const within = (values: readonly number[]) =>
      values.filter((n) => n >= low && n <= high).length;
    const label =
      low === high
        ? String(low)
        : high === Number.POSITIVE_INFINITY
          ? `${low} and more`
          : `${low} to ${high}`;
    return { label, made: within(made), attended: within(attended) };
  }).filter((band) => band.label !== '0' || band.attended > 0);
}
