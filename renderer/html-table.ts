const TOKEN = /<(\/?)([a-z]+)\b([^>]*)>|<[^>]*>|[^<]+/gi;
const ENTITY: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The cells of the first table in a piece of HTML, as text; a cell over several columns is followed by
 * empty ones. Read as text, so that nothing of what was copied can run.
 */
export function htmlTable(html: string): string[][] {
  const start = html.search(/<table\b/i);
  const rows: string[][] = [];
  if (start < 0) return rows;
  let cell: { text: string; span: number } | null = null;
  const close = () => {
    if (cell === null) return;
    const empty = Array<string>(cell.span - 1).fill('');
    rows.at(-1)?.push(cell.text.trim(), ...empty);
    cell = null;
  };
  const body = html.slice(start).replace(/<!--.*?-->/gs, '');
  for (const [token, end, tag, attributes] of body.matchAll(TOKEN)) {
    const name = tag?.toLowerCase();
    if (name === undefined) {
      if (cell !== null && !token.startsWith('<')) cell.text += words(token);
    } else if (name === 'table' && end) {
      break;
    } else if (name === 'tr') {
      close();
      if (!end) rows.push([]);
    } else if (name === 'td' || name === 'th') {
      close();
      if (!end) cell = { text: '', span: spanOf(attributes ?? '') };
    } else if (name === 'br' && cell !== null) {
      cell.text += '\n';
    }
  }
  close();
  return rows.filter((row) => row.length > 0);
}

function spanOf(attributes: string): number {
  const span = Number(/colspan\s*=\s*["']?(\d+)/i.exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(span, 1), 1_000);
}

/** Text between tags: white space is one space, and entities are the letters they stand for. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITY[name.toLowerCase()] ?? whole;
    const hex = name[1]?.toLowerCase() === 'x';
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
