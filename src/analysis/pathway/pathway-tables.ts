import { formatNumber } from '../../model/format.ts';
import type { Cell, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { percentCell } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import type { ReachedStage } from './reach-stages.ts';
import type { StageTime } from './stage-times.ts';

/** Each stage: how many, of all and of the stage before, how many lost, and how long it took. */
export function pathwayTable(
  all: number,
  stages: readonly ReachedStage[],
  times: readonly (StageTime | null)[],
  unit: string,
): ResultTable {
  const right = { align: 'right', format: 'text' } as const;
  const withTimes = times.some((time) => time !== null);
  const line = (label: string, n: number, before: number | null, time: StageTime | null) => ({
    cells: [
      { value: label },
      { value: n },
      percentCell(n, all),
      before === null ? { value: null, text: '' } : percentCell(n, before, all),
      before === null ? { value: null, text: '' } : { value: before - n },
      ...(withTimes ? [daysCell(time), { value: time?.n ?? null, text: timeCount(time) }] : []),
    ],
  });
  return {
    id: 'pathway',
    title: 'How far they came',
    columns: [
      { key: 'stage', header: 'Stage', align: 'left', format: 'text' },
      { key: 'n', header: '*n*', align: 'right', format: 'count' },
      { key: 'of-all', header: '% of all', ...right },
      { key: 'of-before', header: '% of the stage before', ...right },
      { key: 'lost', header: 'Lost before it', align: 'right', format: 'count' },
      ...(withTimes
        ? [
            { key: 'days', header: 'Days, *Mdn* [*Q*~1~, *Q*~3~]', ...right },
            { key: 'timed', header: '*n* with both dates', ...right },
          ]
        : []),
    ],
    rows: [
      line(`All ${unit}`, all, null, null),
      ...stages.map(({ label, n }, at) =>
        line(label, n, at === 0 ? all : (stages[at - 1]?.n ?? 0), times[at] ?? null),
      ),
    ],
    notes: [
      `Percentages are of all ${count(all)} ${escapeRich(unit)}, and of those who reached the stage before.`,
      ...stages.flatMap(({ label }, at) => {
        const time = times[at];
        return time ? [escapeRich(`Days to “${label}” are counted from “${time.from}”.`)] : [];
      }),
    ],
  };
}

/** Why they were lost, stage by stage. */
export function lostTable(all: number, stages: readonly ReachedStage[]): ResultTable {
  return {
    id: 'lost',
    title: 'Where and why they were lost',
    columns: [
      { key: 'reason', header: 'Reason', align: 'left', format: 'text' },
      { key: 'n', header: '*n*', align: 'right', format: 'count' },
      { key: 'of-before', header: '% of the stage before', align: 'right', format: 'text' },
    ],
    rows: stages.flatMap(({ label, n, lost }, at) => {
      const before = at === 0 ? all : (stages[at - 1]?.n ?? 0);
      return [
        {
          role: 'group' as const,
          cells: [
            { value: `Before: ${label}` },
            { value: before - n },
            percentCell(before - n, before, all),
          ],
        },
        ...lost.map(({ reason, n: of }) => ({
          cells: [{ value: reason }, { value: of }, percentCell(of, before, all)],
        })),
      ];
    }),
    notes: [],
  };
}

function daysCell(time: StageTime | null): Cell {
  if (!time?.days) return { value: null, text: time === null ? '' : '–' };
  const { median, q1, q3 } = time.days;
  const text = (days: number) => formatNumber(days, 'days');
  return { value: median, text: `${text(median)} [${text(q1)}, ${text(q3)}]` };
}

function timeCount(time: StageTime | null): string {
  return time === null ? '' : count(time.n);
}
