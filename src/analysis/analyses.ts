import type { AnalysisDescription } from '../model/option.ts';
import { Refusal } from '../model/refusal.ts';
import type { Finding, OptionValue } from '../model/result.ts';
import type { Analysis, DataView as View } from './analysis.ts';
import { attendance } from './catalogue/attendance.ts';
import { cochranQ } from './catalogue/cochran-q.ts';
import { correlation } from './catalogue/correlation.ts';
import { correlationMatrix } from './catalogue/correlation-matrix.ts';
import { countsByYear } from './catalogue/counts-by-year.ts';
import { coxRegression } from './catalogue/cox-regression.ts';
import { crosstabMany } from './catalogue/crosstab-many.ts';
import { crosstabulation } from './catalogue/crosstabulation.ts';
import { description } from './catalogue/description.ts';
import { fleissKappa } from './catalogue/fleiss-kappa.ts';
import { frequencyAnalysis } from './catalogue/frequency-analysis.ts';
import { friedman } from './catalogue/friedman.ts';
import { goodnessOfFit } from './catalogue/goodness-of-fit.ts';
import { icc } from './catalogue/icc.ts';
import { independentT } from './catalogue/independent-t.ts';
import { kaplanMeier } from './catalogue/kaplan-meier.ts';
import { kappa } from './catalogue/kappa.ts';
import { kruskalWallis } from './catalogue/kruskal-wallis.ts';
import { linearRegression } from './catalogue/linear-regression.ts';
import { logisticRegression } from './catalogue/logistic-regression.ts';
import { mannWhitney } from './catalogue/mann-whitney.ts';
import { multipleResponse } from './catalogue/multiple-response.ts';
import { normality } from './catalogue/normality.ts';
import { oneSampleT } from './catalogue/one-sample-t.ts';
import { oneWayAnova } from './catalogue/one-way-anova.ts';
import { pairedCategories } from './catalogue/paired-categories.ts';
import { pairedT } from './catalogue/paired-t.ts';
import { partialCorrelation } from './catalogue/partial-correlation.ts';
import { pathway } from './catalogue/pathway.ts';
import { proportions } from './catalogue/proportions.ts';
import { rates } from './catalogue/rates.ts';
import { reliability } from './catalogue/reliability.ts';
import { reliableChange } from './catalogue/reliable-change.ts';
import { repeatedAnova } from './catalogue/repeated-anova.ts';
import { tableOne } from './catalogue/table-one.ts';
import { twoProportions } from './catalogue/two-proportions.ts';
import { twoWayAnova } from './catalogue/two-way-anova.ts';
import { variances } from './catalogue/variances.ts';
import { wilcoxon } from './catalogue/wilcoxon.ts';
import { finite } from './numeric/finite.ts';
import { outcomeAttrition } from './outcome/outcome-attrition.ts';
import { outcomeChange } from './outcome/outcome-change.ts';
import { outcomeLevels } from './outcome/outcome-levels.ts';
import { outcomePairs } from './outcome/outcome-pairs.ts';
import { outcomeReliable } from './outcome/outcome-reliable.ts';
import { outcomeScoring } from './outcome/outcome-scoring.ts';
import { outcomeSubgroups } from './outcome/outcome-subgroups.ts';
import { outcomeTimes } from './outcome/outcome-times.ts';
import { checkOptions } from './parts/check-options.ts';
import { variableOrNone } from './parts/read-options.ts';
import { WEIGHT } from './parts/standard-options.ts';
import { weightedRows } from './parts/weighted-rows.ts';

/** Every analysis, in the order of the window's list. */
export const ANALYSES: readonly Analysis[] = [
  description,
  tableOne,
  normality,

  frequencyAnalysis,
  multipleResponse,
  countsByYear,
  pathway,
  attendance,
  proportions,
  goodnessOfFit,
  rates,

  pairedT,
  wilcoxon,
  outcomeChange,
  outcomePairs,
  outcomeReliable,
  outcomeLevels,
  outcomeAttrition,
  outcomeSubgroups,
  outcomeTimes,
  outcomeScoring,
  reliableChange,
  pairedCategories,
  repeatedAnova,
  friedman,
  cochranQ,

  crosstabulation,
  crosstabMany,
  twoProportions,
  independentT,
  mannWhitney,
  oneWayAnova,
  kruskalWallis,
  twoWayAnova,
  oneSampleT,
  variances,

  correlation,
  correlationMatrix,
  partialCorrelation,
  linearRegression,
  logisticRegression,

  reliability,
  icc,
  kappa,
  fleissKappa,

  kaplanMeier,
  coxRegression,
];

/**
 * Checks the options against the analysis's description and runs it.
 * @throws Refusal `unknown-analysis`, one of checkOptions, or why it cannot be computed
 */
export function runAnalysis(
  id: string,
  view: View,
  options: Readonly<Record<string, OptionValue>>,
): Finding {
  const analysis = ANALYSES.find((entry) => entry.id === id);
  if (!analysis) {
    throw new Refusal('unknown-analysis', `There is no analysis called “${id}”.`, {
      hint: `There are: ${ANALYSES.map((entry) => entry.id).join(', ')}.`,
    });
  }
  checkComparison(analysis, view, options);
  const checked = checkOptions(analysis, view.frame, options);
  const weight = WEIGHT.key in checked ? variableOrNone(checked, WEIGHT.key) : null;
  if (weight === null) return finite(analysis.run(view, checked));
  const weighted = weightedRows(view, weight);
  const finding = finite(analysis.run(weighted.view, checked));
  return { ...finding, notes: [weighted.note, ...finding.notes] };
}

/** Cohorts side by side are for analyses that can, and take the place of its groups. */
function checkComparison(
  { title, comparesCohorts }: Analysis,
  { sides }: View,
  options: Readonly<Record<string, OptionValue>>,
): void {
  if (!sides) return;
  const where = { option: 'compare' };
  if (!comparesCohorts) {
    const able = ANALYSES.filter((each) => each.comparesCohorts).map((each) => each.title);
    throw new Refusal('no-comparison', `“${title}” does not set cohorts side by side.`, {
      hint: `This can: ${able.join(', ')}.`,
      where,
    });
  }
  if (options.group) {
    throw new Refusal('two-comparisons', 'Either cohorts are compared or groups of a variable.', {
      hint: 'Leave one of the two out.',
      where,
    });
  }
}

/** The analyses as the window, the command line and the documentation know them. */
export function describeAnalyses(): AnalysisDescription[] {
  return ANALYSES.map(({ run: _run, ...description }) => description);
}
