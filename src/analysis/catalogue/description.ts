import type { Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { distinctLabels } from '../parts/distinct-labels.ts';
import { type Levels, levelsOf } from '../parts/levels.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { type NumberValues, numberValues } from '../parts/number-values.ts';
import { isOn, numberOf, variableOrNone, variablesChosen } from '../parts/read-options.ts';
import { allMissing, combineReasons, countReasons, type Reasons } from '../parts/reasons.ts';
import { WEIGHT } from '../parts/standard-options.ts';
import { percentLevel } from '../parts/words.ts';
import { linesOf } from '../spread/line.ts';
import { shapeTables } from '../spread/shape-tables.ts';
import { spreadEstimates } from '../spread/spread-estimates.ts';
import { spreadFigures } from '../spread/spread-figures.ts';
import { spreadTable } from '../spread/spread-table.ts';
import { apaSpread, plainSpread, spreadNotes } from '../spread/spread-words.ts';

export const description: Analysis = {
  id: 'descriptives',
  title: 'Descriptive statistics',
  question: 'look',
  answers: 'How large are they, and how much do they vary?',
  words: [
    'mean',
    'median',
    'standard deviation',
    'average',
    'quartiles',
    'histogram',
    'skewness',
    'range',
    'summary',
  ],
  options: [
    {
      key: 'variables',
      label: 'Variables',
      help: 'One or several variables with numbers.',
      type: 'variables',
      kinds: ['integer', 'decimal'],
      min: 1,
      max: 50,
    },
    {
      key: 'group',
      label: 'Separately for',
      help: 'A variable with categories: one line for each.',
      type: 'variable',
      kinds: ['category', 'text', 'yesno', 'integer'],
      required: false,
    },
    {
      key: 'confidence',
      label: 'Confidence level, %',
      help: 'Level of the interval of the mean, in percent.',
      type: 'number',
      min: 50,
      max: 99.9,
      step: 0.1,
      default: 95,
    },
    {
      key: 'shape',
      label: 'Shape and quantiles',
      help: 'Adds skewness and kurtosis in three forms, trimmed mean, MAD, and quantiles in three definitions.',
      type: 'switch',
      default: false,
    },
    WEIGHT,
  ],
  guide: {
    formula: [
      '*M* = Σ*x* / *n*, *SD* = √(Σ(*x* − *M*)² / (*n* − 1)), both in two passes.',
      'Interval of the mean: *M* ± *t*~*n* − 1~ *SD* / √*n*.',
      'Quartiles of type 7: the position of the *p*-quantile is 1 + (*n* − 1)*p*.',
      'Skewness is the adjusted *G*~1~ = √(*n*(*n* − 1)) / (*n* − 2) · *m*~3~ / (*m*~2~√*m*~2~).',
    ],
    sources: [
      'Hyndman, R. J., & Fan, Y. (1996). The American Statistician, 50, 361–365.',
      'Joanes, D. N., & Gill, C. A. (1998). The Statistician, 47, 183–189.',
    ],
    refuses: [
      'A standard deviation and an interval below two values.',
      'Skewness below three values, and of values that are all the same.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = numberOf(options, 'confidence') / 100;
  const names = variablesChosen(options, 'variables');
  const grouping = variableOrNone(options, 'group');
  const groups = grouping === null ? null : levelsOf(view, grouping, 'group');
  const variables = distinctLabels(names.map((name) => numberValues(view, name)));
  const lines = variables.flatMap((variable) => linesOf(variable, groups, level));
  const several = variables.length > 1;
  const shape = isOn(options, 'shape') ? shapeTables(lines) : null;
  const nobody = `No ${view.unit} in any group.`;
  const total = view.rows.length;
  const missing = countReasons(rowReasons(variables, groups));
  return {
    method: {
      name: 'Descriptive statistics',
      variant: `quartiles of type 7 (as R and Excel); t interval of the mean, ${percentLevel(level)}`,
      citations: ['Hyndman, R. J., & Fan, Y. (1996). The American Statistician, 50, 361–365.'],
    },
    n: { total, used: total - missingTotal(missing), missing },
    estimates: [
      ...lines.flatMap((line) => spreadEstimates(line, several, level)),
      ...(shape?.estimates ?? []),
    ],
    tables: [spreadTable(lines, groups, view, level), ...(shape?.tables ?? [])],
    figures: spreadFigures(lines, groups, view, several, level),
    sentences: {
      apa: lines.map(apaSpread).join(' ') || nobody,
      plain:
        lines
          .map((line) => plainSpread(line, view.unit, level, lines.length === 1 && !groups))
          .join(' ') || nobody,
    },
    notes: spreadNotes(variables, groups, view),
  };
}

/** A row is used where its group is known and it has any of the variables. */
function rowReasons(variables: readonly NumberValues[], groups: Levels | null): Reasons {
  const any = allMissing(variables.map(({ reasons }) => reasons));
  if (!groups) return any;
  return combineReasons([groups.reasons, any], ([group, value]) =>
    typeof group === 'string' ? `${groups.variable.label}: ${group}` : (value ?? null),
  );
}
