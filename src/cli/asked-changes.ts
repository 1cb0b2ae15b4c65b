import type { CsvDialect, DecisionChanges, Encoding } from '../model/importing.ts';
import { type Arguments, textOption, UsageError } from './command.ts';

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
};
const DELIMITERS: Readonly<Record<string, CsvDialect['delimiter']>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};
const QUOTES = { double: '"', single: "'" } as const;
const COMMENTS = { skip: 'skip', read: 'read' } as const;
const ESCAPES = { doubled: 'doubled', backslash: 'backslash' } as const;

/** The options by which a person says how a file is written. */
export const CHANGE_OPTIONS = {
  sheet: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  quote: { type: 'string' },
  escape: { type: 'string' },
  comments: { type: 'string' },
  header: { type: 'string' },
  footer: { type: 'string' },
} as const;

/**
 * What these options change of what is proposed.
 * @throws UsageError
 */
export function askedChanges(args: Arguments): DecisionChanges | undefined {
  const sheet = textOption(args, 'sheet');
  const encoding = oneOf(args, 'encoding', ENCODINGS);
  const delimiter = oneOf(args, 'delimiter', DELIMITERS);
  const quote = oneOf(args, 'quote', QUOTES);
  const inside = oneOf(args, 'escape', ESCAPES);
  const comments = oneOf(args, 'comments', COMMENTS);
  const header = askedHeader(textOption(args, 'header'));
  const footer = askedNumber(args, 'footer');
  const changes: DecisionChanges = {
    ...(sheet !== undefined && { sheet }),
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...((quote || inside) && { quoting: { quote: quote ?? '"', escape: inside ?? 'doubled' } }),
    ...(comments && { comments }),
    ...(header && { header }),
    ...(footer !== undefined && { footer }),
  };
  return Object.keys(changes).length === 0 ? undefined : changes;
}

function oneOf<T>(
  args: Arguments,
  name: string,
  known: Readonly<Record<string, T>>,
): T | undefined {
  const asked = textOption(args, name);
  if (asked === undefined) return undefined;
  if (Object.hasOwn(known, asked)) return known[asked];
  throw new UsageError(`--${name} is one of ${Object.keys(known).join(', ')}.`);
}

/** `3`, `3-4` for a header of two rows, or `none`. */
function askedHeader(asked: string | undefined): DecisionChanges['header'] {
  if (asked === undefined) return undefined;
  if (asked === 'none') return { row: 0, rows: 0 };
  const match = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/.exec(asked);
  const row = Number(match?.[1]);
  const rows = Number(match?.[2] ?? row) - row + 1;
  if (rows >= 1 && rows <= 3) return { row, rows };
  throw new UsageError('--header is a row (3), up to three rows (3-4), or none.');
}

function askedNumber(args: Arguments, name: string): number | undefined {
  const asked = textOption(args, name);
  if (asked === undefined) return undefined;
  if (/^\d{1,6}$/.test(asked)) return Number(asked);
  throw new UsageError(`--${name} is a number of rows.`);
}
