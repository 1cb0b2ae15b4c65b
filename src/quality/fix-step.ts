import type { HotTable } from '../columns/hot/hot-table.ts';
import { codeValue } from '../columns/hot/hot-value.ts';
import type { RuleTest } from '../model/quality.ts';
import type { Step } from '../model/table.ts';
import { classify } from './code-list.ts';
import { codeListNamed } from './code-lists.ts';
import { countCodes } from './column-rows.ts';
import { DEFAULT_DATES } from './kinds/default-date.ts';
import { missingCodeReason } from './missing-codes.ts';
import { otherSpellings, type SpeltValue } from './spelling.ts';

/**
 * The cleaning step that puts right what a rule complains of, filled in as far as it is plain; undefined
 * where only somebody who knows can say what is right.
 */
export function fixStep(test: RuleTest, table: HotTable): Step | undefined {
  switch (test.kind) {
    case 'spelling':
      return fixSpelling(test.variable, valuesIn(table, test.variable));
    case 'in-list':
      return fixValues(test.variable, valuesIn(table, test.variable), (text) =>
        test.values.includes(text)
          ? text
          : test.values.find((each) => folded(each) === folded(text)),
      );
    case 'code-list': {
      const list = codeListNamed(test.list);
      return fixValues(test.variable, valuesIn(table, test.variable), (text) => {
        const { code, class: found, note } = classify(list, text);
        const isAsItIs =
          found !== 'invalid' &&
          (note === '' || (test.local === 'allowed' && note.endsWith('local character')));
        return isAsItIs ? text : code?.code;
      });
    }
    case 'range': {
      const { variables, low, high } = test;
      if (low === undefined || high === undefined) return undefined;
      return {
        op: 'set-missing',
        variables: [...variables],
        outside: { low, high },
        reason: 'out of range',
      };
    }
    case 'default-date': {
      const found = new Set(
        test.variables.flatMap((name) => valuesIn(table, name).map(({ text }) => text)),
      );
      const values = DEFAULT_DATES.filter((each) => found.has(each));
      if (values.length === 0) return undefined;
      return {
        op: 'set-missing',
        variables: [...test.variables],
        values,
        reason: 'default date',
      };
    }
    case 'missing-code': {
      const { variable, values } = test;
      const [first = ''] = values;
      const reason = missingCodeReason(table.column(variable).variable, first);
      return { op: 'set-missing', variables: [variable], values: [...values], reason };
    }
    case 'no-repeats':
      return { op: 'remove-duplicates' };
    case 'unique':
      return { op: 'remove-duplicates', by: [...test.variables], keep: 'fullest' };
    case 'identifiers':
      return {
        op: 'redact',
        variables: [test.variable],
        forms: ['email', 'phone', 'nhs-number', 'postcode', 'date'],
      };
    default:
      return undefined;
  }
}

const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

function valuesIn(table: HotTable, variable: string): SpeltValue[] {
  const column = table.column(variable);
  const counts = countCodes(column, table.rows);
  const found: SpeltValue[] = [];
  for (let code = column.floor; code < column.size; code++) {
    const n = counts[code] as number;
    if (n > 0) found.push({ text: String(codeValue(column, code)), n });
  }
  return found;
}

function fixSpelling(variable: string, values: readonly SpeltValue[]): Step | undefined {
  return stepFor(variable, values, otherSpellings(values));
}

/** A value that is right gives itself, one that is meant for another gives that. */
function fixValues(
  variable: string,
  values: readonly SpeltValue[],
  rightFor: (text: string) => string | undefined,
): Step | undefined {
  const meant = new Map<string, string>();
  const lost: string[] = [];
  for (const { text } of values) {
    const right = rightFor(text);
    if (right === undefined) lost.push(text);
    else if (right !== text) meant.set(text, right);
  }
  return meant.size === 0 && lost.length > 0
    ? { op: 'set-missing', variables: [variable], values: lost, reason: 'not in the list' }
    : stepFor(variable, values, meant);
}

/** Tidying where that alone does it, else each value to the one that is meant. */
function stepFor(
  variable: string,
  values: readonly SpeltValue[],
  meant: ReadonlyMap<string, string>,
): Step | undefined {
  if (meant.size === 0) return undefined;
  const tidied = (text: string) => text.trim().replace(/\s+/g, ' ');
  const right = values.filter(({ text }) => !meant.has(text));
  if ([...meant].every(([from, to]) => tidied(from) === to)) return { op: 'tidy-text', variable };
  for (const [letters, set] of CASES) {
    const does = (text: string) => set(tidied(text));
    const isSafe = right.every(({ text }) => does(text) === text);
    if (isSafe && [...meant].every(([from, to]) => does(from) === to)) {
      return { op: 'tidy-text', variable, case: letters };
    }
  }
  return { op: 'map-values', variable, map: Object.fromEntries(meant) };
}

const CASES = [
  ['upper', (text: string) => text.toUpperCase()],
  ['lower', (text: string) => text.toLowerCase()],
] as const;
