import { formatP } from '../../model/format.ts';
import { variableNamed } from '../../model/frame.ts';
import type { Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { marginBars, squareCounts, squareGrid } from '../cross/square-parts.ts';
import { type SquareTable, squareTable } from '../cross/square-table.ts';
import { moreCategories, PRIMARY, type Primary, twoCategories } from '../cross/square-tests.ts';
import { NO_COMPARISON } from '../paired/change-notes.ts';
import { checkDifferent } from '../paired/pair-options.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { shareWords } from '../parts/percent.ts';
import { choiceOf, variableChosen } from '../parts/read-options.ts';
import {
  CATEGORIES,
  CONFIDENCE,
  choice,
  levelOf,
  variable,
  WEIGHT,
} from '../parts/standard-options.ts';

export const pairedCategories: Analysis = {
  id: 'paired-categories',
  title: 'McNemar, Stuart–Maxwell and Bowker tests',
  question: 'change',
  answers: 'Did the shares of categories change from before to after?',
  words: [
    'McNemar',
    'Stuart–Maxwell',
    'Bowker',
    'marginal homogeneity',
    'paired proportions',
    'caseness',
    'transition table',
  ],
  options: [
    variable('first', 'Before', 'The category before.', CATEGORIES),
    variable('second', 'After', 'The category after, with the same categories.', CATEGORIES),
    choice(
      'primary',
      'Primary test of two categories',
      'Chosen in advance and recorded; all are shown. With more than two categories Stuart and Maxwell’s test is primary.',
      PRIMARY,
    ),
    CONFIDENCE,
    WEIGHT,
  ],
  guide: {
    formula: [
      'Two categories: of those who changed, *b* one way and *c* the other. Exact: *b* is binomial(*b* + *c*, ½); mid-p counts half of the observed probability; χ² = (*b* − *c*)² / (*b* + *c*).',
      'More categories: Stuart and Maxwell’s χ² = *d*′*S*⁻¹*d*, *d* the differences of the margins; Bowker’s χ² = Σ(*n*~ij~ − *n*~ji~)² / (*n*~ij~ + *n*~ji~), pairs of cells that are both empty left out.',
      'Odds ratio *b* / *c* with its exact interval; difference of the shares with Wald’s interval.',
    ],
    sources: [CITE.mcnemar, CITE.fagerland, CITE.stuart, CITE.maxwell, CITE.bowker],
    refuses: [
      'Fewer than two categories.',
      'Tests when nobody changed.',
      'A variable compared with itself.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const primary = choiceOf(options, 'primary', Object.keys(PRIMARY) as Primary[]);
  const [first, second] = [variableChosen(options, 'first'), variableChosen(options, 'second')];
  checkDifferent([first], [second]);
  const table = squareTable(view, first, second);
  const two = table.levels.length === 2;
  const tested = two ? twoCategories(table, primary, level) : moreCategories(table);
  const [before, after] = table.names;
  const same = table.counts.reduce((total, line, i) => total + (line[i] ?? 0), 0);
  const line = {
    label: `${before}, ${after}`,
    reasons: table.reasons,
    n: table.n,
    ...tested,
    plain: `${shareWords(same, table.n, view.unit)} stayed in the same category from ${escapeRich(before)} to ${escapeRich(after)}${two ? `; ${marginWords(table)}` : ''}${tested.p === null ? '' : ` (${formatP(tested.p)})`}.`,
    notes: emptyNotes(table),
  };
  return batchFinding(view, [line], {
    method: {
      name: two ? 'McNemar’s test' : 'Stuart–Maxwell and Bowker tests',
      variant: two ? `primary: ${PRIMARY[primary]}` : 'primary: Stuart–Maxwell',
      citations: two ? [CITE.mcnemar, CITE.fagerland] : [CITE.stuart, CITE.maxwell, CITE.bowker],
    },
    level,
    table: { title: `Change from ${before} to ${after}`, first: 'Variables' },
    tables: [
      squareCounts(table, `Numbers of ${view.unit} with both values. The diagonal did not change.`),
    ],
    figures:
      table.n === 0
        ? []
        : [
            marginBars(table, view.unit, variableNamed(view.frame, first).values.length > 0),
            squareGrid(table, view.unit, 'No change'),
          ],
    notes: [NO_COMPARISON],
  });
}

/** "“Yes” 40 of 60 (67 %) before, 24 of 60 (40 %) after" */
function marginWords({ levels, rowTotals, columnTotals, n, names }: SquareTable): string {
  const words = (total: number | undefined) => shareWords(total ?? 0, n, '');
  return escapeRich(
    `“${levels[0]}”: ${names[0]} ${words(rowTotals[0])}, ${names[1]} ${words(columnTotals[0])}`,
  );
}

function emptyNotes(table: SquareTable): Note[] {
  if (table.levels.length >= 2) return [];
  return [{ kind: 'note', text: 'Everybody with both values is in one category.' }];
}
