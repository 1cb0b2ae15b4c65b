/** A stretch of text with one style. */
export interface Run {
  text: string;
  italic: boolean;
  bold: boolean;
  subscript: boolean;
}

/**
 * Splits the little markup that results and reports use into runs:
 * `*italic*`, `**bold**`, `~subscript~`. A lone mark stands for itself; `\*` is a star.
 *
 * @example parseRich('*d*~av~ = 0.46') // d (italic), av (subscript), " = 0.46"
 */
export function parseRich(markup: string): Run[] {
  const runs: Run[] = [];
  const pattern = /\\([*~\\])|\*\*([^*]+)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*|~([^~\s]+)~/g;
  let at = 0;
  const push = (text: string, style: Partial<Run> = {}) => {
    if (text) runs.push({ text, italic: false, bold: false, subscript: false, ...style });
  };
  for (const match of markup.matchAll(pattern)) {
    push(markup.slice(at, match.index));
    if (match[1] !== undefined) push(match[1]);
    else if (match[2] !== undefined) push(match[2], { bold: true });
    else if (match[3] !== undefined) push(match[3], { italic: true });
    else push(match[4] ?? '', { subscript: true });
    at = match.index + match[0].length;
  }
  push(markup.slice(at));
  return runs;
}

/** The text without its markup. */
export function plainText(markup: string): string {
  return parseRich(markup)
    .map((run) => run.text)
    .join('');
}

/** Text from data, made safe to stand inside markup. */
export function escapeRich(text: string): string {
  return text.replace(/[\\*~]/g, '\\$&');
}
