import type { ResultTable } from '../../model/result.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { meanAndSd } from '../paired/change-table.ts';
import type { TimesFrame } from './times-frame.ts';

/** Everybody with a score at each time, and those with all scores. */
export function timesTable(
  { times, people }: TimesFrame,
  complete: readonly (readonly number[])[],
  label: string,
  words: string,
): ResultTable {
  const right = (key: string, header: string, format: 'text' | 'count') => ({
    key,
    header,
    align: 'right' as const,
    format,
  });
  const spread = (values: readonly number[]) =>
    meanAndSd({
      mean: values.length > 0 ? mean(values) : null,
      sd: standardDeviation(values),
      median: null,
      q1: null,
      q3: null,
    });
  return {
    id: 'times',
    title: `${label} over time`,
    columns: [
      { key: 'time', header: 'Time point', align: 'left', format: 'text' },
      right('all', 'All with a score *n*', 'count'),
      right('all-mean', 'All *M* (*SD*)', 'text'),
      right('complete', 'With all scores *n*', 'count'),
      right('mean', 'With all scores *M* (*SD*)', 'text'),
    ],
    rows: times.map((time, k) => {
      const all = people.flatMap((values) => values[k] ?? []);
      const same = complete.map((row) => row[k] ?? 0);
      return {
        cells: [
          { value: time },
          { value: all.length },
          { value: null, text: spread(all) },
          { value: same.length },
          { value: null, text: spread(same) },
        ],
      };
    }),
    notes: [
      `Tested on those with all scores: ${words}.`,
      'The means of all with a score are of different people at each time and are not compared.',
    ],
  };
}
