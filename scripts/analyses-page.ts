import { describeAnalyses } from '../src/analysis/analyses.ts';
import { QUESTIONS, type Question } from '../src/model/option.ts';

/** docs/analyses.md: every analysis by the question it answers, with a link to its page. */
export function analysesPage(): string {
  const all = describeAnalyses();
  const questions = (Object.keys(QUESTIONS) as Question[]).map((question) => ({
    title: QUESTIONS[question],
    asked: all.filter((analysis) => analysis.question === question),
  }));
  return [
    '# Analyses',
    '',
    `The ${all.length} analyses, by the question they answer. This page and the pages behind it are made from the`,
    'descriptions in the program (`npm run docs`), from which the form and the checks come as well; the worked',
    'examples are run while they are made.',
    '',
    ...questions.flatMap(({ title, asked }) => [
      `## ${title}`,
      '',
      '| analysis | id | answers |',
      '|---|---|---|',
      ...asked.map(
        ({ id, title: name, answers }) =>
          `| [${name}](analyses/${id}.md) | \`${id}\` | ${answers} |`,
      ),
      '',
    ]),
    ...COMMON,
    '',
  ].join('\n');
}

const COMMON = [
  '## What they have in common',
  '',
  '- **Missing values** are left out row by row, and counted by their reason; every table and sentence says of how',
  '  many. Cohorts filter the rows of any analysis.',
  '- **Several outcomes at once** give one table with a line for each. *p* can be adjusted across them (Holm,',
  '  Hochberg, Hommel, Benjamini–Hochberg, Benjamini–Yekutieli, Bonferroni); a note names the family.',
  '- **Assumptions are shown**, never used to switch a test. Which test is primary is an option, recorded in the',
  '  result.',
  '- **Weights** (`weight`): a variable of whole numbers that says how many each row stands for, where the method',
  '  allows it. Other analyses refuse a weight rather than ignore it.',
  '- **Options that depend on others** are offered only with them; one that would be ignored is refused.',
  '- **What cannot be computed** stands in the result as “not computable because …”, never as NaN.',
];
