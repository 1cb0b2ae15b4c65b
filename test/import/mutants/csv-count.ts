import type { CsvDialect } from '../../../src/model/importing.ts';

/**
 * Reads a text file by the rules of RFC 4180 and of docs/what-attune-does-to-your-data.md, and by
 * nothing else: slowly, a record at a time, on the whole text. It shares no code with the import, and
 * is what the import is held against.
 */
export interface CsvCount {
  records: readonly CountedRecord[];
  /** The line of a quotation mark that never closes. */
  unclosed?: number;
  /** The line of a NUL. */
  nul?: number;
}

export interface CountedRecord {
  line: number;
  /** `delimiter` is a first line such as `sep=;`. */
  is: 'row' | 'broken' | 'blank' | 'delimiter';
  cells: readonly string[];
}

/** @returns undefined when the bytes cannot be of this encoding, unless that is borne with */
export function countCsv(bytes: Buffer, dialect: CsvDialect, bear = false): CsvCount | undefined {
  const text = decoded(bytes, dialect.encoding, bear);
  if (text === undefined) return undefined;
  const nul = text.indexOf('\0');
  return {
    ...recordsOf(text, dialect),
    ...(nul >= 0 && { nul: 1 + lineEndsOf(text.slice(0, nul)) }),
  };
}

/** The whole text without its byte-order mark; strictly, but for Windows-1252, which takes any byte. */
export function decoded(
  bytes: Buffer,
  encoding: CsvDialect['encoding'],
  bear = false,
): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: !bear }).decode(bytes);
  } catch {
    return undefined;
  }
}

function recordsOf(text: string, { delimiter, quoting }: CsvDialect): CsvCount {
  const quote = quoting?.quote ?? '"';
  const isEscaped = quoting?.escape === 'backslash';
  const [slash, escaped] = isEscaped ? ['\\\\', '|\\\\[^]'] : ['', ''];
  const between = delimiter === '|' ? '\\|' : delimiter;
  const plain = new RegExp(
    `(?:[^\\r\\n${between}${slash}]${escaped}${isEscaped ? '|\\\\$' : ''})*`,
    'y',
  );
  const quoted = new RegExp(
    `${quote}((?:[^${quote}${slash}]|${quote}${quote}${escaped})*)${quote}(?!${quote}) *`,
    'y',
  );
  const doubled = `${quote}${quote}`;
  /** The value of what is written in a field; outside quotes they are not doubled. */
  const value = (written: string, isQuoted: boolean) => {
    let out = '';
    for (let i = 0; i < written.length; i++) {
      const next = written[i + 1] ?? '';
      const isSpecial =
        next !== '' && `"'\\${delimiter}\r\n`.includes(next) && (next !== "'" || quote === "'");
      if (isEscaped && written[i] === '\\') {
        out += isSpecial ? next : `\\${next}`;
        i++;
      } else {
        out += written[i];
        if (isQuoted && written.startsWith(doubled, i)) i++;
      }
    }
    return out;
  };
  const records: CountedRecord[] = [];
  let at = 0;
  let line = 1;
  const sep = /^"?sep=[,;|\t]"?(\r\n|\n|\r|$)/i.exec(text);
  if (sep) {
    records.push({ line, is: 'delimiter', cells: [sep[0].trim()] });
    at = sep[0].length;
    line = 2;
  }
  while (at < text.length) {
    const first = line;
    const cells: string[] = [];
    let isBroken = false;
    for (;;) {
      const start = at;
      const end = (pattern: RegExp) => {
        pattern.lastIndex = at;
        const match = pattern.exec(text);
        if (match) at += match[0].length;
        return match;
      };
      if (text[at] === quote) {
        const match = end(quoted);
        if (!match) return { records, unclosed: line };
        const inside = match[1] ?? '';
        if (at < text.length && !`${delimiter}\r\n`.includes(text[at] as string)) {
          if (lineEndsOf(inside) > 0) return { records, unclosed: line };
          isBroken = true;
          end(plain);
          cells.push(text.slice(start, at));
        } else {
          line += lineEndsOf(inside);
          cells.push(value(inside, true));
        }
      } else {
        end(plain);
        const written = text.slice(start, at);
        line += lineEndsOf(written);
        cells.push(value(written, false));
      }
      if (text[at] !== delimiter) break;
      at++;
    }
    if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line++;
    }
    const isBlank = !isBroken && cells.every((cell) => /^[ \t]*$/.test(cell));
    records.push({ line: first, is: isBlank ? 'blank' : isBroken ? 'broken' : 'row', cells });
  }
  return { records };
}

function lineEndsOf(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
