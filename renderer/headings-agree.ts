import { byHeading } from '../src/model/header-keys.ts';

/** Whether tables have the same headings, in words; capitals and order aside. */
export function headingsAgree(tables: readonly (readonly string[] | undefined)[]): string {
  const known = tables.flatMap((headers) => (headers === undefined ? [] : [keysOf(headers)]));
  const [first, ...others] = known;
  if (first === undefined || known.length < tables.length) return 'The rows can be put together.';
  const all = new Set(known.flatMap((keys) => [...keys]));
  const shared = [...all].filter((key) => known.every((keys) => keys.has(key)));
  if (shared.length === all.size) return `All ${known.length} have the same headings.`;
  if (others.length === 0) return '';
  return `${shared.length} of ${all.size} headings are in all ${known.length}.`;
}

function keysOf(headers: readonly string[]): Set<string> {
  return new Set(byHeading(headers, (header) => header.toLowerCase()).keys());
}
