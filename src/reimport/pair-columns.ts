import { columnType } from '../model/column.ts';
import { byHeading } from '../model/header-keys.ts';
import type { ColumnDecision } from '../model/importing.ts';
import { KIND, type Kind } from '../model/variable.ts';
import type { ExtractColumn } from './extract-column.ts';
import { headingLikeness } from './heading-likeness.ts';

/** Which saved column stands where in the extract. */
export interface ColumnPairs {
  same: readonly { saved: ColumnDecision; now: ExtractColumn }[];
  /** Suggested: no heading says so. */
  renamed: readonly { saved: ColumnDecision; now: ExtractColumn; why: string }[];
  missing: readonly ColumnDecision[];
  fresh: readonly ExtractColumn[];
}

const ALIKE = 0.5;
const VALUES_ALIKE = 0.8;

/**
 * Pairs by heading first, then suggests which of the columns that are gone go on under another heading.
 * @param known values that a saved column is known to have had, by its name
 */
export function pairColumns(
  saved: readonly ColumnDecision[],
  extract: readonly ExtractColumn[],
  known: (name: string) => ReadonlySet<string> = () => new Set(),
): ColumnPairs {
  const savedBy = byHeading(saved, ({ header }) => header);
  const extractBy = byHeading(extract, ({ proposal }) => proposal.header);
  const same = [...extractBy].flatMap(([key, now]) => {
    const match = savedBy.get(key);
    return match ? [{ saved: match, now }] : [];
  });
  const lost = [...savedBy].filter(([key]) => !extractBy.has(key)).map(([, column]) => column);
  const fresh = [...extractBy].filter(([key]) => !savedBy.has(key)).map(([, column]) => column);
  const candidates = lost
    .flatMap((column) => fresh.map((now) => suggestion(column, now, known(column.name))))
    .filter((each) => each !== undefined)
    .sort((a, b) => b.score - a.score);
  const renamed: { saved: ColumnDecision; now: ExtractColumn; why: string }[] = [];
  const taken = new Set<unknown>();
  for (const { saved: column, now, why } of candidates) {
    if (taken.has(column) || taken.has(now)) continue;
    taken.add(column).add(now);
    renamed.push({ saved: column, now, why });
  }
  return {
    same,
    renamed,
    missing: lost.filter((column) => !taken.has(column)),
    fresh: fresh.filter((column) => !taken.has(column)),
  };
}

function suggestion(saved: ColumnDecision, now: ExtractColumn, known: ReadonlySet<string>) {
  const { proposal } = now;
  if (!kindsAgree(saved.kind, proposal.kind)) return undefined;
  const likeness = headingLikeness(saved.header, proposal.header);
  const values = new Set([...known, ...(saved.seen ?? []), ...labelled(saved)]);
  const shared =
    values.size < 2 || now.values.length < 2
      ? 0
      : now.values.filter((value) => values.has(value.trim())).length / now.values.length;
  const isAlike = likeness >= ALIKE;
  const hasValues = shared >= VALUES_ALIKE;
  if (!isAlike && !hasValues) return undefined;
  const why = [
    ...(isAlike ? ['the headings are alike'] : []),
    ...(hasValues ? ['the values are the same'] : []),
    `both are read as ${KIND[saved.kind].label.toLowerCase()}`,
  ].join(', ');
  const samePlace = saved.position === proposal.position ? 0.05 : 0;
  return { saved, now, why, score: likeness + shared + samePlace };
}

/** A category of one extract may be a text of the next; a date is never a number. */
function kindsAgree(a: Kind, b: Kind): boolean {
  const isWords = (kind: Kind) =>
    columnType(kind) === 'codes' && kind !== 'time' && kind !== 'datetime';
  return a === b || (isWords(a) && isWords(b)) || (isNumber(a) && isNumber(b));
}

function isNumber(kind: Kind): boolean {
  return kind === 'integer' || kind === 'decimal';
}

function labelled({ values = [] }: ColumnDecision): string[] {
  return values.map(({ value }) => value);
}
