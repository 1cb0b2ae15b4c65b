import type {
  Measure,
  ReliableChangeFigure,
  Source,
  Subscale,
  UnverifiedFigure,
} from '../model/measure.ts';
import type { ScoreFacts } from '../model/score-facts.ts';
import { CONFIDENCES } from './measure.ts';

/** Every figure that is used only when somebody accepts it. */
export function unverifiedFigures({ key, items, subscales }: Measure): UnverifiedFigure[] {
  const found: UnverifiedFigure[] = [];
  const look = (figure: string, label: string, { status, text }: Source) => {
    if (status === 'unverified') found.push({ figure, label, text });
  };
  if (items.length > 0) look('key', 'Key of the items', key);
  for (const subscale of subscales) {
    const { name, sources, cutoffs, reliableChange } = subscale;
    const parts = Object.entries(sources) as [keyof typeof sources, Source][];
    for (const [part, source] of parts) {
      look(figureOf(subscale, part), `${name}: ${PART[part]}`, source);
    }
    for (const cutoff of cutoffs) {
      const part = `cut-off ${cutoff.at}`;
      look(figureOf(subscale, part), `${name}: ${part} (${cutoff.label})`, cutoff.source);
    }
    for (const figure of reliableChange) {
      const part = `reliable change ${reliablePoints(figure)}`;
      look(figureOf(subscale, part), `${name}: ${part}`, figure.source);
    }
  }
  return found;
}

const PART = {
  items: 'items',
  range: 'range',
  direction: 'direction',
  missing: 'missing rule',
} as const;

/** Points from which on a change is reliable; from SD, reliability and confidence where none are given. */
export function reliablePoints({
  points,
  sd = 0,
  reliability = 0,
  confidence = 0.95,
}: ReliableChangeFigure): number {
  if (points !== undefined) return points;
  return (CONFIDENCES[confidence] ?? Number.NaN) * Math.SQRT2 * sd * Math.sqrt(1 - reliability);
}

/** The subscale as it may be used: what is not verified and not accepted is left out of it. */
export function usableSubscale(subscale: Subscale, accept: readonly string[]): Subscale {
  const mayUse = (part: string, { status }: Source) =>
    status !== 'unverified' || accept.includes(figureOf(subscale, part));
  const { items, missing, sources } = subscale;
  return {
    ...subscale,
    missing: mayUse('missing', sources.missing)
      ? missing
      : { minItems: items.length, prorate: false },
    cutoffs: subscale.cutoffs.filter(({ at, source }) => mayUse(`cut-off ${at}`, source)),
    reliableChange: subscale.reliableChange.filter((figure) =>
      mayUse(`reliable change ${reliablePoints(figure)}`, figure.source),
    ),
  };
}

/** What the score's variable remembers of its measure. */
export function scoreFacts(
  { id, version, short }: Measure,
  subscale: Subscale,
  accept: readonly string[],
  itemVariable: (item: number) => string,
): ScoreFacts {
  const { key, name, range, items, sources, direction } = subscale;
  const { cutoffs, reliableChange } = usableSubscale(subscale, accept);
  const isStated =
    sources.direction.status !== 'unverified' || accept.includes(figureOf(subscale, 'direction'));
  return {
    measure: id,
    version,
    short,
    subscale: key,
    name,
    range,
    direction: isStated ? direction : 'not-stated',
    cutoffs: cutoffs.map(({ label, at, side }) => ({ label, at, side })),
    reliable: reliableChange.map((figure) => ({
      points: reliablePoints(figure),
      basis: figure.source.text,
    })),
    items: items.map(itemVariable),
  };
}

function figureOf({ key }: Subscale, part: string): string {
  return `${key}:${part}`;
}
