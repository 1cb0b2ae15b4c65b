import type { ChartNumbers, ChartReading } from './board.ts';
import { groupBox } from './group-box.ts';
import { groupMoments, pairMoments } from './group-moments.ts';

/** Numbers of a group of means: what `groupMoments` is told. */
export const MOMENT_SUMS = 5;

/** What a chart says, from numbers of some rows that can be added up, as its reading has them. */
export function readNumbers(reading: ChartReading, sums: readonly number[]): ChartNumbers {
  switch (reading.show) {
    case 'counts':
    case 'heat-map':
      return { show: reading.show, counts: [...sums] };
    case 'means': {
      const { steps, split } = reading;
      const groups = Array.from({ length: sums.length / MOMENT_SUMS }, (_, at) =>
        groupMoments(steps, split, sums.slice(at * MOMENT_SUMS, (at + 1) * MOMENT_SUMS)),
      );
      return { show: 'means', groups };
    }
    case 'boxes': {
      const { values, groups } = reading;
      const boxes = Array.from({ length: groups }, (_, at) =>
        groupBox(sums, at * values.length, values.length, (nth) => values[nth] as number),
      );
      return { show: 'boxes', groups: boxes };
    }
    case 'pairs':
      return { show: 'pairs', pairs: pairMoments(reading.before, reading.after, sums) };
  }
}
