import type { Column } from './column.ts';
import { Refusal } from './refusal.ts';
import type { Variable } from './variable.ts';

/** A table in memory: variables and their columns, side by side. Frames are never changed in place. */
export interface Frame {
  rows: number;
  variables: readonly Variable[];
  /** `columns[i]` belongs to `variables[i]`. */
  columns: readonly Column[];
  /** For each row, the 1-based row it came from in its source (file row, or row of the parent table). */
  origin: Uint32Array;
}

export function variableIndex(frame: Pick<Frame, 'variables'>, name: string): number {
  const index = frame.variables.findIndex((variable) => variable.name === name);
  if (index < 0) {
    throw new Refusal('unknown-variable', `There is no variable called “${name}”.`, {
      hint: `The table has: ${frame.variables.map((v) => v.name).join(', ')}.`,
      where: { column: name },
    });
  }
  return index;
}

export function variableNamed(frame: Pick<Frame, 'variables'>, name: string): Variable {
  return frame.variables[variableIndex(frame, name)] as Variable;
}

export function columnNamed(frame: Frame, name: string): Column {
  return frame.columns[variableIndex(frame, name)] as Column;
}
