import type { Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { type Change, changeOf } from '../paired/change.ts';
import { changeEstimates } from '../paired/change-estimates.ts';
import { changeFigures } from '../paired/change-figures.ts';
import { changeNotes } from '../paired/change-notes.ts';
import { apaChange, type Primary, plainChanges } from '../paired/change-sentences.ts';
import { changeTable, pairsTable } from '../paired/change-table.ts';
import { EFFECT_SIZE } from '../paired/effect-size.ts';
import { EFFECT_SIZE_OPTIONS, effectSizeChosen } from '../paired/effect-size-options.ts';
import { BETTER_OPTION, chosenPairs } from '../paired/pair-options.ts';
import { unusedRows } from '../paired/unused-rows.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { choiceOf } from '../parts/read-options.ts';
import {
  ADJUST,
  ADJUSTMENT,
  adjustmentMark,
  adjustmentOf,
  CONFIDENCE,
  levelOf,
} from '../parts/standard-options.ts';
import { percentLevel } from '../parts/words.ts';
import { type Adjustment, pAdjust } from '../statistics/p-adjust.ts';

export const pairedT: Analysis = {
  id: 'paired-t',
  title: 'Paired t-test',
  question: 'change',
  answers: 'Did scores change from before to after, and by how much?',
  words: [
    'paired samples t-test',
    'dependent t-test',
    'before and after',
    'pre post',
    'Cohen’s d',
    'effect size',
    'Wilcoxon',
    'outcome measures',
  ],
  options: [
    {
      key: 'before',
      label: 'Before',
      help: 'The scores before: one variable a measure or subscale.',
      type: 'variables',
      kinds: ['integer', 'decimal'],
      min: 1,
      max: 30,
    },
    {
      key: 'after',
      label: 'After',
      help: 'The scores after, in the same order.',
      type: 'variables',
      kinds: ['integer', 'decimal'],
      min: 1,
      max: 30,
    },
    {
      key: 'labels',
      label: 'Names',
      help: 'Names of the measures, separated by semicolons; left empty, from the labels of the variables.',
      type: 'text',
      default: '',
    },
    BETTER_OPTION,
    CONFIDENCE,
    ...EFFECT_SIZE_OPTIONS,
    {
      ...ADJUST,
      label: 'Adjust p for several measures',
      help: 'Within the measures of this table.',
    },
    {
      key: 'primary',
      label: 'Primary test',
      help: 'Chosen in advance and recorded; both are always shown.',
      type: 'choice',
      choices: [
        { value: 't', label: 'Paired t-test' },
        { value: 'wilcoxon', label: 'Wilcoxon signed-rank test' },
      ],
      default: 't',
    },
  ],
  guide: {
    formula: [
      '*t* = mean change / (SD of the change / √*n*), with *n* − 1 degrees of freedom; change = after − before on the same rows.',
      '*d*~av~ = mean change / √((*s*~1~² + *s*~2~²) / 2); *d*~z~ divides by the SD of the change; *d*~rm~ = *d*~z~ √(2(1 − *r*)).',
      'Hedges’ correction multiplies by Γ(*f*/2) / (√(*f*/2) Γ((*f* − 1)/2)), *f* = *n* − 1.',
    ],
    sources: [
      'Student (1908). Biometrika, 6, 1–25.',
      'Cumming, G. (2012). Understanding the new statistics. Routledge.',
      'Lakens, D. (2013). Frontiers in Psychology, 4, 863.',
      'Royston, P. (1995). Applied Statistics, 44, 547–551.',
      'Wilcoxon, F. (1945). Biometrics Bulletin, 1, 80–83.',
    ],
    refuses: [
      'The t-test below five pairs, and when every pair changed by the same amount.',
      'Wilcoxon’s test when nobody changed.',
      'A variable compared with itself, and lists of unequal length.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const { effect, hedges } = effectSizeChosen(options);
  const adjust = adjustmentOf(options);
  const primary = choiceOf(options, 'primary', ['t', 'wilcoxon']);
  const pairs = chosenPairs(view, options);
  const computed = pairs.map((scores) => changeOf(scores, { level, effect, hedges }));
  const changes = adjust ? adjusted(computed, primary, adjust) : computed;
  const settings = {
    level,
    primary,
    adjustment: adjust ? adjustmentMark(adjust) : '',
    unit: view.unit,
    effect,
  };
  const several = changes.length > 1;
  const missing = unusedRows(pairs.map(({ reasons }) => reasons));
  return {
    method: {
      name: 'Paired t-test',
      variant: [
        `primary: ${primary === 't' ? 'paired t-test' : 'Wilcoxon signed-rank test'}`,
        `${EFFECT_SIZE[effect].label}${hedges ? ', with Hedges’ correction' : ''}`,
        `${percentLevel(level)} intervals`,
        ...(adjust ? [`*p* adjusted: ${ADJUSTMENT[adjust]}`] : []),
      ].join('; '),
      citations: [
        EFFECT_SIZE[effect].citation,
        'Wilcoxon, F. (1945). Biometrics Bulletin, 1, 80–83.',
      ],
    },
    n: { total: view.rows.length, used: view.rows.length - missingTotal(missing), missing },
    estimates: changes.flatMap((change) => changeEstimates(change, several, level)),
    tables: [changeTable(changes, settings), pairsTable(changes, view.unit)],
    figures: changeFigures(changes, level, view.unit),
    sentences: {
      apa: changes.map((change) => apaChange(change, settings)).join(' '),
      plain: plainChanges(changes, settings),
    },
    notes: changeNotes(changes, view.unit),
  };
}

function adjusted(changes: readonly Change[], primary: Primary, method: Adjustment): Change[] {
  const p = changes.map((change) => (primary === 't' ? (change.t?.p ?? null) : change.wilcoxonP));
  const values = pAdjust(p, method);
  return changes.map((change, i) => ({ ...change, adjusted: values[i] ?? null }));
}
