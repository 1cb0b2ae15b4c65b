import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { countPercentCell } from '../parts/percent.ts';
import { variables } from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { PLAIN_RULES, reachStages, STAGE_KINDS, type Stage } from '../pathway/reach-stages.ts';

export const STAGES = variables(
  'stages',
  'Stages before',
  'How far everybody came before a form was due, in order: referred, accepted, attended. Reached is a yes, a date, or a count above 0.',
  STAGE_KINDS,
  { min: 0, max: 8 },
);

/** Everybody, then the stages one after the other, and the rows that are left at the end. */
export function stagesOf(
  view: View,
  names: readonly string[],
): { stages: readonly Stage[]; rows: Uint32Array } {
  const reached = reachStages(view, names, PLAIN_RULES);
  return {
    stages: reached.map(({ label, n, lost }) => ({
      label,
      n,
      lost: lost.map(({ reason, n: of }) => ({ reason: `${label}: ${reason}`, n: of })),
    })),
    rows: reached.at(-1)?.rows ?? view.rows,
  };
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
