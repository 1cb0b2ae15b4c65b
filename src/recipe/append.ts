import * as v from 'valibot';
import { blankColumn } from '../columns/blank-column.ts';
import { joinColumns } from '../columns/join-columns.ts';
import { toCodes } from '../columns/to-codes.ts';
import { type Column, columnType } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import { Refusal } from '../model/refusal.ts';
import { KIND, type Variable } from '../model/variable.ts';
import { addVariable, newCategory } from './edit-frame.ts';
import { name, newVariable } from './parameters.ts';
import { categoryColumn } from './recode.ts';
import { defineStep } from './step.ts';

/**
 * The rows of another table under those of this one, variables matched by name. What only one side has is
 * missing on the other. `mark` adds a variable that says from which table a row is.
 */
export const append = defineStep({
  label: 'Append a table',
  about: 'Puts the rows of another table under those of this one.',
  words: ['stack', 'add rows', 'union'],
  schema: v.strictObject({ table: name, mark: v.exactOptional(v.strictObject(newVariable)) }),
  apply(frame, { table, mark }, { unit, source, table: tableNamed }) {
    const other = tableNamed(table);
    const key = ({ name: own }: Variable) => own.toLowerCase();
    const theirs = new Map(other.variables.map((variable, at) => [key(variable), at]));
    const ours = new Set(frame.variables.map(key));
    const extra = other.variables.filter((variable) => !ours.has(key(variable)));
    const columns = frame.variables.map((variable, at): Column => {
      const place = theirs.get(key(variable));
      const above = frame.columns[at] as Column;
      if (place === undefined) return joinColumns(above, missingHere(variable, other.rows, table));
      const below = other.variables[place] as Variable;
      refuseOtherKind(variable, below, table);
      const column = other.columns[place] as Column;
      return joinColumns(above, above.type === 'codes' ? toCodes(column) : column);
    });
    const added = extra.map((variable) =>
      joinColumns(
        missingHere(variable, frame.rows, source),
        other.columns[theirs.get(key(variable)) ?? 0] as Column,
      ),
    );
    const origin = new Uint32Array(frame.rows + other.rows);
    origin.set(frame.origin);
    origin.set(other.origin, frame.rows);
    const stacked = {
      rows: origin.length,
      variables: [
        ...frame.variables.map((variable) =>
          withValues(variable, other.variables[theirs.get(key(variable)) ?? -1]),
        ),
        ...extra,
      ],
      columns: [...columns, ...added],
      origin,
    };
    const n = (count: number) => formatNumber(count, 'count');
    const lacking = frame.variables.filter((variable) => !theirs.has(key(variable))).length;
    const differ = [
      ...(lacking > 0 ? [`${lacking} variables are missing in them`] : []),
      ...(extra.length > 0 ? [`${extra.length} variables are new`] : []),
    ];
    const sources = [source, table];
    return {
      frame: mark
        ? addVariable(
            stacked,
            newCategory(mark, sources, 'nominal', 'The table that a row is from.'),
            categoryColumn(stacked.rows, sources, (row) => (row < frame.rows ? 0 : 1)),
          )
        : stacked,
      cellsChanged: 0,
      sentence: `Appended ${n(other.rows)} rows of ${table} to ${n(frame.rows)} ${unit}${differ.length > 0 ? `; ${differ.join(', ')}` : ''}.`,
    };
  },
});

function missingHere({ kind }: Variable, rows: number, table: string): Column {
  return {
    ...blankColumn(kind, rows),
    missing: new Uint8Array(rows).fill(1),
    reasons: [`not in ${table}`],
  };
}

function withValues(variable: Variable, other: Variable | undefined): Variable {
  if (!other || variable.values.length === 0) return variable;
  const known = new Set(variable.values.map(({ value }) => value));
  return {
    ...variable,
    values: [...variable.values, ...other.values.filter(({ value }) => !known.has(value))],
  };
}

/** Among words anything can be written; numbers and dates stand under their like. */
function refuseOtherKind(own: Variable, other: Variable, table: string): void {
  if (columnType(own.kind) === 'codes' || columnType(own.kind) === columnType(other.kind)) return;
  throw new Refusal(
    'kind-differs',
    `${own.label} is ${KIND[own.kind].label.toLowerCase()} here and ${KIND[other.kind].label.toLowerCase()} in ${table}.`,
    { hint: 'Make them the same kind first.', where: { table, column: other.name } },
  );
}
