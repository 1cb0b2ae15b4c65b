import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { dayValues } from '../parts/day-values.ts';
import { levelsOf } from '../parts/levels.ts';
import { missingCounts, missingTotal } from '../parts/missing-counts.ts';
import { dayOf, variableChosen, variableOrNone } from '../parts/read-options.ts';
import { reasonAt } from '../parts/reasons.ts';
import { WEIGHT } from '../parts/standard-options.ts';
import { coveredYears } from '../years/covered-years.ts';
import { tallyYears } from '../years/tally-years.ts';
import { MOST_YEARS, tooManyYears, yearCoverage } from '../years/year-coverage.ts';
import { yearEstimates } from '../years/year-estimates.ts';
import { yearFigure } from '../years/year-figure.ts';
import { yearTable } from '../years/year-table.ts';
import { yearNotes, yearSentence } from '../years/year-words.ts';

export const countsByYear: Analysis = {
  id: 'counts-by-year',
  title: 'Counts by financial year',
  question: 'count',
  answers: 'How many were there each year?',
  words: ['financial year', 'per year', 'trend over time', 'activity', 'referrals per year'],
  options: [
    {
      key: 'date',
      label: 'Date',
      help: 'The date by which a row belongs to a year (1 April to 31 March).',
      type: 'variable',
      kinds: ['date'],
      required: true,
    },
    {
      key: 'by',
      label: 'Separately for',
      help: 'A variable with categories: one series for each.',
      type: 'variable',
      kinds: ['category', 'text', 'yesno', 'integer'],
      required: false,
    },
    {
      key: 'covered-from',
      label: 'Data cover, from',
      help: 'First day that the data cover; left open, the first date in the data.',
      type: 'date',
      default: null,
    },
    {
      key: 'covered-to',
      label: 'Data cover, to',
      help: 'Last day that the data cover; left open, the last date in the data.',
      type: 'date',
      default: null,
    },
    WEIGHT,
  ],
  guide: {
    formula: [
      'Rows are counted by the financial year (1 April to 31 March) of their date; years that the data cover only in part are marked.',
    ],
    sources: [],
    refuses: ['A period that ends before it begins, and one of more than a hundred years.'],
  },
  run,
};

export function run(view: View, options: Options): Finding {
  const dates = dayValues(view, variableChosen(options, 'date'));
  const by = variableOrNone(options, 'by');
  const groups = by === null ? null : levelsOf(view, by, 'by');
  const span = yearCoverage(
    dates.days,
    dayOf(options, 'covered-from'),
    dayOf(options, 'covered-to'),
  );
  const years = span ? coveredYears(span.from, span.to, span.exact) : [];
  if (years.length > MOST_YEARS && span)
    throw tooManyYears(years.length, span, dates.variable.name);
  const missing = missingCounts(
    dates.days.map((day, i) => {
      if (day === null) return reasonAt(dates.reasons, i);
      return span && (day < span.from || day > span.to) ? 'outside the period covered' : null;
    }),
  );
  const tally = tallyYears(dates.days, span, years.length, groups);
  const total = view.rows.length;
  const used = total - missingTotal(missing);
  const [first, last] = [years[0], years.at(-1)];
  return {
    method: {
      name: 'Counts by financial year',
      variant: `financial years (1 April to 31 March) of ${dates.variable.label}`,
      citations: [],
    },
    n: { total, used, missing },
    estimates: yearEstimates(years, tally, used),
    tables: [yearTable(years, tally, view, groups, used)],
    figures: [yearFigure(years, tally, view, groups, used)],
    sentences: {
      apa: escapeRich(yearSentence(years, tally, used, view.unit)),
      plain: escapeRich(yearSentence(years, tally, used, view.unit)),
    },
    notes: yearNotes(years, span, missing, total, view.unit, first === last),
  };
}
