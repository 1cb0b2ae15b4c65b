import { formatEstimate, formatNumber } from '../model/format.ts';
import type { Result } from '../model/result.ts';
import { escapeRich } from '../model/rich.ts';

const LIVE = /\{\{\s*([^:{}]+?)\s*:\s*([^{}]+?)\s*\}\}/g;

/**
 * Replaces every `{{result-id:key}}` of a text by its number. What cannot be filled (no such result, no such
 * key, or a number that could not be computed) is shown as `[?result-id:key]` and listed in `missing`.
 * @returns rich text
 */
export function fillLiveNumbers(
  text: string,
  results: ReadonlyMap<string, Result>,
): { text: string; missing: string[] } {
  const missing: string[] = [];
  const filled = text.replaceAll(LIVE, (_, id: string, key: string) => {
    const result = results.get(id);
    const number = result ? liveNumber(result, key) : null;
    if (number !== null && number !== '') return number;
    const name = `${id}:${key}`;
    missing.push(name);
    return `[?${escapeRich(name)}]`;
  });
  return { text: filled, missing };
}

function liveNumber(result: Result, key: string): string | null {
  const estimate = result.estimates.find((entry) => entry.key === key);
  if (estimate) return estimate.value === null ? null : formatEstimate(estimate);
  switch (key) {
    case 'apa':
    case 'plain':
      return result.sentences[key];
    case 'n':
      return formatNumber(result.n.used, 'count');
    case 'total':
      return formatNumber(result.n.total, 'count');
    case 'cohort':
      return escapeRich(result.cohort.sentence || result.cohort.label);
    default:
      return null;
  }
}
