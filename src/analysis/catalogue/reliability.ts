import { formatNumber } from '../../model/format.ts';
import type { Finding, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { apaList, apaValue } from '../parts/apa.ts';
import { attempt, partOf } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { completeRows } from '../parts/complete-rows.ts';
import { outcomesOf } from '../parts/outcomes.ts';
import { estimatesOf, linesTable, type QuantityLine, quantity } from '../parts/quantity.ts';
import { textOf, variablesChosen } from '../parts/read-options.ts';
import { CONFIDENCE, levelOf, variables } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { type Reliability, reliability as test } from '../statistics/reliability.ts';
import { splitHalf } from '../statistics/split-half.ts';

/** Below this an item hardly goes with the others; a convention (Nunnally 1978). */
const WEAK_ITEM = 0.3;

export const reliability: Analysis = {
  id: 'reliability',
  title: 'Reliability of a scale',
  question: 'reliable',
  answers: 'Do the items of a questionnaire measure the same thing?',
  words: [
    'Cronbach’s alpha',
    'internal consistency',
    'McDonald’s omega',
    'split half',
    'item analysis',
    'item-total',
    'SEM',
  ],
  options: [
    variables(
      'items',
      'Items',
      'The items of one scale, reversed items already turned round.',
      undefined,
      {
        min: 2,
        max: 200,
      },
    ),
    {
      key: 'label',
      label: 'Name',
      help: 'Name of the scale, for titles and sentences.',
      type: 'text',
      default: '',
    },
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'α = *k* / (*k* − 1) · (1 − Σ*s*~i~² / *s*~total~²), its interval after Feldt from the *F* distribution.',
      'ω = (Σλ)² / ((Σλ)² + Σθ) of the single factor that fits the covariances best (maximum likelihood).',
      'Split half: *r* of the odd and the even items, stepped up by 2*r* / (1 + *r*); Guttman’s λ~4~.',
      'Standard error of measurement: *SD* of the total · √(1 − α).',
      'Item–rest correlation: each item with the sum of the others; α without it.',
    ],
    sources: [CITE.cronbach, CITE.feldt, CITE.mcdonald, CITE.spearmanBrown, CITE.guttman],
    refuses: [
      'Fewer than two items, fewer than two people with every item, and totals that do not vary.',
      'ω where no single factor can be found, and of two items.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const items = outcomesOf(view, variablesChosen(options, 'items'));
  const data = completeRows(items);
  const { value, refused } = attempt(() => test(data, level));
  const halves = attempt(() => splitHalf(data));
  const omega = value ? omegaOf(value) : { value: null, refused };
  const label = textOf(options, 'label').trim() || 'Scale';
  const why = { refused };
  const itemLines = value
    ? linesOf(
        value,
        items.map((item) => item.label),
      )
    : [];
  const line = {
    label,
    reasons: data.reasons,
    n: data.rows.length,
    p: null,
    refused,
    quantities: [
      quantity('items', 'items', '*k*', items.length, 'count'),
      quantity('n', 'n', '*n*', data.rows.length, 'count'),
      quantity('alpha', 'Cronbach’s α', 'α', value?.alpha, 'correlation', {
        ci: value?.alpha_ci_feldt ?? null,
        by: 'Feldt',
        ...why,
      }),
      quantity(
        'alpha-standardised',
        'standardised α',
        'Standardised α',
        value?.alpha_standardized,
        'correlation',
        {
          only: 'estimate',
          refused: refused || 'an item does not vary',
        },
      ),
      quantity('omega', 'McDonald’s ω', 'ω', omega.value, 'correlation', {
        refused: omega.refused,
      }),
      quantity(
        'split-half',
        'split half, stepped up',
        'Split half',
        halves.value?.spearman_brown,
        'correlation',
        {
          refused: halves.refused,
        },
      ),
      quantity('guttman', 'Guttman’s λ4', 'λ~4~', halves.value?.guttman, 'correlation', {
        only: 'estimate',
        refused: halves.refused,
      }),
      quantity(
        'mean-r',
        'mean correlation of the items',
        'Mean *r*',
        value?.mean_interitem_r,
        'correlation',
        {
          refused: refused || 'an item does not vary',
        },
      ),
      quantity('sem', 'standard error of measurement', '*SEM*', value?.sem, 'mean', why),
    ],
    apa: apaList(
      apaValue('α', value?.alpha ?? null, 'correlation', value?.alpha_ci_feldt ?? null, level),
      omega.value !== null && apaValue('ω', omega.value, 'correlation'),
      `${items.length} items`,
      `*n* = ${count(data.rows.length)}`,
    ),
    plain: `${escapeRich(label)}: the ${items.length} items have a reliability of α = ${formatNumber(value?.alpha ?? null, 'correlation')} among the ${count(data.rows.length)} of ${count(view.rows.length)} ${escapeRich(view.unit)} with every item${weakWords(itemLines)}.`,
    notes: [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Reliability of a scale',
      variant: `Cronbach’s α with Feldt’s ${percentLevel(level)} interval; ω of one factor`,
      citations: [CITE.cronbach, CITE.feldt, CITE.mcdonald],
    },
    level,
    table: {
      title: `Reliability of ${label}`,
      first: 'Scale',
      notes: ['*SEM*: standard error of measurement of the total. Split half: odd and even items.'],
    },
    tables: itemLines.length > 0 ? [itemsTable(itemLines, level)] : [],
    estimates: itemLines.flatMap((item) =>
      estimatesOf(item, level, {
        keyOf: (key) => `${key}[${item.label}]`,
        refused: 'the item does not vary',
      }),
    ),
    notes: [
      {
        kind: 'assumption',
        text: 'α takes every item to measure the same thing equally well; a high α does not show that there is only one thing. Turn reversed items round first: a negative item–rest correlation shows one that was not.',
      },
    ],
  });
}

function omegaOf(value: Reliability) {
  const part = value.omega_total_cfa_ml_raw;
  return typeof part === 'number' ? { value: part, refused: '' } : { ...partOf(part), value: null };
}

function linesOf(value: Reliability, labels: readonly string[]): QuantityLine[] {
  return labels.map((label, j) => ({
    label,
    quantities: [
      quantity('item-mean', 'mean', '*M*', value.item_means[j], 'mean'),
      quantity('item-sd', 'standard deviation', '*SD*', value.item_sds[j], 'mean'),
      quantity(
        'item-rest',
        'item–rest correlation',
        'Item–rest *r*',
        value.item_rest_r[j],
        'correlation',
      ),
      quantity(
        'alpha-without',
        'α without the item',
        'α without',
        value.alpha_if_dropped?.[j],
        'correlation',
        {
          refused: 'there are only two items',
        },
      ),
    ],
  }));
}

function itemsTable(lines: readonly QuantityLine[], level: number): ResultTable {
  return linesTable({ id: 'items', title: 'Items', first: 'Item', level }, lines);
}

/** "; weakly related to the others: Item 3" */
function weakWords(lines: readonly QuantityLine[]): string {
  const weak = lines.filter(({ quantities }) => {
    const r = quantities.find(({ key }) => key === 'item-rest')?.value ?? null;
    return r !== null && r < WEAK_ITEM;
  });
  if (weak.length === 0) return '';
  return `; weakly related to the others (below ${formatNumber(WEAK_ITEM, 'correlation')}): ${escapeRich(weak.map(({ label }) => label).join(', '))}`;
}
