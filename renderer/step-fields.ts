import type { Step } from '../src/model/table.ts';
import type { Kind } from '../src/model/variable.ts';

/** One question of a step's form. A step that is not in the list is written as text. */
export type StepField =
  | { type: 'variable'; key: string; label: string; kinds?: readonly Kind[]; optional?: true }
  | { type: 'variables'; key: string; label: string; kinds?: readonly Kind[]; optional?: true }
  | { type: 'text'; key: string; label: string; hint?: string; optional?: true }
  | { type: 'expression'; key: string; label: string }
  | { type: 'number'; key: string; label: string; from: number; least: number; most: number }
  | { type: 'flag'; key: string; label: string }
  | { type: 'choice'; key: string; label: string; choices: readonly (readonly [string, string])[] }
  | { type: 'lines'; key: string; label: string; form: LineForm; hint: string; optional?: true }
  | { type: 'made'; label: string }
  | { type: 'table'; key: string; label: string }
  | { type: 'theirs'; key: string; label: string }
  | { type: 'condition'; key: string }
  | { type: 'merges'; key: string };

/** How lines of text become a parameter (step-lines.ts). */
export type LineForm = 'texts' | 'bands' | 'groups' | 'named' | 'brought';

const WORDS: readonly Kind[] = ['text', 'category', 'identifier'];
const NUMBERS: readonly Kind[] = ['integer', 'decimal'];
const DATES: readonly Kind[] = ['date'];
const REASON = {
  type: 'text',
  key: 'reason',
  label: 'Reason',
  hint: 'stands in the history',
} as const;
const variable = (kinds?: readonly Kind[]): StepField => ({
  type: 'variable',
  key: 'variable',
  label: 'Variable',
  ...(kinds && { kinds }),
});
const variables = (kinds?: readonly Kind[]): StepField => ({
  type: 'variables',
  key: 'variables',
  label: 'Variables',
  ...(kinds && { kinds }),
});
const made: StepField = { type: 'made', label: 'New variable' };
const linked: readonly StepField[] = [
  { type: 'table', key: 'table', label: 'Table' },
  { type: 'variable', key: 'key', label: 'Key here' },
  { type: 'theirs', key: 'foreignKey', label: 'Key there' },
];

