import type { HotTable } from '../../columns/hot/hot-table.ts';
import type { Measure } from '../../model/measure.ts';
import type { Rule } from '../../model/quality.ts';
import { draftRule } from './draft-rule.ts';

/** A questionnaire in a table: which columns are its items, and what they can be. */
export interface MeasureForms {
  table: string;
  /** Its short name: "PRFQ". */
  measure: string;
  person: string;
  /** Months of the child's age between which it is filled in. */
  ages?: NonNullable<Measure['ages']>;
  /** Items in columns, one block a time point. */
  blocks: readonly {
    time: string;
    items: readonly FormItem[];
    date?: string;
    rater?: string;
    totals: readonly FormTotal[];
  }[];
  /** One row a form: the variable of the time point. */
  timeVariable?: string;
  /** One row an answer. */
  long?: {
    time: string;
    item: string;
    value: string;
    low: number;
    high: number;
    date?: string;
    rater?: string;
  };
}

export interface FormItem {
  variable: string;
  low: number;
  high: number;
}

/** A score that the extract brings, and the items it should follow from. */
export interface FormTotal {
  variable: string;
  of: readonly string[];
  how: 'sum' | 'mean';
  reversed: readonly string[];
  around: number;
}

/** With fewer items all alike says nothing. */
const ENOUGH_ITEMS = 8;

/** Items in their range, forms filled in, no form twice, totals that follow from the items. */
export function formRules(forms: MeasureForms, { variables }: HotTable): Rule[] {
  const { table, measure, person, blocks, long, timeVariable } = forms;
  const why = `Looks like ${measure}.`;
  const kindOf = (name: string) => variables.find((each) => each.name === name)?.kind;
  const isNumber = (name: string) => ['integer', 'decimal'].includes(kindOf(name) ?? '');
  const as = measure.toLowerCase();
  if (long) {
    const { time, item, value, low, high } = long;
    const unique = { kind: 'unique', variables: [person, time, item], anyCase: true } as const;
    const range = { kind: 'range', variables: [value], low, high, whole: true } as const;
    return [
      draftRule(table, unique, `${why} One answer a person, time point and item.`, {
        label: `Each person has one answer for each item at a time point`,
      }),
      ...(isNumber(value)
        ? [draftRule(table, range, `${why} Answers run from ${low} to ${high}.`)]
        : []),
    ];
  }
  const rules: Rule[] = [];
  const items = blocks.flatMap((block) => block.items).filter(({ variable }) => isNumber(variable));
  const byRange = Map.groupBy(items, ({ low, high }) => `${low} to ${high}`);
  for (const [words, own] of byRange) {
    const [first] = own;
    if (!first) continue;
    const { low, high } = first;
    const range = {
      kind: 'range',
      variables: own.map(({ variable }) => variable),
      low,
      high,
      whole: true,
    } as const;
    rules.push(
      draftRule(table, range, `${why} Answers run from ${words}.`, { as: `${as}.${words}` }),
    );
  }
  for (const { time, items: own, date, totals } of blocks) {
    const names = own.map(({ variable }) => variable);
    const at = time === '' ? as : `${as}.${time}`;
    if (date !== undefined && names.length > 0) {
      const when = { op: 'present', variable: date } as const;
      rules.push(
        draftRule(
          table,
          { kind: 'required', variables: names, when },
          `${why} The form has a date.`,
          { as: at },
        ),
      );
    }
    const numbers = names.filter(isNumber);
    if (numbers.length >= ENOUGH_ITEMS) {
      rules.push(draftRule(table, { kind: 'straight-line', variables: numbers }, why, { as: at }));
    }
    for (const total of totals) {
      if (!isNumber(total.variable) || !total.of.every(isNumber)) continue;
      rules.push(draftRule(table, { kind: 'equal', ...total }, `${why} A score beside its items.`));
    }
  }
  if (timeVariable !== undefined) {
    const unique = { kind: 'unique', variables: [person, timeVariable], anyCase: true } as const;
    rules.push(draftRule(table, unique, `${why} One form a person and time point.`, { as }));
  }
  return rules;
}
