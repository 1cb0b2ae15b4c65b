import type { DateOrder } from '../model/importing.ts';
import type { ValueLabel } from '../model/variable.ts';
import type { CodebookVariable } from './codebook.ts';
import { plainText, redcapChoices } from './codebook-choices.ts';
import { cellReader, type Grid } from './codebook-grid.ts';

const NAME = ['variable field name', 'field name'];
const TYPE = ['field type'];
const CHOICES = ['choices calculations or slider labels', 'select choices or calculations'];
const VALIDATION = [
  'text validation type or show slider number',
  'text validation type',
  'validation',
];

/** Whether headings are those of a REDCap data dictionary, as downloaded or as the API gives it. */
export function isRedcap(headings: readonly string[]): boolean {
  return [NAME, TYPE, CHOICES].every((names) => names.some((name) => headings.includes(name)));
}

/** The columns that an export of a REDCap project has by its data dictionary. */
export function redcapVariables(grid: Grid): CodebookVariable[] {
  const name = cellReader(grid, NAME);
  const form = cellReader(grid, ['form name']);
  const type = cellReader(grid, TYPE);
  const label = cellReader(grid, ['field label']);
  const choices = cellReader(grid, CHOICES);
  const validation = cellReader(grid, VALIDATION);
  const variables: CodebookVariable[] = [];
  const forms = new Set<string>();
  for (const row of grid.rows) {
    const field = name(row);
    if (field === '') continue;
    if (form(row) !== '') forms.add(form(row));
    const text = plainText(label(row));
    const offered = choices(row);
    const base = { name: field, label: text, missing: [], values: [] };
    switch (type(row).toLowerCase()) {
      case 'radio':
      case 'dropdown':
      case 'select':
        variables.push({ ...base, kind: 'category', values: redcapChoices(offered) });
        break;
      case 'checkbox':
        variables.push(...checkboxes(field, text, redcapChoices(offered)));
        break;
      case 'yesno':
        variables.push({ ...base, kind: 'yesno', values: answers('Yes', 'No') });
        break;
      case 'truefalse':
        variables.push({ ...base, kind: 'yesno', values: answers('True', 'False') });
        break;
      case 'notes':
        variables.push({ ...base, kind: 'text' });
        break;
      case 'slider':
        variables.push({ ...base, kind: 'integer' });
        break;
      case 'descriptive':
        break;
      default:
        variables.push({ ...base, ...validated(validation(row).toLowerCase()) });
    }
  }
  return [...variables, ...[...forms].map(formStatus)];
}

/** A checkbox field is one column a choice: `q7___1`, and `q7____99` for the choice -99. */
function checkboxes(
  field: string,
  label: string,
  choices: readonly ValueLabel[],
): CodebookVariable[] {
  return choices.map(({ value, label: choice }) => ({
    name: `${field}___${value.toLowerCase().replace(/[^a-z0-9_]/g, '_')}`,
    label: label === '' ? choice : `${label}: ${choice}`,
    kind: 'yesno',
    values: answers('Checked', 'Unchecked'),
    missing: [],
  }));
}

function formStatus(form: string): CodebookVariable {
  return {
    name: `${form}_complete`,
    label: `${form}: status of the form`,
    kind: 'category',
    values: [
      { value: '0', label: 'Incomplete' },
      { value: '1', label: 'Unverified' },
      { value: '2', label: 'Complete' },
    ],
    missing: [],
    isOptional: true,
  };
}

function validated(type: string): Pick<CodebookVariable, 'kind' | 'dateOrder' | 'decimal'> {
  const order = /_(dmy|mdy|ymd)$/.exec(type)?.[1] as DateOrder | undefined;
  if (type.startsWith('datetime')) return { kind: 'datetime', ...(order && { dateOrder: order }) };
  if (type.startsWith('date')) return { kind: 'date', ...(order && { dateOrder: order }) };
  if (type.startsWith('time')) return { kind: 'time' };
  if (type === 'integer') return { kind: 'integer' };
  if (type.startsWith('number')) {
    return { kind: 'decimal', ...(type.includes('comma') && { decimal: ',' as const }) };
  }
  return /phone|mrn|ssn|zipcode|postalcode|postcode/.test(type) ? { kind: 'identifier' } : {};
}

function answers(yes: string, no: string): ValueLabel[] {
  return [
    { value: '1', label: yes },
    { value: '0', label: no },
  ];
}
