import type { Finding, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { chosenAnswers } from '../frequency/chosen-answers.ts';
import { CITE } from '../parts/citations.ts';
import { estimate, interval } from '../parts/estimate.ts';
import { missingTotal } from '../parts/missing-counts.ts';
import { percentCell, percentFormat, percentOf, shareWords } from '../parts/percent.ts';
import { choiceOf, textOf, variablesChosen } from '../parts/read-options.ts';
import { countReasons } from '../parts/reasons.ts';
import { choice, variables, WEIGHT } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { wilsonInterval } from '../statistics/proportion-ci.ts';

export const multipleResponse: Analysis = {
  id: 'multiple-response',
  title: 'Multiple response',
  question: 'count',
  answers: 'How many chose each answer, where several could be chosen?',
  words: [
    'tick all that apply',
    'check boxes',
    'multiple choice',
    'multi-select',
    'several answers',
  ],
  options: [
    variables(
      'variables',
      'Variables',
      'One yes/no variable for each answer; or one variable whose cells list the answers.',
      ['yesno', 'category', 'text'],
      { min: 1, max: 100 },
    ),
    {
      key: 'separator',
      label: 'Separator',
      help: 'What stands between answers in one cell.',
      type: 'text',
      default: ';',
    },
    {
      key: 'label',
      label: 'Name',
      help: 'The question that was asked, for titles.',
      type: 'text',
      default: '',
    },
    choice('order', 'Order', 'The order of the answers.', {
      frequent: 'Most frequent first',
      listed: 'As listed',
    }),
    WEIGHT,
  ],
  guide: {
    formula: [
      'Share of cases: those who chose an answer, of all who answered (they add up to more than 100 %). Share of responses: of all answers given (they add up to 100 %).',
      'An answer that is named twice in one cell counts once. Wilson’s interval of the share of cases.',
    ],
    sources: [CITE.wilson],
    refuses: ['More than 200 different answers.', 'A share of nobody.'],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const order = choiceOf(options, 'order', ['frequent', 'listed']);
  const names = variablesChosen(options, 'variables');
  const {
    answers,
    reasons,
    label: found,
  } = chosenAnswers(view, names, textOf(options, 'separator'));
  const label = textOf(options, 'label').trim() || found;
  const missing = countReasons(reasons);
  const total = view.rows.length;
  const cases = total - missingTotal(missing);
  const responses = answers.reduce((sum, { n }) => sum + n, 0);
  const sorted = order === 'frequent' ? [...answers].sort((a, b) => b.n - a.n) : answers;
  const none = { refused: 'nobody answered' };
  const [most] = [...answers].sort((a, b) => b.n - a.n);
  return {
    method: {
      name: 'Multiple response',
      variant: `${count(answers.length)} answers; Wilson intervals of the shares of cases`,
      citations: [CITE.wilson],
    },
    n: { total, used: cases, missing },
    estimates: [
      estimate('n', 'n', '*n*', cases, 'count'),
      estimate('responses', 'answers given', '*n*', responses, 'count'),
      ...sorted.flatMap(({ answer, n }) => {
        const bounds = cases > 0 ? wilsonInterval(n, cases) : null;
        const ci = bounds && interval(0.95, [100 * bounds[0], 100 * bounds[1]], 'Wilson');
        return [
          estimate(`n[${answer}]`, answer, '*n*', n, 'count'),
          estimate(
            `pct[${answer}]`,
            `${answer}, % of cases`,
            '%',
            percentOf(n, cases),
            percentFormat(cases),
            { ci, ...none },
          ),
        ];
      }),
    ],
    tables: [answersTable(label, sorted, { cases, responses, total, unit: view.unit })],
    figures: [
      {
        kind: 'bar',
        title: label,
        subtitle: `n = ${count(cases)} ${view.unit} who answered; several answers possible`,
        x: { title: label },
        y: { title: `% of ${view.unit} who answered`, format: percentFormat(cases), zero: true },
        series: [
          {
            name: '%',
            points: sorted.map(({ answer, n }) => ({ label: answer, value: percentOf(n, cases) })),
          },
        ],
        notes: ['Shares add up to more than 100 % where several answers were given.'],
        alt: `Bar chart of ${label}. ${sorted
          .slice(0, 12)
          .map(({ answer, n }) => `${answer} ${shareWords(n, cases, '')}`)
          .join(', ')}.`,
      },
    ],
    sentences: {
      apa: `${escapeRich(label)} (*n* = ${count(cases)}): ${escapeRich(
        sorted
          .slice(0, 6)
          .map(({ answer, n }) => `${answer} ${shareWords(n, cases, '')}`)
          .join(', ') || 'no answers',
      )}.`,
      plain:
        most && cases > 0
          ? `Most often ${escapeRich(most.answer)}: ${shareWords(most.n, cases, escapeRich(view.unit))} who answered.`
          : `No ${view.unit} answered.`,
    },
    notes: [
      {
        kind: 'note',
        text: `${shareWords(cases, total, escapeRich(view.unit))} answered, with ${count(responses)} answers.`,
      },
    ],
  };
}

function answersTable(
  label: string,
  answers: readonly { answer: string; n: number }[],
  {
    cases,
    responses,
    total,
    unit,
  }: { cases: number; responses: number; total: number; unit: string },
): ResultTable {
  const right = { align: 'right', format: 'percent1' } as const;
  return {
    id: 'answers',
    title: label,
    columns: [
      { key: 'answer', header: 'Answer', align: 'left', format: 'text' },
      { key: 'n', header: '*n*', align: 'right', format: 'count' },
      { key: 'cases', header: '% of cases', ...right },
      { key: 'responses', header: '% of answers', ...right },
      { key: 'all', header: '% of all', ...right },
    ],
    rows: [
      ...answers.map(({ answer, n }) => ({
        cells: [
          { value: answer },
          { value: n },
          percentCell(n, cases),
          percentCell(n, responses),
          percentCell(n, total),
        ],
      })),
      {
        role: 'total' as const,
        cells: [
          { value: 'Answers' },
          { value: responses },
          percentCell(responses, cases),
          percentCell(responses, responses),
          percentCell(responses, total),
        ],
      },
    ],
    notes: [`Cases: the ${count(cases)} ${unit} who answered. All: ${count(total)}.`],
  };
}
