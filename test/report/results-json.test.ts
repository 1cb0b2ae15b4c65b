import { expect, test } from 'vitest';
import { resultsJson } from '../../src/report/results-json.ts';
import { makePage, makeResult, makeTable } from '../helpers/result.ts';

test('every record as it is, keys in one order whatever order they came in', () => {
  const result = makeResult({ tables: [makeTable()], options: { b: 1, a: ['x'] } });
  const shuffled = { ...Object.fromEntries(Object.entries(result).reverse()), ...result };
  const json = resultsJson([result], makePage());
  expect(resultsJson([shuffled], makePage())).toBe(json);
  const parsed: unknown = JSON.parse(json);
  expect(parsed).toEqual({ format: 'attune-results/1', made: makePage(), results: [result] });
  expect(json).toMatch(/"options": \{\s+"a"/);
  expect(json.endsWith('}\n')).toBe(true);
});
