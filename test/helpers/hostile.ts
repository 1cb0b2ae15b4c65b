import type { Figure } from '../../src/model/figure.ts';

/** Words of the model, not of the data. */
const FIXED = new Set(['kind', 'format', 'direction', 'along']);

/** The figure with every text replaced. */
export function hostile(figure: Figure, text: string): Figure {
  return replaced(figure, text);
}

function replaced<T>(value: T, text: string): T {
  if (typeof value === 'string') return text as T & string;
  if (Array.isArray(value)) return value.map((entry) => replaced(entry, text)) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      FIXED.has(key) ? entry : replaced(entry, text),
    ]),
  ) as T & object;
}
