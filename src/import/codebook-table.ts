import type { Kind, MissingCode, ValueLabel } from '../model/variable.ts';
import type { CodebookVariable } from './codebook.ts';
import { pairedChoices, plainText } from './codebook-choices.ts';
import { cellReader, type Grid } from './codebook-grid.ts';

const NAME = [
  'variable',
  'variable name',
  'var',
  'field',
  'field name',
  'column',
  'column name',
  'item',
  'name',
];
const VALUE = ['value', 'code', 'value code', 'category code'];
const VALUES = ['values', 'codes', 'value labels', 'categories', 'choices', 'options', 'coding'];
const LABEL = ['value label', 'label', 'meaning', 'category', 'text'];
const QUESTION = [
  'variable label',
  'question',
  'question text',
  'description',
  'var label',
  'label',
];
const MISSING = [
  'missing',
  'is missing',
  'missing value',
  'missing values',
  'missing code',
  'missing codes',
];
const TYPE = ['type', 'kind', 'variable type', 'data type', 'format'];

const KINDS: readonly [RegExp, Kind][] = [
  [/^(date ?time|timestamp)/, 'datetime'],
  [/^date/, 'date'],
  [/^time/, 'time'],
  [/^(int|whole|count)/, 'integer'],
  [/^(dec|num|float|real|double|continuous|scale)/, 'decimal'],
  [/^(yes|bool|logical|binary|tick|checkbox)/, 'yesno'],
  [/^(cat|nominal|ordinal|factor|coded|select|radio|drop|enum|likert)/, 'category'],
  [/^(id|key)/, 'identifier'],
  [/^(text|string|char|str|free|memo|note)/, 'text'],
];

/** Whether headings are those of a table of variables with their values or labels. */
export function isCodebookTable(headings: readonly string[]): boolean {
  const has = (names: readonly string[]) => names.some((name) => headings.includes(name));
  return has(NAME) && (has(VALUE) || has(VALUES) || has(QUESTION) || has(MISSING) || has(TYPE));
}

/**
 * A codebook with one row a value (`variable, value, label`, the variable's name given once or in
 * every row) or one row a variable (`variable, label, values`, with `1 = Yes; 2 = No`).
 */
export function tableVariables(grid: Grid): CodebookVariable[] {
  const hasValues = VALUE.some((name) => grid.headings.includes(name));
  const name = cellReader(grid, NAME);
  const value = cellReader(grid, VALUE);
  const values = cellReader(grid, VALUES);
  const label = cellReader(grid, LABEL);
  const question = cellReader(grid, hasValues ? QUESTION.slice(0, -1) : QUESTION);
  const missing = cellReader(grid, MISSING);
  const type = cellReader(grid, TYPE);
  const found = new Map<string, Draft>();
  let current = '';
  for (const row of grid.rows) {
    current = name(row) || current;
    if (current === '') continue;
    const draft = found.get(current) ?? { label: '', type: '', values: [], missing: [] };
    found.set(current, draft);
    draft.type ||= type(row).toLowerCase();
    draft.label ||= plainText(question(row));
    if (value(row) !== '') addValue(draft, value(row), plainText(label(row)), missing(row));
    else {
      if (hasValues) draft.label ||= plainText(label(row));
      draft.values.push(...pairedChoices(values(row)));
      draft.missing.push(...missingCodes(missing(row)));
    }
  }
  return [...found].map(([each, draft]) => variableOf(each, draft));
}

interface Draft {
  label: string;
  type: string;
  values: ValueLabel[];
  missing: MissingCode[];
}

function addValue(draft: Draft, value: string, label: string, missing: string): void {
  if (/^(|no?|0|false|valid)$/i.test(missing)) {
    draft.values.push({ value, label: label || value });
    return;
  }
  const isFlag = /^(y|yes|1|true|x|missing)$/i.test(missing);
  draft.missing.push({ code: value, reason: (isFlag ? label : missing) || 'missing code' });
}

/** Missing codes of a whole variable: `99; -9` or `99 = Not known; -9 = Refused`. */
function missingCodes(text: string): MissingCode[] {
  if (/^(|no?|none|yes|y)$/i.test(text)) return [];
  const paired = pairedChoices(text);
  if (paired.length > 0) return paired.map(({ value, label }) => ({ code: value, reason: label }));
  return text
    .split(/[;,|\s]+/)
    .filter((code) => code !== '')
    .map((code) => ({ code, reason: 'missing code' }));
}

function variableOf(name: string, { label, type, values, missing }: Draft): CodebookVariable {
  const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1];
  const codes = new Set(missing.map(({ code }) => code));
  return {
    name,
    label,
    ...(kind && { kind }),
    values: values.filter(({ value }) => !codes.has(value)),
    missing,
  };
}
