import type { Absent } from '../value.ts';
import type { FunctionRecord } from './function-record.ts';

/** What is asked of areas. */
export const AREA_FUNCTIONS: Readonly<Record<string, FunctionRecord>> = {
  imd_group: {
    usage: 'imd_group(decile, "quintile")',
    about:
      'group of an IMD decile (1 = most deprived): "quintile", or "most deprived 20", "most deprived 30" (deciles 1–2, 1–3) against the rest; missing outside 1 to 10',
    takes: ['number', 'text'],
    optional: 1,
    gives: 'text',
    run: (decile, scheme = 'quintile') => imdGroup(Number(decile), String(scheme)),
  },
};

const QUINTILES = ['1 Most deprived', '2', '3', '4', '5 Least deprived'];

function imdGroup(decile: number, scheme: string): string | Absent {
  if (!Number.isInteger(decile) || decile < 1 || decile > 10) return { why: 'not a decile' };
  if (scheme === 'quintile') return QUINTILES[Math.ceil(decile / 2) - 1] ?? '';
  const share = scheme === 'most deprived 20' ? 2 : scheme === 'most deprived 30' ? 3 : 0;
  if (share === 0) return { why: `no such grouping: ${scheme}` };
  return decile <= share ? `Deciles 1 to ${share} (most deprived)` : `Deciles ${share + 1} to 10`;
}
