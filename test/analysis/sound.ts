import { expect } from 'vitest';
import type { Finding } from '../../src/model/result.ts';
import { expectFinite } from './reference.ts';

/** What holds of every finding: no NaN, keys unique, a reason for every null, rows that add up. */
export function expectSound(finding: Finding, rows: number): void {
  expectFinite(finding, finding.method.name);
  expect(JSON.stringify(finding)).not.toMatch(/NaN|Infinity|undefined/);
  const keys = finding.estimates.map((estimate) => estimate.key);
  expect(new Set(keys).size, keys.join()).toBe(keys.length);
  for (const estimate of finding.estimates) {
    expect(estimate.value !== null || estimate.refused, estimate.key).toBeTruthy();
  }
  for (const table of finding.tables) {
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
  }
  const missing = finding.n.missing.reduce((total, entry) => total + entry.n, 0);
  expect(finding.n.used + missing).toBe(finding.n.total);
  expect(finding.n.total).toBe(rows);
  expect(finding.sentences.plain).not.toBe('');
  expect(finding.sentences.apa).not.toBe('');
}
