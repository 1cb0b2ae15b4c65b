import type { ColumnDecision, ImportDecisions } from '../model/importing.ts';
import { Refusal, type Where } from '../model/refusal.ts';

/**
 * The saved decision of each column of the file, by header text (the first with the first, when a
 * header stands twice).
 * @throws Refusal `columns-differ` when the file lacks a column or has a new one
 */
export function matchContract(
  contract: ImportDecisions,
  headers: readonly string[],
  where: Where,
): ColumnDecision[] {
  const saved = keyed(contract.columns, ({ header }) => header);
  const present = keyed(
    headers.map((header) => header),
    (header) => header,
  );
  const lacking = [...saved.keys()].filter((key) => !present.has(key));
  const fresh = [...present.keys()].filter((key) => !saved.has(key));
  if (lacking.length > 0 || fresh.length > 0) {
    const list = (label: string, keys: readonly string[]) =>
      keys.length === 0
        ? ''
        : `${label}: ${keys.map((key) => key.split('\u0000')[0] || '(no heading)').join(', ')}. `;
    throw new Refusal(
      'columns-differ',
      `The columns are not those of the saved decisions. ${list('Missing', lacking)}${list('New', fresh)}`.trim(),
      { hint: 'Import it without the saved decisions, or ask for the extract as it was.', where },
    );
  }
  return [...present.keys()].map((key) => saved.get(key) as ColumnDecision);
}

function keyed<T>(items: readonly T[], header: (item: T) => string): Map<string, T> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const text = header(item).replace(/\s+/g, ' ').trim();
      const nth = (seen.get(text) ?? 0) + 1;
      seen.set(text, nth);
      return [nth === 1 ? text : `${text}\u0000${nth}`, item];
    }),
  );
}
