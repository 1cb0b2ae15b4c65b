import * as v from 'valibot';
import { codeColumn, dayColumn, numberColumn } from '../columns/build.ts';
import { compareText } from '../columns/collate.ts';
import type { Column } from '../model/column.ts';
import { KIND, type Kind, type Variable } from '../model/variable.ts';
import { addVariable, held, replaceVariable } from './edit-frame.ts';
import { compileExpression } from './expression/compile.ts';
import { isAbsent, type Type, type Value } from './expression/value.ts';
import { newVariable } from './parameters.ts';
import { countPresent } from './recode.ts';
import { defineStep, share } from './step.ts';

/** More different texts than these are text, not categories. */
const MOST_CATEGORIES = 50;

/** A new variable from an expression; `replace` puts it in the place of one that is there. */
export const derive = defineStep({
  label: 'Compute a variable',
  about: 'A new variable from an expression: arithmetic, if, dates, text, ages.',
  words: ['formula', 'calculate', 'new column', 'transform'],
  schema: v.strictObject({
    ...newVariable,
    expression: v.pipe(v.string(), v.minLength(1), v.maxLength(5_000)),
    replace: v.exactOptional(v.boolean(), false),
  }),
  apply(frame, { name, label, expression, replace }, { unit }) {
    const compiled = compileExpression(expression, frame);
    const values = Array.from({ length: frame.rows }, (_, row) => compiled.at(row));
    const { kind, column, categories } = asColumn(compiled.type, values);
    const variable: Variable = {
      name,
      label,
      kind,
      level: KIND[kind].level,
      values: categories.map((value) => ({ value, label: value })),
      missing: [],
      evidence: `Computed: ${expression}`,
    };
    const filled = share(countPresent(column), frame.rows, unit);
    if (replace) {
      const before = held(frame, name);
      return {
        frame: replaceVariable(frame, before.index, variable, column),
        cellsChanged: countPresent(before.column),
        sentence: `Computed ${label} anew as ${expression}: known for ${filled}.`,
      };
    }
    return {
      frame: addVariable(frame, variable, column),
      cellsChanged: 0,
      sentence: `Added ${label}, computed as ${expression}: known for ${filled}.`,
    };
  },
});

function asColumn(
  type: Type,
  values: readonly Value[],
): { kind: Kind; column: Column; categories: readonly string[] } {
  const reasons = values.map((value) => (isAbsent(value) ? value.why : null));
  const present = <T>(read: (value: number | string | boolean) => T) =>
    values.map((value) => (isAbsent(value) ? null : read(value)));
  const none: readonly string[] = [];
  switch (type) {
    case 'number': {
      const numbers = present(Number);
      const isWhole = numbers.every((value) => value === null || Number.isSafeInteger(value));
      return {
        kind: isWhole ? 'integer' : 'decimal',
        column: numberColumn(numbers, reasons),
        categories: none,
      };
    }
    case 'yesno':
      return { kind: 'yesno', column: numberColumn(present(Number), reasons), categories: none };
    case 'date':
      return { kind: 'date', column: dayColumn(present(Number), reasons), categories: none };
    case 'text': {
      const column = codeColumn(present(String), reasons);
      const isCategory = column.dictionary.length <= MOST_CATEGORIES;
      const categories = isCategory ? [...column.dictionary].sort(compareText) : none;
      return { kind: isCategory ? 'category' : 'text', column, categories };
    }
  }
}
