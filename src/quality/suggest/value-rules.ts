import { codeValue } from '../../columns/hot/hot-value.ts';
import type { Rule } from '../../model/quality.ts';
import { type CodeList, classify } from '../code-list.ts';
import { CODE_LISTS } from '../code-lists.ts';
import { isNameHeading, judgeColumn } from '../judge-column.ts';
import { MAY_HOLD_CODES, missingCodes } from '../missing-codes.ts';
import { type ColumnFacts, headingOf, isPersonType } from './column-facts.ts';
import { draftRule } from './draft-rule.ts';
import type { MeasureForms } from './form-rules.ts';
import type { FactTable } from './suggest-rules.ts';

/** Headings under which a list's codes are met. */
const HEADINGS: Readonly<Record<string, RegExp>> = {
  'ethnic-category': /ethnic/i,
  'imd-decile': /\bimd\b|deprivation/i,
  'referral-source': /source|referr(ed|al) (by|from)|referrer/i,
  attendance: /attend/i,
  'closure-reason': /clos|discharge reason|end reason/i,
  'rejection-reason': /reject/i,
  'consultation-mechanism': /contact|mechanism|consult|medium|mode/i,
};
/** A list applies when so many of the filled cells are its codes. */
const APPLIES = 0.8;
/** With more different values a text is no category. */
const MOST_VALUES = 200;
const ADULT = { low: 12, high: 60 };
const MOSTLY = 0.9;

/** What the values of single columns are held against. */
export function valueRules(
  { data: { name, table }, columns }: FactTable,
  forms: readonly MeasureForms[],
): Rule[] {
  const inForms = new Set(forms.flatMap(({ long }) => (long ? [long.item, long.value] : [])));
  // An item is held to the range of its answers.
  const items = new Set(
    forms.flatMap(({ blocks }) =>
      blocks.flatMap((each) => each.items.map((item) => item.variable)),
    ),
  );
  return columns.flatMap((facts): Rule[] => {
    const { variable, present } = facts;
    if (present === 0 || inForms.has(variable.name)) return [];
    const list = listFor(facts, columns);
    if (list) return [list.rule(name)];
    const codes = items.has(variable.name) ? [] : missingCodeRules(name, facts);
    return [...kindRules(name, facts, table.rows), ...codes];
  });
}

function kindRules(table: string, facts: ColumnFacts, rows: number): Rule[] {
  switch (facts.variable.kind) {
    case 'integer':
      return ageRule(table, facts);
    case 'category':
      return categoryRules(table, facts);
    case 'text':
      return textRules(table, facts, rows);
    default:
      return [];
  }
}

/** Each code is asked about by itself: of two, one may be an answer. */
function missingCodeRules(table: string, facts: ColumnFacts): Rule[] {
  const { variable } = facts;
  if (!MAY_HOLD_CODES.includes(variable.kind)) return [];
  return missingCodes(facts).map(({ value, why }) => {
    const test = { kind: 'missing-code', variable: variable.name, values: [value] } as const;
    return draftRule(table, test, why, { as: value });
  });
}

function listFor(
  facts: ColumnFacts,
  columns: readonly ColumnFacts[],
): { rule(table: string): Rule } | undefined {
  const { variable, column } = facts;
  if (!['category', 'identifier', 'integer', 'text'].includes(variable.kind)) return undefined;
  const heading = headingOf(variable);
  const list = CODE_LISTS.find((each) => HEADINGS[each.id]?.test(heading));
  if (!list) return undefined;
  const { counts, present } = facts;
  let [coded, local] = [0, 0];
  for (let code = column.floor; code < column.size; code++) {
    const found = classify(list, String(codeValue(column, code)));
    if (found.class === 'invalid') continue;
    coded += counts[code] as number;
    if (found.note.endsWith('local character')) local += counts[code] as number;
  }
  if (coded / present < APPLIES) return undefined;
  const hasDates = list.codes.some(({ from, until }) => from !== undefined || until !== undefined);
  const on = hasDates
    ? columns.find(
        (each) =>
          /receiv|referral date|date/i.test(headingOf(each.variable)) &&
          each.variable.kind === 'date',
      )
    : undefined;
  const test = {
    kind: 'code-list',
    variable: variable.name,
    list: list.id,
    ...(on ? { on: on.variable.name } : {}),
    // A few local characters are slips; where they are usual they are meant.
    ...(local / present > 0.05 ? { local: 'allowed' as const } : {}),
  } as const;
  return { rule: (table) => draftRule(table, test, whyList(list, coded, present)) };
}

function whyList({ name }: CodeList, coded: number, present: number): string {
  return `${coded} of ${present} cells hold codes of “${name}”.`;
}

/** Ages at which somebody is a parent; a soft limit. */
function ageRule(table: string, facts: ColumnFacts): Rule[] {
  const { variable } = facts;
  if (!/\bage\b/i.test(headingOf(variable))) return [];
  const { column, counts, present } = facts;
  let inside = 0;
  for (let code = column.floor; code < column.size; code++) {
    const age = Number(codeValue(column, code));
    if (age >= ADULT.low && age <= ADULT.high) inside += counts[code] as number;
  }
  if (inside / present < MOSTLY) return [];
  return [
    draftRule(
      table,
      { kind: 'range', variables: [variable.name], ...ADULT },
      'Most are of an age at which people are parents.',
      { severity: 'medium' },
    ),
  ];
}

function categoryRules(table: string, facts: ColumnFacts): Rule[] {
  const { variable } = facts;
  const values = variable.values.map(({ value }) => value);
  const own: Rule[] =
    values.length > 0
      ? [
          draftRule(
            table,
            { kind: 'in-list', variable: variable.name, values },
            'These values have labels.',
          ),
        ]
      : [
          draftRule(
            table,
            { kind: 'spelling', variable: variable.name },
            'For every category without a list.',
          ),
          // Notes that repeat look like categories.
          freeText(table, facts),
        ];
  return [...own, ...oneTypeRule(table, facts)];
}

/** A row is one kind of person: the others are counted with whom they belong to, or elsewhere. */
function oneTypeRule(table: string, facts: ColumnFacts): Rule[] {
  const usual = usualType(facts);
  return usual === undefined
    ? []
    : [
        draftRule(
          table,
          { kind: 'in-list', variable: facts.variable.name, values: [usual] },
          'Nearly all rows are of one type of person.',
          { as: 'one-type' },
        ),
      ];
}

/** The type of person that nearly all rows are of. */
export function usualType(facts: ColumnFacts): string | undefined {
  if (!isPersonType(facts.variable)) return undefined;
  const [first] = facts.values().toSorted((a, b) => b.n - a.n);
  return first && first.n / facts.present >= MOSTLY ? first.text : undefined;
}

/** Free text is looked through for people; a text of few values is spelt in one way. */
function textRules(table: string, facts: ColumnFacts, rows: number): Rule[] {
  const { variable, distinct } = facts;
  if (distinct <= MOST_VALUES && distinct < rows / 5) {
    return [
      draftRule(table, { kind: 'spelling', variable: variable.name }, 'Few different values.'),
      freeText(table, facts),
    ];
  }
  const isWhole = judgeColumn(variable, facts.values()).some((each) => each.isWhole);
  // A column of names or postcodes is an identifier as a whole, which is offered apart from the rules.
  return isWhole || isNameHeading(variable) ? [] : [freeText(table, facts)];
}

function freeText(table: string, { variable }: ColumnFacts): Rule {
  return draftRule(
    table,
    { kind: 'identifiers', variable: variable.name },
    'For every column of text.',
  );
}
