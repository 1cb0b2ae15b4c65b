import type { TellingCell } from '../model/importing.ts';
import type { ReadFile } from './read-file.ts';

const SHOWN = 5;
const LOOKED_AT = 20_000;
const BEYOND = /\P{ASCII}/u;

/** The first cells with letters beyond ASCII, as they were decoded: a person sees whether they are right. */
export function lettersBeyondAscii({ columns, table }: Pick<ReadFile, 'columns' | 'table'>) {
  const found: TellingCell[] = [];
  for (const { decision, profile } of columns) {
    let shown = 0;
    for (const code of profile.used.subarray(0, LOOKED_AT)) {
      const text = profile.values.dictionary[code] as string;
      if (!BEYOND.test(text)) continue;
      const row = table.numbers[profile.firstRows[code] as number] ?? 0;
      found.push({ row, column: decision.header || decision.name, text });
      shown += 1;
      if (shown === SHOWN) break;
    }
  }
  return found.sort((a, b) => a.row - b.row).slice(0, SHOWN);
}
