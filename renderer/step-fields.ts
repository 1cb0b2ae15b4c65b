import type { Step } from '../src/model/table.ts';
import type { Kind, Variable } from '../src/model/variable.ts';
import { keysOf, type StepField } from './step-field.ts';
import { timeColumns, timesStep } from './time-columns.ts';

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
const made: StepField = { type: 'made', keys: ['name', 'label'], label: 'New variable' };
const linked: readonly StepField[] = [
  { type: 'table', key: 'table', label: 'Table' },
  { type: 'keys', keys: ['key', 'foreignKey'] },
];
const only: StepField = {
  type: 'condition',
  key: 'condition',
  label: 'Only rows of that table',
  of: 'theirs',
  optional: true,
};

export const STEP_FIELDS: Readonly<Record<string, readonly StepField[]>> = {
  'remove-duplicates': [
    {
      type: 'variables',
      key: 'by',
      label: 'Rows agree in',
      optional: true,
    },
    { type: 'near', key: 'near', label: 'And nearly in', optional: true },
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
    {
      type: 'variable',
      key: 'date',
      label: 'By the date',
      kinds: ['date', ...NUMBERS],
      optional: true,
      when: ({ keep }) => keep === 'earliest' || keep === 'latest',
    },
    { type: 'flag', key: 'fill', label: 'Fill its missing values from the others' },
  ],
  'keep-rows': [{ type: 'condition', key: 'condition', label: 'Rows to keep' }, REASON],
  'leave-out': [{ type: 'condition', key: 'condition', label: 'Rows to leave out' }, REASON],
  'keep-linked': [...linked, REASON],
  'edit-cells': [
    variable(),
    { type: 'variables', key: 'key', label: 'Rows are found by' },
    { type: 'edits', key: 'edits', label: 'Corrections' },
    { ...REASON, label: 'Reason for what is taken out', optional: true },
  ],
  'find-replace': [
    variables(WORDS),
    { type: 'text', key: 'find', label: 'Find' },
    { type: 'text', key: 'replace', label: 'Replace by' },
    { type: 'flag', key: 'whole', label: 'The whole cell' },
    { type: 'flag', key: 'ignoreCase', label: 'Capitals do not matter' },
    { type: 'flag', key: 'pattern', label: 'As a pattern: \\d, [a-z], ( ), $1' },
  ],
  'map-values': [
    variable([...WORDS, 'integer', 'yesno']),
    { type: 'merges', key: 'map', label: 'Old → new' },
  ],
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
    { type: 'flag', key: 'collapse', label: 'Several spaces become one', usual: true },
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
    {
      type: 'number',
      key: 'pivot',
      label: 'Years of two digits: up to this one are 20…',
      from: 30,
      least: 0,
      most: 99,
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
      optional: true,
    },
    { type: 'outside', key: 'outside', label: 'Out of range', optional: true },
    REASON,
  ],
  'fill-missing': [
    variable(),
    { type: 'text', key: 'value', label: 'Value' },
    {
      type: 'lines',
      key: 'reasons',
      label: 'Only where it is missing because',
      form: 'texts',
      hint: 'Reasons, one a line: empty',
      optional: true,
    },
  ],
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
  derive: [
    made,
    { type: 'expression', key: 'expression', label: 'Expression' },
    { type: 'flag', key: 'replace', label: 'In place of the variable of this name' },
  ],
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
    {
      type: 'lines',
      key: 'answers',
      label: 'Only these answers',
      form: 'texts',
      hint: 'One a line; all that occur when empty',
      optional: true,
    },
  ],
  link: [...linked, { type: 'bring', key: 'bring', label: 'Variables to bring' }],
  'count-linked': [...linked, only, made],
  'date-linked': [
    ...linked,
    { type: 'theirs', key: 'date', label: 'Date there', kinds: DATES },
    { type: 'nth', key: 'nth', label: 'Which', optional: true },
    only,
    made,
  ],
  append: [
    { type: 'table', key: 'table', label: 'Table' },
    { type: 'mark', key: 'mark', label: 'New variable that says which table', optional: true },
  ],
  'wide-to-long': [
    { type: 'times', keys: ['times', 'time', 'values'] },
    { type: 'flag', key: 'keepEmpty', label: 'Keep rows of a time without any value' },
  ],
  'long-to-wide': [
    { type: 'variables', key: 'by', label: 'One row for each' },
    { type: 'variable', key: 'across', label: 'Columns are named by' },
    { type: 'variables', key: 'values', label: 'Columns hold' },
    {
      type: 'choice',
      key: 'repeated',
      label: 'Several rows for one cell',
      choices: [
        ['refuse', 'Stop, and say which'],
        ['first', 'Take the first'],
        ['last', 'Take the last'],
      ],
    },
    {
      type: 'variables',
      key: 'keep',
      label: 'Keep too, from the first row',
      optional: true,
    },
    {
      type: 'lines',
      key: 'times',
      label: 'Only these columns, in this order',
      form: 'texts',
      hint: 'Values of the naming variable, one a line; all when empty',
      optional: true,
    },
  ],
  'rename-variable': [variable(), made],
  'drop-variables': [variables()],
  pseudonymise: [
    variables(),
    {
      type: 'number',
      key: 'length',
      label: 'Letters of a pseudonym',
      from: 16,
      least: 12,
      most: 64,
    },
  ],
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
      type: 'several',
      key: 'forms',
      label: 'Taken out',
      choices: [
        ['email', 'Email addresses'],
        ['phone', 'Telephone numbers'],
        ['nhs-number', 'NHS numbers'],
        ['postcode', 'Postcodes'],
        ['date', 'Dates'],
      ],
      optional: true,
    },
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

/** A step before anything was entered: choices at their first, numbers where they begin, columns as named. */
export function blankStep(op: string, variables: readonly Variable[] = []): Step {
  const step: Step = { op };
  for (const field of STEP_FIELDS[op] ?? []) {
    if (field.type === 'choice') step[field.key] = field.choices[0]?.[0];
    if (field.type === 'several') step[field.key] = field.choices.map(([id]) => id);
    if (field.type === 'number') step[field.key] = field.from;
    if (field.type === 'merges') step[field.key] = {};
    if (field.type === 'times') Object.assign(step, timesStep(timeColumns(variables)[0]));
  }
  return tidyStep(step);
}

/** Without what is left empty: the schema of a step takes no blanks for what may be left out. */
export function tidyStep(step: Step): Step {
  const blank = new Set(
    (STEP_FIELDS[step.op] ?? []).flatMap((field) => {
      if (!('key' in field)) return keysOf(field).filter((key) => step[key] === undefined);
      const value = step[field.key];
      const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
      const mayGo = field.optional || field.type === 'choice';
      const isAsked = field.when?.(step) ?? true;
      return value === undefined || (isEmpty && mayGo) || !isAsked ? [field.key] : [];
    }),
  );
  return Object.fromEntries(Object.entries(step).filter(([key]) => !blank.has(key))) as Step;
}
