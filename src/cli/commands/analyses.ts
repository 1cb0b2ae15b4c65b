import { describeAnalyses } from '../../analysis/analyses.ts';
import {
  type AnalysisDescription,
  defaultValue,
  type OptionDefinition,
  QUESTIONS,
  type Question,
} from '../../model/option.ts';
import { Refusal } from '../../model/refusal.ts';
import { plainText } from '../../model/rich.ts';
import { KIND } from '../../model/variable.ts';
import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

export const analysesCommand: Command = {
  name: 'analyses',
  usage: '[ID|WORD…]',
  about: 'the analyses there are; one with its options; those that words find',
  options: {},
  takes: [0, 10],
  async run({ positionals }) {
    const all = describeAnalyses();
    const [first] = positionals;
    const one = positionals.length === 1 ? all.find(({ id }) => id === first) : undefined;
    if (one) return { json: one, text: oneText(one) };
    const found = all.filter((analysis) => positionals.every((word) => matches(analysis, word)));
    if (found.length > 0) return { json: found, text: listText(found) };
    throw new Refusal('unknown-analysis', `No analysis is found by “${positionals.join(' ')}”.`, {
      hint: `There are: ${all.map(({ id }) => id).join(', ')}.`,
    });
  },
};

function matches({ id, title, answers, words }: AnalysisDescription, word: string): boolean {
  const text = [id, title, answers, ...words].join(' ').toLowerCase();
  return text.includes(word.toLowerCase());
}

function listText(analyses: readonly AnalysisDescription[]): string {
  return (Object.keys(QUESTIONS) as Question[])
    .map((question) => ({
      question,
      asked: analyses.filter((analysis) => analysis.question === question),
    }))
    .filter(({ asked }) => asked.length > 0)
    .map(({ question, asked }) =>
      [
        QUESTIONS[question],
        textTable(
          ['id', 'analysis', 'answers'],
          asked.map(({ id, title, answers }) => [id, title, answers]),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

function oneText({ title, answers, options, guide }: AnalysisDescription): string {
  return [
    `${title}: ${answers}`,
    textTable(
      ['option', 'values', 'default', 'what it is'],
      options.map((option) => [option.key, valuesText(option), defaultText(option), option.help]),
    ),
    ...[...guide.formula, ...guide.refuses.map((line) => `Refused: ${line}`)].map(
      (line) => `- ${plainText(line)}`,
    ),
  ].join('\n');
}

function valuesText(option: OptionDefinition): string {
  switch (option.type) {
    case 'variable':
    case 'variables': {
      const kinds = option.kinds.map((kind) => KIND[kind].label.toLowerCase()).join(', ');
      return option.type === 'variable' ? kinds : `list of ${kinds}`;
    }
    case 'choice':
      return option.choices.map(({ value }) => value).join(' | ');
    case 'number':
      return `${option.min} to ${option.max}`;
    case 'switch':
      return 'true | false';
    case 'date':
      return 'YYYY-MM-DD';
    case 'text':
      return 'text';
  }
}

function defaultText(option: OptionDefinition): string {
  if (option.type === 'variable') return option.required ? 'must be given' : 'none';
  if (option.type === 'variables') return option.min > 0 ? 'must be given' : 'none';
  return String(defaultValue(option) ?? 'none') || 'none';
}
