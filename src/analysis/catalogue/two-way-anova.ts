import type { CategoryFigure } from '../../model/figure.ts';
import { formatNumber, formatP } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { meanInterval } from '../figures/box-figure.ts';
import { groupingOf } from '../groups/grouped.ts';
import { standardDeviation } from '../numeric/moments.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { equalVariancesNote } from '../parts/assumption-notes.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { outcomesOf, plainLabel } from '../parts/outcomes.ts';
import { estimatesOf, linesTable, type QuantityLine, quantity } from '../parts/quantity.ts';
import { variableChosen } from '../parts/read-options.ts';
import { anyMissing } from '../parts/reasons.ts';
import { CATEGORIES, CONFIDENCE, levelOf, NUMBERS, variable } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { anovaTwoway, type TwoWay, type TwoWayTerm } from '../statistics/anova-twoway.ts';

interface Cell {
  first: string;
  second: string;
  values: number[];
}

export const twoWayAnova: Analysis = {
  id: 'two-way-anova',
  title: 'Two-way analysis of variance',
  question: 'groups',
  answers: 'Do averages differ by two groupings, and does one depend on the other?',
  words: ['ANOVA', 'factorial', 'interaction', 'two factors', 'type III', 'moderation'],
  options: [
    variable('outcome', 'Outcome', 'The variable with numbers.', NUMBERS),
    variable('first', 'First grouping', 'A variable with categories.', CATEGORIES),
    variable('second', 'Second grouping', 'Another variable with categories.', CATEGORIES),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'Sums of squares of type III: each term after all the others, levels coded to sum to zero; so it holds for unequal numbers too.',
      '*F* = (SS~term~ / *df*) / (SS~rest~ / *df*~rest~); partial η² = SS~term~ / (SS~term~ + SS~rest~).',
    ],
    sources: [CITE.fisherAnova, CITE.olejnik],
    refuses: [
      'A grouping with one category, a combination of categories without values, or no combination with a second value.',
      'An outcome that does not vary.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const [outcome] = outcomesOf(view, [variableChosen(options, 'outcome')]);
  if (!outcome) throw new Error('no outcome');
  const [first, second] = (['first', 'second'] as const).map((key) => {
    const levels = groupingOf(view, variableChosen(options, key), key);
    return { levels, label: plainLabel(levels.variable), codes: levels.codes() };
  });
  if (!first || !second) throw new Error('no groupings');
  const reasons = anyMissing([
    outcome,
    { label: first.label, reasons: first.levels.reasons },
    { label: second.label, reasons: second.levels.reasons },
  ]);
  const cells: Cell[] = first.levels.labels.flatMap((a) =>
    second.levels.labels.map((b) => ({ first: a, second: b, values: [] })),
  );
  const width = second.levels.labels.length;
  const all = { y: [] as number[], a: [] as string[], b: [] as string[] };
  reasons.codes.forEach((code, i) => {
    if (code !== 0) return;
    const [a, b] = [first.codes[i] as number, second.codes[i] as number];
    const cell = cells[a * width + b];
    cell?.values.push(outcome.values[i] as number);
    all.y.push(outcome.values[i] as number);
    all.a.push(first.levels.labels[a] ?? '');
    all.b.push(second.levels.labels[b] ?? '');
  });
  const used = cells.filter(({ values }) => values.length > 0);
  const { value, refused } = attempt(() => anovaTwoway(all.y, all.a, all.b));
  const lines = value ? termLines(value, first.label, second.label) : [];
  const interaction = value?.interaction;
  const line = {
    label: outcome.label,
    reasons,
    n: all.y.length,
    p: interaction?.p ?? null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', all.y.length, 'count'),
      quantity('cells', 'combinations', 'Combinations', used.length, 'count'),
      quantity('p', 'p of the interaction', 'Interaction *p*', interaction?.p, 'p', {
        refused: refused || 'the combinations leave no variation',
      }),
    ],
    apa: value
      ? apaList(
          ...lines.map(
            ({ label }, k) => `${escapeRich(label)} ${termWords(termsOf(value)[k], value)}`,
          ),
        )
      : '',
    plain: value
      ? `${escapeRich(outcome.label)} (*n* = ${count(all.y.length)}) by ${escapeRich(first.label)} and ${escapeRich(second.label)}: ${lines.map(({ label }, k) => `${escapeRich(label)} ${pWords(termsOf(value)[k]?.p ?? null)}`).join('; ')}.`
      : '',
    notes: [
      equalVariancesNote(
        outcome.label,
        used.map((cell) => ({ label: `${cell.first}, ${cell.second}`, values: cell.values })),
      ),
    ],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Two-way analysis of variance',
      variant: 'with interaction; sums of squares of type III',
      citations: [CITE.fisherAnova, CITE.olejnik],
    },
    level,
    table: { title: `${outcome.label} by ${first.label} and ${second.label}` },
    tables: [
      ...(value ? [linesTable({ id: 'terms', title: 'Terms', first: 'Term', level }, lines)] : []),
      cellTable(used, level),
    ],
    estimates: lines.flatMap((each) =>
      estimatesOf(each, level, {
        keyOf: (key) => `${key}[${each.label}]`,
        refused: 'the combinations leave no variation',
      }),
    ),
    figures:
      used.length > 0
        ? [meansFigure(used, outcome.label, first.label, second.label, view.unit, level)]
        : [],
  });
}

