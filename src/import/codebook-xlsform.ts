import type { Kind, ValueLabel } from '../model/variable.ts';
import type { CodebookVariable } from './codebook.ts';
import { plainText } from './codebook-choices.ts';
import { cellReader, type Grid } from './codebook-grid.ts';

const KINDS: Readonly<Record<string, Kind>> = {
  integer: 'integer',
  int: 'integer',
  range: 'decimal',
  decimal: 'decimal',
  date: 'date',
  today: 'date',
  datetime: 'datetime',
  start: 'datetime',
  end: 'datetime',
  time: 'time',
  text: 'text',
  string: 'text',
  barcode: 'identifier',
  deviceid: 'identifier',
};

/** Rows of a survey sheet that make no column. */
const NO_COLUMN = /^(note|begin[ _]|end[ _]|audit$)/i;

export function isSurvey(headings: readonly string[]): boolean {
  return headings.includes('type') && headings.includes('name');
}

export function isChoices(headings: readonly string[]): boolean {
  return headings.includes('list name') && headings.includes('name');
}

/** The columns that an export of an XLSForm has, by its survey and choices sheets. */
export function xlsformVariables(survey: Grid, choices: Grid | undefined): CodebookVariable[] {
  const lists = choices ? choiceLists(choices) : new Map<string, ValueLabel[]>();
  const type = cellReader(survey, ['type']);
  const name = cellReader(survey, ['name']);
  const label = cellReader(survey, labelHeadings(survey));
  return survey.rows.flatMap((row): CodebookVariable[] => {
    const field = name(row);
    const what = type(row).replace(/\s+/g, ' ');
    if (field === '' || NO_COLUMN.test(what)) return [];
    const base = { name: field, label: plainText(label(row)), values: [], missing: [] };
    const select = /^(select[ _]one|select1|select[ _]multiple|select) (\S+)( or_other)?/i.exec(
      what,
    );
    if (!select) {
      const kind = KINDS[what.toLowerCase()];
      return [{ ...base, ...(kind && { kind }) }];
    }
    const list = lists.get(select[2] ?? '') ?? [];
    const values = select[3] ? [...list, { value: 'other', label: 'Other' }] : list;
    const isOne = /one|select1/i.test(select[1] ?? '');
    if (isOne) return [{ ...base, kind: 'category', values }];
    return [{ ...base, kind: 'text' }, ...values.map((value) => option(base, value))];
  });
}

/** A select_multiple question may also stand as one column a choice: `q7/1`. */
function option(
  { name, label }: Pick<CodebookVariable, 'name' | 'label'>,
  { value, label: choice }: ValueLabel,
): CodebookVariable {
  return {
    name: `${name}/${value}`,
    label: label === '' ? choice : `${label}: ${choice}`,
    kind: 'yesno',
    values: [
      { value: '1', label: 'Yes' },
      { value: '0', label: 'No' },
    ],
    missing: [],
    isOptional: true,
  };
}

function choiceLists(grid: Grid): Map<string, ValueLabel[]> {
  const list = cellReader(grid, ['list name']);
  const name = cellReader(grid, ['name', 'value']);
  const label = cellReader(grid, labelHeadings(grid));
  const lists = new Map<string, ValueLabel[]>();
  for (const row of grid.rows) {
    if (list(row) === '' || name(row) === '') continue;
    const values = lists.get(list(row)) ?? [];
    values.push({ value: name(row), label: plainText(label(row)) || name(row) });
    lists.set(list(row), values);
  }
  return lists;
}

/** `label`, or the first of `label::English (en)` and its like; English before others. */
function labelHeadings({ headings }: Grid): string[] {
  const all = headings.filter((heading) => /^label\b/.test(heading));
  const english = all.filter((heading) => /\ben(glish)?\b/.test(heading));
  return ['label', ...english, ...all];
}
