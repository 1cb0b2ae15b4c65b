import { formatNumber, formatP } from '../../model/format.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { apaList, apaTest } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { type Levels, levelsOf } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { percentFormat, percentOf, shareWords } from '../parts/percent.ts';
import { estimatesOf, linesTable, quantity } from '../parts/quantity.ts';
import { textOf, variableChosen } from '../parts/read-options.ts';
import { CATEGORIES, variable, WEIGHT } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { chisqGof } from '../statistics/chisq-gof.ts';

/** Expected counts below this make χ² doubtful (Cochran 1954). */
const SMALL = 5;

export const goodnessOfFit: Analysis = {
  id: 'goodness-of-fit',
  title: 'Chi-square goodness of fit',
  question: 'count',
  answers: 'Do the shares differ from given shares, those of the area for example?',
  words: [
    'chi-squared',
    'goodness of fit',
    'expected shares',
    'census comparison',
    'one-sample chi-square',
  ],
  options: [
    variable('variable', 'Variable', 'A variable with categories.', CATEGORIES),
    {
      key: 'shares',
      label: 'Expected shares',
      help: 'One for each category, in order, separated by semicolons; they are scaled to add up to 100 %. Left empty: all alike.',
      type: 'text',
      default: '',
    },
    WEIGHT,
  ],
  guide: {
    formula: [
      'χ² = Σ(observed − expected)² / expected, expected = *N* times the given share, with one degree of freedom less than categories.',
      'Residual: (observed − expected) / √expected.',
    ],
    sources: [CITE.pearsonChi, CITE.cochran],
    refuses: [
      'Fewer than two categories, nobody with a value, and shares that are not one positive number a category.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const levels = levelsOf(view, variableChosen(options, 'variable'), 'variable');
  const label = plainLabel(levels.variable);
  const n = levels.counts.reduce((a, b) => a + b, 0);
  const shares = sharesOf(textOf(options, 'shares'), levels);
  const { value, refused } = attempt(() => chisqGof(levels.counts, shares));
  const why = { refused };
  const lines = levels.labels.map((name, k) => {
    const [own, expected] = [levels.counts[k] ?? 0, value?.expected[k] ?? null];
    return {
      label: name,
      quantities: [
        quantity('observed', 'observed', 'Observed', own, 'count'),
        quantity('percent', 'observed, %', '%', percentOf(own, n), percentFormat(n), {
          refused: 'nobody has a value',
        }),
        quantity('expected', 'expected', 'Expected', expected, 'number', why),
        quantity(
          'expected-percent',
          'expected, %',
          'Expected, %',
          shares ? 100 * (shares[k] ?? 0) : 100 / levels.labels.length,
          percentFormat(n),
        ),
        quantity(
          'residual',
          'residual',
          'Residual',
          expected ? (own - expected) / Math.sqrt(expected) : null,
          'statistic',
          why,
        ),
      ],
    };
  });
  const small = value?.expected.filter((each) => each < SMALL).length ?? 0;
  const line = {
    label,
    reasons: levels.reasons,
    n,
    p: value?.p ?? null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', n, 'count'),
      quantity('chi-square', 'χ²', 'χ²', value?.chisq, 'statistic', why),
      quantity('df', 'degrees of freedom', '*df*', value?.df, 'count', why),
      quantity('p', 'p', '*p*', value?.p, 'p', why),
    ],
    apa: apaList(
      apaTest('χ²', [value?.df ?? null], value?.chisq ?? null, value?.p ?? null),
      `*N* = ${count(n)}`,
    ),
    plain: `${escapeRich(label)}: ${levels.labels
      .map(
        (name, k) =>
          `${escapeRich(name)} ${shareWords(levels.counts[k] ?? 0, n, '')}, expected ${formatNumber(value?.expected[k] ?? null, 'number')}`,
      )
      .join('; ')}${value ? ` (${formatP(value.p)})` : ''}.`,
    notes: [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Chi-square goodness of fit',
      variant: shares ? 'against given shares' : 'against equal shares',
      citations: [CITE.pearsonChi],
    },
    level: 0.95,
    table: { title: `${label} against expected shares`, first: 'Variable' },
    tables: [linesTable({ id: 'categories', title: label, first: 'Category', level: 0.95 }, lines)],
    estimates: lines.flatMap((each) =>
      estimatesOf(each, 0.95, { keyOf: (key) => `${key}[${each.label}]`, refused }),
    ),
    figures: value
      ? [
          {
            kind: 'grouped-bar',
            title: `${label}: observed and expected`,
            subtitle: `n = ${count(n)} ${view.unit}`,
            x: { title: label },
            y: { title: `Number of ${view.unit}`, format: 'number', zero: true },
            series: [
              {
                name: 'Observed',
                points: levels.labels.map((name, k) => ({
                  label: name,
                  value: levels.counts[k] ?? 0,
                })),
              },
              {
                name: 'Expected',
                points: levels.labels.map((name, k) => ({
                  label: name,
                  value: value.expected[k] ?? 0,
                })),
              },
            ],
            notes: [],
            alt: `Observed and expected numbers of ${label}, ${count(n)} ${view.unit}.`,
          },
        ]
      : [],
    notes: value
      ? [
          {
            kind: small > 0 ? 'caution' : 'assumption',
            text: `Expected counts below ${SMALL}: ${small} of ${value.expected.length}.`,
            citation: 'Cochran (1954)',
          },
        ]
      : [],
  });
}

/** The given shares, scaled to add up to 1; undefined where none are given. */
function sharesOf(text: string, { labels }: Levels): number[] | undefined {
  if (text.trim() === '') return undefined;
  const shares = text.split(';').map((part) => Number(part.trim().replace('%', '')));
  const total = shares.reduce((a, b) => a + b, 0);
  if (shares.length === labels.length && shares.every((share) => share > 0)) {
    return shares.map((share) => share / total);
  }
  throw new Refusal(
    'wrong-option',
    `Expected shares: ${labels.length} positive numbers are needed, one for each category.`,
    {
      hint: `In this order, separated by semicolons: ${labels.join('; ')}.`,
      where: { option: 'shares' },
    },
  );
}