function termsOf({ first, second, interaction }: TwoWay): TwoWayTerm[] {
  return [first, second, interaction];
}

function termLines(value: TwoWay, first: string, second: string): QuantityLine[] {
  const names = [first, second === first ? `${second} (2)` : second, `${first} × ${second}`];
  return termsOf(value).map((term, k) => ({
    label: names[k] ?? '',
    quantities: [
      quantity('ss', 'sum of squares', 'SS', term.ss, 'mean'),
      quantity('df', 'degrees of freedom', '*df*', term.df, 'count'),
      quantity('F', 'F', '*F*', term.F, 'statistic'),
      quantity('p', 'p', '*p*', term.p, 'p'),
      quantity('partial-eta2', 'partial η²', 'η²~p~', partialEta2(term, value), 'correlation'),
    ],
  }));
}

function partialEta2(term: TwoWayTerm, { residual }: TwoWay): number | null {
  const total = term.ss + residual.ss;
  return total > 0 ? term.ss / total : null;
}

function termWords(term: TwoWayTerm | undefined, value: TwoWay): string {
  if (!term) return '';
  return apaList(
    apaTest('*F*', [term.df, value.residual.df], term.F, term.p),
    apaValue('η²~p~', partialEta2(term, value), 'correlation'),
  );
}

function pWords(p: number | null): string {
  return p === null ? 'no test' : formatP(p);
}

function cellTable(cells: readonly Cell[], level: number) {
  return linesTable(
    { id: 'cells', title: 'Combinations', first: 'Groups', level },
    cells.map(({ first, second, values }) => {
      const { value, low, high } = meanInterval(values, level);
      return {
        label: `${first}, ${second}`,
        quantities: [
          quantity('n', 'n', '*n*', values.length, 'count'),
          quantity('mean', 'mean', '*M*', value, 'mean', { ci: [low ?? null, high ?? null] }),
          quantity('sd', 'SD', '*SD*', standardDeviation(values), 'mean'),
        ],
      };
    }),
  );
}

function meansFigure(
  cells: readonly Cell[],
  outcome: string,
  first: string,
  second: string,
  unit: string,
  level: number,
): CategoryFigure {
  const series = [...new Set(cells.map((cell) => cell.second))];
  const labels = [...new Set(cells.map((cell) => cell.first))];
  const n = cells.reduce((total, { values }) => total + values.length, 0);
  return {
    kind: 'line',
    title: `${outcome} by ${first} and ${second}`,
    subtitle: `n = ${count(n)} ${unit}; means with ${percentLevel(level)} CI`,
    x: { title: first },
    y: { title: `Mean, ${outcome}`, format: 'mean', zero: false },
    series: series.map((name) => ({
      name,
      points: labels.map((label) => {
        const cell = cells.find((each) => each.first === label && each.second === name);
        return cell ? { label, ...meanInterval(cell.values, level) } : { label, value: null };
      }),
    })),
    notes: ['Lines that are not parallel speak for an interaction.'],
    alt: `Means of ${outcome}. ${cells.map((cell) => `${cell.first}, ${cell.second}: ${formatNumber(meanInterval(cell.values, level).value, 'mean')}`).join('; ')}.`,
  };
}
