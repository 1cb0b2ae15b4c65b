import { type Column, missingReason, type Value, valueAt } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import type { MissingCount, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Kind, Variable } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';
import { countPercentCell } from '../parts/percent.ts';
import { variables } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';

const KINDS: readonly Kind[] = ['yesno', 'category', 'date', 'integer'];

export const STAGES = variables(
  'stages',
  'Stages before',
  'How far everybody came before a form was due, in order: referred, accepted, attended. Reached is a yes, a date, or a count above 0.',
  KINDS,
  { min: 0, max: 8 },
);

/** How many came as far as this, and why the others of the stage before did not. */
export interface Stage {
  label: string;
  n: number;
  lost: readonly MissingCount[];
}

/** Everybody, then the stages one after the other, and the rows that are left at the end. */
export function stagesOf(
  view: View,
  names: readonly string[],
): { stages: readonly Stage[]; rows: Uint32Array } {
  let { rows } = view;
  const stages = names.map((name): Stage => {
    const variable = variableNamed(view.frame, name);
    const column = columnNamed(view.frame, name);
    const lost = new Map<string, number>();
    const came = rows.filter((row) => {
      const reason = lostAt(variable, column, row);
      if (reason !== null) lost.set(reason, (lost.get(reason) ?? 0) + 1);
      return reason === null;
    });
    rows = came;
    return {
      label: variable.label,
      n: came.length,
      lost: [...lost].map(([reason, n]) => ({ reason: `${variable.label}: ${reason}`, n })),
    };
  });
  return { stages, rows };
}

/** Why a row does not reach a stage; null when it does. */
function lostAt({ kind, values }: Variable, column: Column, row: number): string | null {
  const value = valueAt(column, row);
  if (value === null) return missingReason(column, row) ?? 'missing';
  if (isReached(kind, value)) return null;
  const written = values.find((entry) => entry.value === String(value))?.label ?? String(value);
  return kind === 'yesno' ? 'no' : written;
}

function isReached(kind: Kind, value: NonNullable<Value>): boolean {
  if (kind === 'date') return true;
  if (kind === 'category') return String(value).trim().toLowerCase() === 'yes';
  return Number(value) > 0;
}

/** Each stage with the share of everybody, and who was lost on the way to it. */
export function stagesTable(
  all: number,
  stages: readonly Stage[],
  further: readonly Stage[],
  unit: string,
): ResultTable {
  return {
    id: 'stages',
    title: 'From referral to paired',
    columns: [
      { key: 'stage', header: 'Stage', align: 'left', format: 'text' },
      { key: 'n', header: '*n* (%)', align: 'right', format: 'text' },
      { key: 'lost', header: 'Lost before it', align: 'left', format: 'text' },
    ],
    rows: [{ label: 'All', n: all, lost: [] }, ...stages, ...further].map(({ label, n, lost }) => ({
      cells: [
        { value: label },
        countPercentCell(n, all),
        { value: lost.map(({ reason, n: of }) => `${count(of)} ${reason}`).join('; ') },
      ],
    })),
    notes: [`Percentages are of all ${count(all)} ${escapeRich(unit)}.`],
  };
}
