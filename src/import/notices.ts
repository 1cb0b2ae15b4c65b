import { formatNumber } from '../model/format.ts';
import type { ImportNotice } from '../model/receipt.ts';
import { backslashNotice } from './backslash.ts';
import type { DecidedColumn } from './column-evidence.ts';
import type { Layout } from './layout.ts';
import { lostLetters } from './lost-letters.ts';
import type { Unhashed } from './raw-file.ts';
import { sheetNotices } from './sheet-notices.ts';

/** Excel cuts a cell off here. */
const LONGEST_CELL = 32_767;

/** What was noticed about a file as a whole and is good to know; nothing of it changes how it is read. */
export function fileNotices(
  file: Unhashed,
  layout: Layout,
  columns: readonly DecidedColumn[],
): ImportNotice[] {
  return [
    ...comments(layout, file),
    ...lineEnds(file),
    ...sheetNotices(file.table, layout, columns),
    ...backslashNotice(file, columns),
    ...lostLetters(file, columns),
    ...longCells(file, columns),
    ...namesChanged(columns),
  ];
}

function comments({ titleRows, first }: Layout, { table }: Unhashed): ImportNotice[] {
  const found = titleRows.filter(({ cells }) => (cells[0] ?? '').trimStart().startsWith('#'));
  const [row] = found;
  if (!row) return [];
  const n = found.length;
  const isTop = (found.at(-1)?.number ?? 0) < (table.numbers[first] ?? 0);
  const lines = n === 1 ? '1 comment line that begins' : `${n} comment lines that begin`;
  const how = isTop
    ? `at the top ${n === 1 ? 'is' : 'are'} skipped. Choose another header row to read ${n === 1 ? 'it' : 'them'}.`
    : `${n === 1 ? 'is' : 'are'} skipped. They can be read as rows.`;
  return [{ code: 'comment-lines', text: `${lines} with # ${how}`, row: row.number }];
}

function lineEnds({ facts }: Unhashed): ImportNotice[] {
  if (!facts.lineEnd.startsWith('mixed')) return [];
  const text = `Line ends are ${facts.lineEnd}: all of them end a row. The file may be put together from others.`;
  return [{ code: 'mixed-line-ends', text }];
}

function longCells({ table }: Unhashed, columns: readonly DecidedColumn[]): ImportNotice[] {
  return columns.flatMap(({ decision, profile, tally }): ImportNotice[] => {
    if (tally.longest <= LONGEST_CELL) return [];
    const code = profile.used.find(
      (each) => (profile.values.dictionary[each] as string).length > LONGEST_CELL,
    );
    const row = code === undefined ? undefined : table.numbers[profile.firstRows[code] as number];
    const text = `The longest cell of ${decision.name} has ${formatNumber(tally.longest, 'count')} characters: it is kept whole, but Excel cuts cells off after ${formatNumber(LONGEST_CELL, 'count')}.`;
    return [{ code: 'long-cells', text, column: decision.name, ...(row !== undefined && { row }) }];
  });
}

/** Names that are not simply the heading: they were empty, stood twice, or are long question texts. */
function namesChanged(columns: readonly DecidedColumn[]): ImportNotice[] {
  return columns.flatMap(({ decision: { name, header, keep, position } }): ImportNotice[] => {
    const text = header.replace(/\s+/g, ' ').trim();
    if (!keep || name === text) return [];
    const base = { code: 'column-named', column: name };
    if (text === '')
      return [{ ...base, text: `Column ${position + 1} has no heading: it is called “${name}”.` }];
    if (name.startsWith(`${text} (`)) {
      return [
        {
          ...base,
          text: `The heading “${text}” stands more than once: this one is called “${name}”.`,
        },
      ];
    }
    if (text.length <= name.length) return [];
    return [{ ...base, text: `A long heading is called “${name}”; its whole text is the label.` }];
  });
}
