import { describeAnalyses } from '../src/analysis/analyses.ts';
import type { OptionDefinition } from '../src/model/option.ts';
import { KIND } from '../src/model/variable.ts';

/** docs/analyses.md, made from the descriptions that the form and the command line use. */
export function analysesPage(): string {
  const sections = describeAnalyses().map(({ id, title, answers, options }) =>
    [
      `## ${title} (\`${id}\`)`,
      '',
      answers,
      '',
      '| option | what it is | values | default |',
      '|---|---|---|---|',
      ...options.map(optionRow),
    ].join('\n'),
  );
  return [
    '# Analyses',
    '',
    'Made from the descriptions in the program (`npm run docs`).',
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}

function optionRow(option: OptionDefinition): string {
  const cells = [
    `\`${option.key}\``,
    `${option.label}. ${option.help}`,
    values(option),
    fallback(option),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function values(option: OptionDefinition): string {
  switch (option.type) {
    case 'variable':
      return `a variable: ${kinds(option.kinds)}`;
    case 'variables':
      return `variables: ${kinds(option.kinds)}`;
    case 'choice':
      return option.choices.map((each) => `\`${each.value}\` ${each.label}`).join('; ');
    case 'number':
      return `${option.min} to ${option.max}`;
    case 'switch':
      return '`true` or `false`';
    case 'date':
      return 'a date, `YYYY-MM-DD`';
    case 'text':
      return 'text';
  }
}

function fallback(option: OptionDefinition): string {
  if (option.type === 'variable') return option.required ? 'must be given' : 'none';
  if (option.type === 'variables') return option.min > 0 ? 'must be given' : 'none';
  return option.default === null || option.default === '' ? 'none' : `\`${option.default}\``;
}

function kinds(list: readonly (keyof typeof KIND)[]): string {
  return list.map((kind) => KIND[kind].label.toLowerCase()).join(', ');
}
