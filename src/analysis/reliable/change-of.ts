import { Refusal } from '../../model/refusal.ts';
import type { Options } from '../analysis.ts';
import type { PairedScores } from '../paired/paired-scores.ts';
import { numberOf } from '../parts/read-options.ts';
import { notComputable } from '../statistics/read-input.ts';
import { reliableChange as computed, type ReliableChange } from '../statistics/reliable-change.ts';

export const CUTOFF = {
  none: 'None',
  given: 'A given score',
  c: 'Criterion c, from the norms of both groups',
};

export interface Outcome {
  key: string;
  label: string;
  n: number;
}

export function reliableChangeOf(
  scores: PairedScores,
  sd: number,
  reliability: number,
  options: Options,
  level: number,
): ReliableChange {
  const { before, after, better } = scores;
  if (reliability === 0) {
    throw new Refusal('wrong-option', 'Reliability: it has to be given.', {
      hint: 'Take it from the manual of the measure or from a study, or compute α with “Reliability of a scale”.',
      where: { option: 'reliability' },
    });
  }
  if (before.length === 0) throw notComputable('Reliable change', 'there are no pairs.');
  if (better !== 'higher' && better !== 'lower')
    throw notComputable('Reliable change', 'it is not known whether higher or lower is better.');
  if (!(sd > 0)) throw notComputable('Reliable change', 'the scores before do not vary.');
  const norm = (group: string) => ({
    mean: numberOf(options, `${group}-mean`),
    sd: numberOf(options, `${group}-sd`),
  });
  const byNorms = options.cutoff === 'c';
  if (byNorms && !(norm('clinical').sd > 0 && norm('general').sd > 0)) {
    throw new Refusal('wrong-option', 'Criterion c needs the norms of both groups.', {
      hint: 'Give mean and standard deviation of a clinical group and of the general population.',
      where: { option: norm('clinical').sd > 0 ? 'general-sd' : 'clinical-sd' },
    });
  }
  return computed(
    before,
    after,
    {
      sdPre: sd,
      reliability,
      higherIsWorse: better === 'lower',
      ...(byNorms ? { clinical: norm('clinical'), normal: norm('general') } : {}),
    },
    level,
  );
}

export function cutoffOf(value: ReliableChange, options: Options): number | null {
  if (options.cutoff === 'given') return numberOf(options, 'cutoff-score');
  return options.cutoff === 'c' ? (value.cutoff_c ?? null) : null;
}

export function outcomesOf(
  { direction }: ReliableChange,
  { before, after, better }: PairedScores,
  cutoff: number | null,
): Outcome[] {
  const of = (wanted: string) => direction.filter((each) => each === wanted).length;
  const well = (score: number) =>
    cutoff !== null && (better === 'higher' ? score >= cutoff : score <= cutoff);
  const recovered = direction.filter(
    (each, i) => each === 'improved' && !well(before[i] ?? 0) && well(after[i] ?? 0),
  ).length;
  return [
    ...(cutoff === null
      ? []
      : [{ key: 'recovered', label: 'Clinically significant', n: recovered }]),
    { key: 'improved', label: 'Improved reliably', n: of('improved') },
    { key: 'none', label: 'No reliable change', n: of('none') },
    { key: 'deteriorated', label: 'Worse reliably', n: of('deteriorated') },
  ];
}
