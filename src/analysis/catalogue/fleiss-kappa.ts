import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { levelsOf } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { quantity } from '../parts/quantity.ts';
import { variablesChosen } from '../parts/read-options.ts';
import { anyMissing } from '../parts/reasons.ts';
import { CATEGORIES, CONFIDENCE, levelOf, variables } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { fleissKappa as test } from '../statistics/fleiss-kappa.ts';

export const fleissKappa: Analysis = {
  id: 'fleiss-kappa',
  title: 'Fleiss’ kappa',
  question: 'reliable',
  answers: 'Do three or more raters agree on categories?',
  words: ['κ', 'several raters', 'inter-rater agreement', 'agreement beyond chance'],
  options: [
    variables('raters', 'Raters', 'One variable of categories for each rater.', CATEGORIES, {
      min: 2,
      max: 50,
    }),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'κ = (*P* − *P*~e~) / (1 − *P*~e~), *P* the mean share of pairs of raters that agree about a row, *P*~e~ = Σ*p*~j~² of the shares of the categories.',
      'Interval and *z* with the standard error that holds at κ = 0.',
    ],
    sources: [CITE.fleiss],
    refuses: [
      'Rows without a rating by everyone are left out; none left, or everything in one category.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const raters = variablesChosen(options, 'raters').map((name) => levelsOf(view, name, 'raters'));
  const categories = [...new Set(raters.flatMap(({ labels }) => labels))];
  const reasons = anyMissing(
    raters.map((rater) => ({ label: plainLabel(rater.variable), reasons: rater.reasons })),
  );
  const coded = raters.map((rater) => ({
    codes: rater.codes(),
    place: rater.labels.map((label) => categories.indexOf(label)),
  }));
  const counts: number[][] = [];
  reasons.codes.forEach((code, i) => {
    if (code !== 0) return;
    const row = categories.map(() => 0);
    for (const { codes, place } of coded) {
      const at = place[codes[i] as number] ?? 0;
      row[at] = (row[at] ?? 0) + 1;
    }
    counts.push(row);
  });
  const { value, refused } = attempt(() => test(counts, level));
  const label = raters.map(({ variable }) => plainLabel(variable)).join('; ');
  const why = { refused };
  const line = {
    label,
    reasons,
    n: counts.length,
    p: value?.p ?? null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', counts.length, 'count'),
      quantity('raters', 'raters', 'Raters', raters.length, 'count'),
      quantity('kappa', 'Fleiss’ κ', 'κ', value?.kappa, 'correlation', {
        ci: value?.ci ?? null,
        by: 'normal approximation',
        ...why,
      }),
      quantity('z', 'z against 0', '*z*', value?.z, 'statistic', why),
      quantity('p', 'p against 0', '*p*', value?.p, 'p', why),
    ],
    apa: apaList(
      apaValue('κ', value?.kappa ?? null, 'correlation', value?.ci ?? null, level),
      apaTest('*z*', [], value?.z ?? null, value?.p ?? null),
      `*n* = ${count(counts.length)}`,
      `${raters.length} raters`,
    ),
    plain: `${escapeRich(label)}: beyond chance the ${raters.length} raters agree with κ = ${formatNumber(value?.kappa ?? null, 'correlation')} about ${count(counts.length)} of ${count(view.rows.length)} ${escapeRich(view.unit)} rated by all.`,
    notes: [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Fleiss’ κ',
      variant: `${raters.length} raters; ${percentLevel(level)} interval`,
      citations: [CITE.fleiss],
    },
    level,
    table: { title: 'Agreement of raters', first: 'Raters' },
  });
}
