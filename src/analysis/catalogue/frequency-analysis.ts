import type { Condition } from '../../model/condition.ts';
import type { Finding, MissingCount } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { frequencyEstimates } from '../frequency/frequency-estimates.ts';
import { frequencyFigure } from '../frequency/frequency-figure.ts';
import { frequencyTable } from '../frequency/frequency-table.ts';
import { apaFrequencies, frequencyNotes, plainFrequencies } from '../frequency/frequency-words.ts';
import { distinctLabels } from '../parts/distinct-labels.ts';
import { estimate } from '../parts/estimate.ts';
import { type Levels, levelsOf } from '../parts/levels.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { choiceOf, variablesChosen } from '../parts/read-options.ts';
import { allMissing, countReasons } from '../parts/reasons.ts';
import { isMissing, isPresent, rowsBehind } from '../parts/rows-behind.ts';
import { WEIGHT } from '../parts/standard-options.ts';

export const frequencyAnalysis: Analysis = {
  id: 'frequencies',
  title: 'Frequencies',
  question: 'count',
  answers: 'How many are there of each kind?',
  words: [
    'counts',
    'percentages',
    'categories',
    'bar chart',
    'valid percent',
    'cumulative percent',
  ],
  options: [
    {
      key: 'variables',
      label: 'Variables',
      help: 'One or several variables with categories; each gets a table.',
      type: 'variables',
      kinds: ['category', 'text', 'yesno', 'integer'],
      min: 1,
      max: 50,
    },
    {
      key: 'order',
      label: 'Order',
      help: 'The order of the categories in tables and charts.',
      type: 'choice',
      choices: [
        { value: 'listed', label: 'As listed' },
        { value: 'frequent', label: 'Most frequent first' },
      ],
      default: 'listed',
    },
    {
      key: 'base',
      label: 'Percentages of',
      help: 'What the percentages in sentences, charts and intervals are shares of; where some are missing, the table shows both.',
      type: 'choice',
      choices: [
        { value: 'valid', label: 'Those with a value' },
        { value: 'all', label: 'All, with missing' },
      ],
      default: 'valid',
    },
    {
      key: 'chart',
      label: 'Chart shows',
      help: 'Whether the bars are percentages or counts.',
      type: 'choice',
      choices: [
        { value: 'percent', label: 'Percentages' },
        { value: 'count', label: 'Counts' },
      ],
      default: 'percent',
    },
    WEIGHT,
  ],
  guide: {
    formula: [
      'A share is the number of rows with a category, divided by all rows or by the rows with a value; both are shown where values are missing.',
      'Cumulative shares are given where the categories have an order.',
      'The interval of a share is Wilson’s: (*p* + *z*²/2*n* ± *z*√(*p*(1 − *p*)/*n* + *z*²/4*n*²)) / (1 + *z*²/*n*).',
    ],
    sources: [
      'Wilson, E. B. (1927). Journal of the American Statistical Association, 22, 209–212.',
    ],
    refuses: [
      'A variable with more than 200 different values: it is not a set of categories.',
      'A share of nobody.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const base = choiceOf(options, 'base', ['valid', 'all']);
  const chart = choiceOf(options, 'chart', ['percent', 'count']);
  const names = variablesChosen(options, 'variables');
  const byCount = options.order === 'frequent';
  const variables = distinctLabels(
    names.map((name) => ordered(levelsOf(view, name, 'variables'), byCount)),
  );
  const several = variables.length > 1;
  const total = view.rows.length;
  const missing = countReasons(allMissing(variables.map(({ reasons }) => reasons)));
  const used = total - missingTotal(missing);
  return {
    method: {
      name: 'Frequencies',
      variant: `percentages of ${base === 'valid' ? 'those with a value' : 'all rows, missing included'}; Wilson intervals`,
      citations: [
        'Wilson, E. B. (1927). Journal of the American Statistical Association, 22, 209–212.',
      ],
    },
    n: {
      total,
      used,
      ...rowsBehind(view, anyPresent(variables)),
      missing: several ? missing : missing.map((each) => withRows(each, variables, view)),
    },
    estimates: [
      estimate('n', 'n', '*n*', used, 'count'),
      estimate('missing', 'Missing', 'missing', total - used, 'count'),
      ...variables.flatMap((levels) => frequencyEstimates(levels, total, base, several)),
    ],
    tables: variables.map((levels) => frequencyTable(levels, view)),
    figures: variables.map((levels) => frequencyFigure(levels, view, base, chart)),
    sentences: {
      apa: variables.map((levels) => apaFrequencies(levels, total, base)).join(' '),
      plain: variables.map((levels) => plainFrequencies(levels, view, base, several)).join(' '),
    },
    notes: frequencyNotes(variables, view, base),
  };
}

function anyPresent(variables: readonly Levels[]): Condition {
  const parts = variables.map(({ variable }) => isPresent(variable));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { any: parts };
}

function withRows(missing: MissingCount, [levels]: readonly Levels[], view: View): MissingCount {
  if (levels === undefined) return missing;
  return { ...missing, ...rowsBehind(view, isMissing(levels.variable, missing.reason)) };
}

function ordered(levels: Levels, byCount: boolean): Levels {
  if (!byCount) return levels;
  const order = levels.labels.map((_, i) => i);
  order.sort((a, b) => (levels.counts[b] ?? 0) - (levels.counts[a] ?? 0) || a - b);
  return {
    ...levels,
    labels: order.map((i) => levels.labels[i] ?? ''),
    counts: order.map((i) => levels.counts[i] ?? 0),
    values: order.map((i) => levels.values[i] ?? []),
  };
}
