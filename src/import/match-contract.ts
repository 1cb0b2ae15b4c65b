import { byHeading, headingWords } from '../model/header-keys.ts';
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
  const saved = byHeading(contract.columns, ({ header }) => header);
  const present = byHeading(headers, (header) => header);
  const lacking = [...saved.keys()].filter((key) => !present.has(key));
  const fresh = [...present.keys()].filter((key) => !saved.has(key));
  if (lacking.length > 0 || fresh.length > 0) {
    const list = (label: string, keys: readonly string[]) =>
      keys.length === 0 ? '' : `${label}: ${keys.map(headingWords).join(', ')}. `;
    throw new Refusal(
      'columns-differ',
      `The columns are not those of the saved decisions. ${list('Missing', lacking)}${list('New', fresh)}`.trim(),
      { hint: 'Import it without the saved decisions, or ask for the extract as it was.', where },
    );
  }
  return [...present.keys()].map((key) => saved.get(key) as ColumnDecision);
}
