/** An element of a drawing with the attributes of the groups around it, and its text. */
export interface DrawnElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Of text: its runs, each with its attributes. */
  runs: readonly { text: string; attributes: Readonly<Record<string, string>> }[];
}

const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
/** What groups hand on to what stands in them. */
const INHERITED = /^(fill|stroke|font|text-anchor)/;
const SILENT = new Set(['title', 'desc', 'defs']);

/** What a drawing of ours consists of, in the order it is drawn. It reads the SVG that `drawFigure` writes, no other. */
export function svgElements(svg: string): DrawnElement[] {
  const drawn: DrawnElement[] = [];
  const open: { name: string; attributes: Record<string, string> }[] = [];
  let text: { element: DrawnElement; runs: DrawnElement['runs'][number][] } | null = null;
  let silent = 0;
  for (const [, closing, name = '', written = '', empty, content] of svg.matchAll(TOKEN)) {
    const around = open.at(-1)?.attributes ?? {};
    if (content !== undefined) {
      if (silent === 0 && text !== null)
        text.runs.push({ text: plain(content), attributes: around });
      continue;
    }
    if (closing) {
      open.pop();
      if (SILENT.has(name)) silent--;
      if (name === 'text' && text !== null) {
        drawn.push({ ...text.element, runs: text.runs });
        text = null;
      }
      continue;
    }
    const own = Object.fromEntries(
      [...written.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, plain(value)]),
    );
    const inherited = Object.fromEntries(
      Object.entries(around).filter(([key]) => INHERITED.test(key)),
    );
    const attributes = { ...inherited, ...own };
    if (SILENT.has(name) && !empty) silent++;
    if (silent === 0) {
      if (name === 'text') text = { element: { name, attributes, runs: [] }, runs: [] };
      else if (!CONTAINERS.has(name)) drawn.push({ name, attributes, runs: [] });
    }
    if (!empty) open.push({ name, attributes });
  }
  return drawn;
}

const CONTAINERS = new Set(['svg', 'g', 'tspan', 'title', 'desc', 'defs']);

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
