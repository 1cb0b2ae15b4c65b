import { formatNumber } from '../../model/format.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { directionWords } from '../paired/score-facts.ts';
import { countPercentCell } from '../parts/percent.ts';
import type { OutcomeScore } from './outcome-scores.ts';
import { overallClasses } from './overall-classes.ts';
import { cutoffWords, type Reliable } from './reliable.ts';

/** One score and what its changes are worth. */
export interface Judged {
  score: OutcomeScore;
  reliable: Reliable;
}

/** Recovered, improved, unchanged, deteriorated. */
export function classTable(judged: readonly Judged[], view: View): ResultTable {
  const overall = overallClasses(
    judged.map(({ score, reliable }) => ({ scores: score.scores, reliable })),
  );
  const line = (
    label: string,
    from: number | null,
    n: number,
    counts: readonly (number | null)[],
  ) => ({
    cells: [
      { value: label },
      { value: from },
      { value: n },
      ...counts.map((each) =>
        each === null ? { value: null, text: '–' } : countPercentCell(each, n),
      ),
    ],
  });
  return {
    id: 'reliable',
    title: 'Reliable change',
    columns: [
      { key: 'measure', header: 'Measure', align: 'left', format: 'text' },
      { key: 'points', header: 'Reliable from, points', align: 'right', format: 'number' },
      { key: 'n', header: 'Pairs', align: 'right', format: 'count' },
      ...(['Recovered', 'Improved', 'No change', 'Deteriorated'] as const).map((header, i) => ({
        key: ['recovered', 'improved', 'same', 'worse'][i] ?? '',
        header: `${header} *n* (%)`,
        align: 'right' as const,
        format: 'text' as const,
      })),
    ],
    rows: [
      ...judged.map(({ score, reliable }) => {
        const n = reliable.classes.length;
        const { recovered } = reliable;
        return line(
          score.scores.label,
          n > 0 ? reliable.points : null,
          score.scores.before.length,
          n > 0
            ? [recovered, reliable.improved - (recovered ?? 0), reliable.same, reliable.worse]
            : [null, null, null, null],
        );
      }),
      ...(overall === null
        ? []
        : [
            line('Any score (NHS England rule)', null, overall.n, [
              null,
              overall.improved,
              overall.same,
              overall.worse,
            ]),
          ]),
    ],
    notes: [
      ...judged.map(
        ({ score, reliable }) =>
          `${escapeRich(score.scores.label)} (${directionWords(score.scores.better)}): ${escapeRich(pointsWords(reliable))}.`,
      ),
      'Recovered: reliably improved and no longer on the side of concern. Where there is no cut-off, all who improved are under Improved.',
      `*n* (%) of the ${view.unit} with both scores. No comparison group: this is change, and its cause is not known.`,
    ],
  };
}

/** Who crossed which cut-off in which direction. */
export function cutoffTable(judged: readonly Judged[], unit: string): ResultTable {
  const rows = judged.flatMap(({ score, reliable: { cutoff } }) => {
    if (cutoff === null) return [];
    const n = score.scores.before.length;
    return [
      {
        cells: [
          { value: score.scores.label },
          { value: `${cutoffWords(cutoff)} (${cutoff.label})` },
          countPercentCell(cutoff.concernBefore, n),
          { value: n - cutoff.concernBefore },
          countPercentCell(cutoff.crossedOut, cutoff.concernBefore),
          countPercentCell(cutoff.crossedIn, n - cutoff.concernBefore),
        ],
      },
    ];
  });
  const right = (key: string, header: string) => ({
    key,
    header,
    align: 'right' as const,
    format: 'text' as const,
  });
  return {
    id: 'cut-off',
    title: 'Cut-offs crossed',
    columns: [
      { key: 'measure', header: 'Measure', align: 'left', format: 'text' },
      { key: 'cutoff', header: 'Cut-off', align: 'left', format: 'text' },
      right('concern', 'Of concern before *n* (%)'),
      { ...right('not', 'Not of concern before'), format: 'count' },
      right('out', 'No longer after *n* (%)'),
      right('in', 'Newly of concern *n* (%)'),
    ],
    rows,
    notes: [
      `Percentages of “no longer” are of the ${unit} of concern before, those of “newly” of the others.`,
    ],
  };
}

/** "reliable from 6 points on: Barkham et al. 2013 …" */
export function pointsWords({ points, basis, classes }: Reliable): string {
  const plain = basis.replace(/\.$/, '');
  if (points === null || classes.length === 0) return `no reliable change, ${plain}`;
  return `reliable from ${formatNumber(points, 'number')} points on: ${plain}`;
}
