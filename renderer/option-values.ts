import type { AnalysisDescription, OptionDefinition } from '../src/model/option.ts';
import { defaultValue, isOffered } from '../src/model/option.ts';
import type { OptionValue } from '../src/model/result.ts';
import type { TableInfo } from '../src/model/table.ts';
import { KIND, type Variable } from '../src/model/variable.ts';

export type OptionValues = Readonly<Record<string, OptionValue>>;

/** The variables of a table that an option takes. */
export function variablesFor(option: OptionDefinition, table: TableInfo): Variable[] {
  if (option.type !== 'variable' && option.type !== 'variables') return [];
  return table.variables.filter(({ kind }) => option.kinds.includes(kind));
}

/** Every option with a value: what was chosen where it still makes sense, else the default. */
export function fitOptions(
  { options }: AnalysisDescription,
  values: OptionValues,
  table: TableInfo,
): OptionValues {
  return Object.fromEntries(
    options.map((option) => [
      option.key,
      isOffered(option, options, values)
        ? fitOption(option, values[option.key], table)
        : defaultValue(option),
    ]),
  );
}

/** Whether two choices ask for the same; an option that one of them does not know has its default. */
export function sameOptions(
  { options }: AnalysisDescription,
  a: OptionValues,
  b: OptionValues,
): boolean {
  return options.every((option) => {
    const [first, second] = [a, b].map((values) => values[option.key] ?? defaultValue(option));
    return JSON.stringify(first) === JSON.stringify(second);
  });
}

function fitOption(
  option: OptionDefinition,
  value: OptionValue | undefined,
  table: TableInfo,
): OptionValue {
  if (value === undefined) return defaultValue(option);
  const names = variablesFor(option, table).map(({ name }) => name);
  if (option.type === 'variable') {
    const [first] = typeof value === 'string' ? [value] : listOf(value);
    return first !== undefined && names.includes(first) ? first : null;
  }
  if (option.type === 'variables') {
    const list = typeof value === 'string' ? [value] : listOf(value);
    return list.filter((name) => names.includes(name)).slice(0, option.max);
  }
  return isOf(option, value) ? value : defaultValue(option);
}

/** Another analysis may have an option of the same name that takes other values. */
function isOf(option: OptionDefinition, value: OptionValue): boolean {
  switch (option.type) {
    case 'choice':
      return option.choices.some((choice) => choice.value === value);
    case 'number':
      return typeof value === 'number' && value >= option.min && value <= option.max;
    case 'switch':
      return typeof value === 'boolean';
    case 'date':
      return value === null || typeof value === 'string';
    default:
      return typeof value === 'string';
  }
}

/** What an analysis needs, and whether a table has it: "Before, After: whole number or decimal; 6 here". */
export function fitWords(
  { options }: AnalysisDescription,
  table: TableInfo,
): { fits: boolean; words: string } {
  const needed = options.filter(
    (option) =>
      (option.type === 'variable' && option.required) ||
      (option.type === 'variables' && option.min > 0),
  );
  const parts = new Map<string, { labels: string[]; n: number }>();
  for (const option of needed) {
    if (option.type !== 'variable' && option.type !== 'variables') continue;
    const kinds = kindWords(option.kinds);
    const part = parts.get(kinds) ?? { labels: [], n: variablesFor(option, table).length };
    part.labels.push(option.label);
    parts.set(kinds, part);
  }
  const all = [...parts];
  return {
    fits: all.every(([, { labels, n }]) => n >= labels.length),
    words: all
      .map(([kinds, { labels, n }]) => `${labels.join(', ')}: ${kinds}; ${n || 'none'} here`)
      .join('. '),
  };
}

/** "any kind", "whole number or decimal" */
export function kindWords(kinds: readonly Variable['kind'][]): string {
  const all = Object.keys(KIND).length;
  if (kinds.length > all / 2) return kinds.length === all ? 'any kind' : 'most kinds';
  return kinds.map((kind) => KIND[kind].label.toLowerCase()).join(' or ');
}

/** What the form still needs, in words; empty when the analysis can run. */
export function stillNeeded(description: AnalysisDescription, values: OptionValues): string[] {
  return description.options.flatMap((option) => {
    const value = values[option.key];
    if (option.type === 'variable') return option.required && !value ? [option.label] : [];
    if (option.type !== 'variables') return [];
    const n = listOf(value).length;
    if (n < option.min) return [option.min > 1 ? `${option.label} (${option.min})` : option.label];
    return [];
  });
}

export function listOf(value: OptionValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** The list with the entry at `from` standing at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/** An option's value as a person reads it: labels instead of names. */
export function optionWords(
  option: OptionDefinition,
  value: OptionValue | undefined,
  table: TableInfo | undefined,
): string {
  const labelOf = (name: string) =>
    table?.variables.find((variable) => variable.name === name)?.label ?? name;
  if (value === null || value === undefined || value === '') return 'none';
  if (option.type === 'switch') return value === true ? 'yes' : 'no';
  if (option.type === 'number' && value === 0 && option.zero !== undefined) return option.zero;
  if (option.type === 'variable') return labelOf(String(value));
  if (option.type === 'variables') return listOf(value).map(labelOf).join(', ') || 'none';
  if (option.type === 'choice') {
    return option.choices.find((choice) => choice.value === value)?.label ?? String(value);
  }
  return String(value);
}
