import type { AnalysisDescription } from '../src/model/option.ts';
import { pairName } from '../src/model/pair-name.ts';
import type { TableInfo } from '../src/model/table.ts';
import { listOf, type OptionValues } from './option-values.ts';

/** The option whose groups are compared. */
const GROUPS = 'group';
const MOST_NAMED = 3;
const LONGEST = 60;

/** A short title: "Paired t-test: Warmth, Invasion", "Frequencies: Ethnic group and 4 more". */
export function resultTitle(
  description: AnalysisDescription,
  values: OptionValues,
  table: TableInfo,
): string {
  const { title } = description;
  const subject = shortList(subjects(description, values, table));
  if (subject === '') return title;
  const [groups] = namesOf(values[GROUPS]).map((name) => labelOf(name, table));
  const whole = groups === undefined ? subject : `${subject} by ${groups}`;
  return title.endsWith('?') ? `${title} ${whole}` : `${title}: ${whole}`;
}

/** What it is about: names that were given, what a pair has in common, else the variables. */
function subjects(
  { options }: AnalysisDescription,
  values: OptionValues,
  table: TableInfo,
): string[] {
  const given = options.find(({ key, type }) => type === 'text' && /^labels?$/.test(key));
  const text = given === undefined ? '' : String(values[given.key] ?? '').trim();
  if (text !== '') return text.split(';').map((name) => name.trim());
  const labels = new Map(
    options.map(({ key }) => [key, namesOf(values[key]).map((name) => labelOf(name, table))]),
  );
  const [before = [], after = []] = ['Before', 'After'].map((name) =>
    labels.get(options.find(({ label }) => label === name)?.key ?? ''),
  );
  const pairs = before.map((label, at) => pairName(label, after[at] ?? ''));
  if (pairs.length > 0 && pairs.every((name) => name !== '')) return pairs;
  return options.flatMap(({ key, type }) =>
    (type === 'variable' || type === 'variables') && key !== GROUPS ? (labels.get(key) ?? []) : [],
  );
}

function namesOf(value: OptionValues[string] | undefined): readonly string[] {
  return typeof value === 'string' && value !== '' ? [value] : listOf(value);
}

function labelOf(name: string, table: TableInfo): string {
  return table.variables.find((variable) => variable.name === name)?.label ?? name;
}

/** As many names as fit a title, and how many more there are. */
function shortList(names: readonly string[]): string {
  const shown: string[] = [];
  for (const name of names) {
    if (shown.length === MOST_NAMED || [...shown, name].join(', ').length > LONGEST) break;
    shown.push(name);
  }
  if (shown.length === 0) shown.push(...names.slice(0, 1));
  const rest = names.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
