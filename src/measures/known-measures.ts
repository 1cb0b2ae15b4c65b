import type { Measure } from '../model/measure.ts';
import { Refusal } from '../model/refusal.ts';
import { MEASURES } from './library.ts';

/**
 * The measure with an id, in the version asked for, else its newest: the last one, the project's own
 * after the library's.
 * @throws Refusal `unknown-measure`
 */
export function measureNamed(id: string, version?: string, own: readonly Measure[] = []): Measure {
  const all = [...MEASURES, ...own];
  const found = all.findLast(
    (measure) => measure.id === id && (version === undefined || measure.version === version),
  );
  if (found !== undefined) return found;
  const wanted = version === undefined ? `“${id}”` : `“${id}” in version ${version}`;
  const known = all.map((measure) => `${measure.id} (version ${measure.version})`);
  throw new Refusal('unknown-measure', `There is no measure ${wanted}.`, {
    hint: `There are: ${known.join(', ')}.`,
    where: { option: 'measure' },
  });
}