export const STEP_FIELDS: Readonly<Record<string, readonly StepField[]>> = {
  'remove-duplicates': [
    {
      type: 'variables',
      key: 'by',
      label: 'Rows agree in (all variables when empty)',
      optional: true,
    },
    {
      type: 'choice',
      key: 'keep',
      label: 'Keep',
      choices: [
        ['first', 'The first'],
        ['last', 'The last'],
        ['fullest', 'The one with the most values'],
        ['earliest', 'The earliest by date'],
        ['latest', 'The latest by date'],
      ],
    },
    { type: 'variable', key: 'date', label: 'Date', kinds: ['date', ...NUMBERS], optional: true },
    { type: 'flag', key: 'fill', label: 'Fill its missing values from the others' },
  ],
  'keep-rows': [{ type: 'condition', key: 'condition' }, REASON],
  'leave-out': [{ type: 'condition', key: 'condition' }, REASON],
  'keep-linked': [...linked, REASON],
  'find-replace': [
    variables(WORDS),
    { type: 'text', key: 'find', label: 'Find' },
    { type: 'text', key: 'replace', label: 'Replace by' },
    { type: 'flag', key: 'whole', label: 'The whole cell' },
    { type: 'flag', key: 'ignoreCase', label: 'Capitals do not matter' },
    { type: 'flag', key: 'pattern', label: 'As a pattern: \\d, [a-z], ( ), $1' },
  ],
  'map-values': [variable([...WORDS, 'integer', 'yesno']), { type: 'merges', key: 'map' }],
  'tidy-text': [
    variable(WORDS),
    {
      type: 'choice',
      key: 'case',
      label: 'Capitals',
      choices: [
        ['', 'As they are'],
        ['sentence', 'First letter'],
        ['title', 'Every Word'],
        ['lower', 'none'],
        ['upper', 'ALL'],
      ],
    },
  ],
  'parse-dates': [
    variable([...WORDS, 'datetime']),
    {
      type: 'choice',
      key: 'order',
      label: 'Order',
      choices: [
        ['dmy', 'Day, month, year'],
        ['mdy', 'Month, day, year'],
        ['ymd', 'Year, month, day'],
      ],
    },
  ],
  'set-missing': [
    variables(),
    {
      type: 'lines',
      key: 'values',
      label: 'Values that mean “not known”',
      form: 'texts',
      hint: 'One a line',
    },
    REASON,
  ],
  'fill-missing': [variable(), { type: 'text', key: 'value', label: 'Value' }],
  group: [
    variable(WORDS),
    made,
    { type: 'lines', key: 'groups', label: 'Groups', form: 'groups', hint: 'White: A, B, C' },
    { type: 'text', key: 'otherwise', label: 'All others', optional: true },
  ],
  bands: [
    variable(NUMBERS),
    made,
    { type: 'lines', key: 'bands', label: 'Bands', form: 'bands', hint: '18 to 24: 18 to 24' },
  ],
  derive: [made, { type: 'expression', key: 'expression', label: 'Expression' }],
  'financial-year': [variable(DATES), made],
  'compare-dates': [
    made,
    { type: 'variable', key: 'date', label: 'Date', kinds: DATES },
    { type: 'variables', key: 'against', label: 'Against (the first that is known)', kinds: DATES },
    { type: 'text', key: 'before', label: 'When before', hint: 'Antenatal' },
    { type: 'text', key: 'onOrAfter', label: 'When on the day or after', hint: 'Postnatal' },
    { type: 'text', key: 'unknown', label: 'When not known', hint: 'Not known' },
  ],
  'split-column': [
    variable(WORDS),
    { type: 'text', key: 'separator', label: 'Separator', hint: ',' },
    {
      type: 'lines',
      key: 'into',
      label: 'Parts',
      form: 'named',
      hint: 'A name for each part, one a line',
    },
  ],
  'join-columns': [
    variables(),
    { type: 'text', key: 'separator', label: 'Separator', hint: ', ' },
    made,
  ],
  'split-answers': [
    variable(['text', 'category']),
    { type: 'text', key: 'separator', label: 'Separator', hint: ';' },
    { type: 'text', key: 'prefix', label: 'Names begin with', hint: 'why' },
  ],
  link: [
    ...linked,
    {
      type: 'lines',
      key: 'bring',
      label: 'Variables to bring',
      form: 'brought',
      hint: 'Their names, one a line',
    },
  ],
  'count-linked': [...linked, made],
  append: [{ type: 'table', key: 'table', label: 'Table' }],
  'rename-variable': [variable(), made],
  'drop-variables': [variables()],
  pseudonymise: [variables()],
  'shift-dates': [
    variables(DATES),
    { type: 'variable', key: 'person', label: 'Person' },
    { type: 'number', key: 'days', label: 'At most, days', from: 30, least: 1, most: 3650 },
  ],
  'coarsen-dates': [
    variables(DATES),
    {
      type: 'choice',
      key: 'to',
      label: 'To the first day of the',
      choices: [
        ['month', 'Month'],
        ['quarter', 'Quarter'],
        ['year', 'Year'],
        ['financial-year', 'Financial year'],
      ],
    },
  ],
  redact: [
    variables(WORDS),
    {
      type: 'lines',
      key: 'words',
      label: 'Names and words',
      form: 'texts',
      hint: 'One a line',
      optional: true,
    },
  ],
};

/** A step before anything was entered: choices at their first, numbers where they begin. */
export function blankStep(op: string): Step {
  const step: Step = { op };
  for (const field of STEP_FIELDS[op] ?? []) {
    if (field.type === 'choice') step[field.key] = field.choices[0]?.[0];
    if (field.type === 'number') step[field.key] = field.from;
    if (field.type === 'merges') step[field.key] = {};
  }
  if (op === 'redact') step.forms = ['email', 'phone', 'nhs-number', 'postcode', 'date'];
  return tidyStep(step);
}

/** Without what is left empty: the schema of a step takes no blanks for what may be left out. */
export function tidyStep(step: Step): Step {
  const fields = STEP_FIELDS[step.op] ?? [];
  const blank = new Set(
    fields.flatMap((field) => {
      if (!('key' in field)) return [];
      const value = step[field.key];
      const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
      const mayGo = ('optional' in field && field.optional) || field.type === 'choice';
      return value === undefined || (isEmpty && mayGo) ? [field.key] : [];
    }),
  );
  return Object.fromEntries(Object.entries(step).filter(([key]) => !blank.has(key))) as Step;
}
