import * as v from 'valibot';
import { Refusal } from '../model/refusal.ts';
import loaf from './library/loaf.json' with { type: 'json' };
import morsSf from './library/mors-sf.json' with { type: 'json' };
import prfq from './library/prfq.json' with { type: 'json' };
import { type Measure, measureSchema } from './measure.ts';

/** The instruments that come with Attune, each checked against the schema when it is loaded. */
export const MEASURES: readonly Measure[] = [prfq, morsSf, loaf].map((entry) =>
  v.parse(measureSchema, entry),
);

/**
 * The measure with an id, in the version asked for, else its newest.
 * @throws Refusal `unknown-measure`
 */
export function measureNamed(id: string, version?: string): Measure {
  const found = MEASURES.findLast(
    (measure) => measure.id === id && (version === undefined || measure.version === version),
  );
  if (found !== undefined) return found;
  const known = MEASURES.map((measure) => `${measure.id} (version ${measure.version})`);
  const wanted = version === undefined ? `“${id}”` : `“${id}” in version ${version}`;
  throw new Refusal('unknown-measure', `There is no measure ${wanted} in the library.`, {
    hint: `The library has: ${known.join(', ')}.`,
    where: { option: 'measure' },
  });
}
