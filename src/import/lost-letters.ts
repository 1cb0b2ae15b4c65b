import type { ImportNotice } from '../model/receipt.ts';
import type { DecidedColumn } from './column-evidence.ts';
import type { Unhashed } from './raw-file.ts';

/** The five bytes that Windows-1252 leaves undefined come in as these control characters. */
const UNDEFINED = /[\u0081\u008d\u008f\u0090\u009d]/;
/** UTF-8 read as Windows-1252 and written as UTF-8 again: `Ã©` for é, `â€™` for ’. */
const TWICE = /Ã[\u0080-\u00bf]|â€[\u0080-\u2122]|Â[\u00a0-\u00bf]/;

/** What none of the signs can do without: most texts are done with after one look. */
const SUSPECT = /[\ufffdÃÂâ\u0081\u008d\u008f\u0090\u009d]/;

interface Sign {
  code: string;
  found: (text: string) => boolean;
  says: (cells: string) => string;
}

const SIGNS: readonly Sign[] = [
  {
    code: 'replacement-characters',
    found: (text) => text.includes('\ufffd'),
    says: (cells) =>
      `${cells} the character \ufffd, which stands for a letter that was lost before the file came here.`,
  },
  {
    code: 'encoded-twice',
    found: (text) => TWICE.test(text),
    says: (cells) =>
      `${cells} letters such as Ã© or â€™: the text was probably given another encoding before it came here. It is loaded as it stands.`,
  },
  {
    code: 'undefined-bytes',
    found: (text) => UNDEFINED.test(text),
    says: (cells) =>
      `${cells} a byte that Windows-1252 leaves undefined: it is kept as a control character. The encoding may be another one.`,
  },
];

/** Says which cells hold letters that were lost or garbled on the way here. */
export function lostLetters(
  { dialect, table }: Unhashed,
  columns: readonly DecidedColumn[],
): ImportNotice[] {
  const is1252 = dialect.kind === 'csv' && dialect.encoding === 'windows-1252';
  const seen = SIGNS.filter(({ code }) => code !== 'undefined-bytes' || is1252).map((sign) => ({
    sign,
    n: 0,
    first: Number.POSITIVE_INFINITY,
    names: new Set<string>(),
  }));
  for (const { decision, profile, tally } of columns) {
    const { judged, dates, numbers, yes, no } = tally;
    if (numbers.marks['.'].fits + dates.dates + yes + no === judged) continue;
    for (const code of profile.used) {
      const text = profile.values.dictionary[code] as string;
      if (!SUSPECT.test(text)) continue;
      for (const each of seen) {
        if (!each.sign.found(text)) continue;
        each.n += profile.counts[code] as number;
        const row = table.numbers[profile.firstRows[code] as number] ?? each.first;
        each.first = Math.min(each.first, row);
        each.names.add(decision.name);
      }
    }
  }
  return seen.flatMap(({ sign, n, first, names }): ImportNotice[] => {
    if (n === 0) return [];
    const [column] = names;
    const where = names.size === 1 ? column : `${names.size} columns`;
    const cells = `${n === 1 ? '1 cell' : `${n} cells`} of ${where} ${n === 1 ? 'holds' : 'hold'}`;
    const text = sign.says(cells);
    return [{ code: sign.code, text, row: first, ...(names.size === 1 && column && { column }) }];
  });
}
