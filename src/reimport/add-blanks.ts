import { blankColumn } from '../columns/blank-column.ts';
import type { ColumnDecision } from '../model/importing.ts';
import { KIND, type Variable } from '../model/variable.ts';
import type { Sheet } from './sheet.ts';

/** A sheet with the columns that its contract names and the extract does not have: blank, at the end. */
export function addBlanks<S extends Sheet>(sheet: S, missing: readonly ColumnDecision[]): S {
  if (missing.length === 0) return sheet;
  const { frame } = sheet;
  const taken = new Set(frame.variables.map(({ name }) => name.toLowerCase()));
  const blanks = missing.filter(({ name }) => !taken.has(name.toLowerCase())).map(variableOf);
  return {
    ...sheet,
    frame: {
      ...frame,
      variables: [...frame.variables, ...blanks],
      columns: [...frame.columns, ...blanks.map(({ kind }) => blankColumn(kind, frame.rows))],
    },
  };
}

function variableOf({ name, header, label, kind, values, missing }: ColumnDecision): Variable {
  return {
    name,
    label: label || header || name,
    kind,
    level: KIND[kind].level,
    values: values ?? [],
    missing,
    evidence: 'The saved decisions name it, but the extract does not have it.',
  };
}
