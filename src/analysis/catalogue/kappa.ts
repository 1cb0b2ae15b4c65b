import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { squareCounts, squareGrid } from '../cross/square-parts.ts';
import { squareTable } from '../cross/square-table.ts';
import { checkDifferent } from '../paired/pair-options.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { percentFormat, shareWords } from '../parts/percent.ts';
import { quantity } from '../parts/quantity.ts';
import { choiceOf, variableChosen } from '../parts/read-options.ts';
import {
  CATEGORIES,
  CONFIDENCE,
  choice,
  levelOf,
  variable,
  WEIGHT,
} from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { cohenKappa } from '../statistics/cohen-kappa.ts';

const WEIGHTS = {
  none: 'None: agreement or not',
  linear: 'Linear: by the number of steps apart',
  quadratic: 'Quadratic: by the square of the steps apart',
};

type Weights = keyof typeof WEIGHTS;

export const kappa: Analysis = {
  id: 'kappa',
  title: 'Cohen’s kappa',
  question: 'reliable',
  answers: 'Do two raters agree on categories?',
  words: ['κ', 'weighted kappa', 'inter-rater agreement', 'agreement beyond chance', 'two raters'],
  options: [
    variable('first', 'First rater', 'The category that the first rater gave.', CATEGORIES),
    variable('second', 'Second rater', 'The category that the second rater gave.', CATEGORIES),
    choice(
      'weights',
      'Weights',
      'Chosen in advance and recorded; all three are shown. Weighted forms need categories in order.',
      WEIGHTS,
    ),
    CONFIDENCE,
    WEIGHT,
  ],
  guide: {
    formula: [
      'κ = (*p*~o~ − *p*~e~) / (1 − *p*~e~), *p*~o~ the share agreed on, *p*~e~ the share that the margins alone would give.',
      'Weighted κ = 1 − Σ*w*~ij~*p*~ij~ / Σ*w*~ij~*p*~i.~*p*~.j~, *w* the distance of the categories or its square.',
      'Intervals with the standard error of Fleiss, Cohen and Everitt, κ ± *z* SE.',
    ],
    sources: [CITE.cohenKappa, CITE.weightedKappa, CITE.fleissCohenEveritt],
    refuses: [
      'Fewer than two categories, no ratings by both, and both raters using one and the same category only.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const weights = choiceOf(options, 'weights', Object.keys(WEIGHTS) as Weights[]);
  const [first, second] = [variableChosen(options, 'first'), variableChosen(options, 'second')];
  checkDifferent([first], [second]);
  const table = squareTable(view, first, second);
  const { value, refused } = attempt(() => cohenKappa(table.counts, level));
  const why = { refused };
  const plainCi = value?.ci ?? null;
  const shown = {
    none: { symbol: 'κ', value: value?.kappa ?? null, ci: plainCi },
    linear: {
      symbol: 'κ~linear~',
      value: value?.kappa_linear ?? null,
      ci: value?.kappa_linear_ci ?? null,
    },
    quadratic: {
      symbol: 'κ~quadratic~',
      value: value?.kappa_quadratic ?? null,
      ci: value?.kappa_quadratic_ci ?? null,
    },
  }[weights];
  const agreed = table.counts.reduce((total, row, i) => total + (row[i] ?? 0), 0);
  const [a, b] = table.names.map(escapeRich);
  const line = {
    label: table.names.join(', '),
    reasons: table.reasons,
    n: table.n,
    p: value?.p ?? null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', table.n, 'count'),
      quantity(
        'agreement',
        'agreed, %',
        'Agreed, %',
        value && 100 * value.percent_agreement,
        percentFormat(table.n),
        why,
      ),
      quantity('kappa', 'κ', 'κ', value?.kappa, 'correlation', {
        ci: plainCi,
        by: 'normal approximation',
        ...why,
      }),
      quantity(
        'kappa-linear',
        'linearly weighted κ',
        'κ~linear~',
        value?.kappa_linear,
        'correlation',
        { ci: value?.kappa_linear_ci ?? null, by: 'normal approximation', ...why },
      ),
      quantity(
        'kappa-quadratic',
        'quadratically weighted κ',
        'κ~quadratic~',
        value?.kappa_quadratic,
        'correlation',
        { ci: value?.kappa_quadratic_ci ?? null, by: 'normal approximation', ...why },
      ),
      quantity('z', 'z against 0', '*z*', value?.z0, 'statistic', why),
      quantity('p', 'p against 0', '*p*', value?.p, 'p', why),
    ],
    apa: apaList(
      apaValue(shown.symbol, shown.value, 'correlation', shown.ci, level),
      apaTest('*z*', [], value?.z0 ?? null, value?.p ?? null),
      `*n* = ${count(table.n)}`,
    ),
    plain: `${a} and ${b} gave the same category to ${shareWords(agreed, table.n, escapeRich(view.unit))}; beyond chance they agree with ${shown.symbol} = ${formatNumber(shown.value, 'correlation')}.`,
    notes: [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Cohen’s κ',
      variant: `weights: ${WEIGHTS[weights].split(':')[0]?.toLowerCase()}; ${percentLevel(level)} intervals`,
      citations: [CITE.cohenKappa, CITE.weightedKappa, CITE.fleissCohenEveritt],
    },
    level,
    table: { title: 'Agreement of two raters', first: 'Raters' },
    tables: [squareCounts(table, 'The diagonal is agreement.')],
    figures: table.n > 0 ? [squareGrid(table, view.unit, 'Agreement')] : [],
  });
}
