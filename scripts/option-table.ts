import type { OptionDefinition } from '../src/model/option.ts';
import { KIND } from '../src/model/variable.ts';

/** The options of an analysis as the lines of a Markdown table. */
export function optionTable(options: readonly OptionDefinition[]): string[] {
  return [
    '| option | what it is | values | default |',
    '|---|---|---|---|',
    ...options.map((option) => optionRow(option, options)),
  ];
}

function optionRow(option: OptionDefinition, options: readonly OptionDefinition[]): string {
  const cells = [
    `\`${option.key}\``,
    `${option.label}. ${option.help}${whenWords(option, options)}`,
    values(option),
    fallback(option),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** " Only with `test` = `fisher`." */
function whenWords({ when }: OptionDefinition, options: readonly OptionDefinition[]): string {
  if (!when) return '';
  const other = options.find(({ key }) => key === when.option);
  if (!other) throw new Error(`no option ${when.option}`);
  if (!when.is) return ` Only with \`${when.option}\`.`;
  return ` Only with \`${when.option}\` ${when.is.map((value) => `\`${String(value)}\``).join(' or ')}.`;
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
