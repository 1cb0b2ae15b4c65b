/** An element of a well-formed XML document: local name, attributes by local name, children in order. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

const TOKEN =
  /<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?=]+)((?:\s+[^\s<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/sy;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** As docs/what-attune-does-to-your-data.md has it. */
const MOST_ATTRIBUTES = 64;

/** The root of a document, read slowly and strictly; a text says why it is not well-formed. */
export function xmlTree(bytes: Buffer): XmlElement | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'not UTF-8';
  }
  if (text.includes('\0')) return 'a NUL byte';
  const top: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [{ element: top, qualified: '' }];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) return `no markup: ${text.slice(at, at + 40)}`;
    const [, literal, closed, opened, attributes = '', isEmpty, plain] = match;
    const parent = open.at(-1);
    if (!parent) return 'more ends than beginnings';
    if (literal !== undefined) parent.element.children.push(literal);
    else if (plain !== undefined) parent.element.children.push(resolved(plain));
    else if (closed !== undefined) {
      if (parent.qualified !== closed) return `</${closed}> ends <${parent.qualified}>`;
      open.pop();
    } else if (opened !== undefined) {
      const element = elementOf(opened, attributes);
      if (!element) return `too many attributes, or one twice, in <${opened}`;
      parent.element.children.push(element);
      if (isEmpty === '') open.push({ element, qualified: opened });
    }
  }
  if (open.length !== 1) return 'it ends too early';
  const roots = top.children.filter((child) => typeof child !== 'string');
  const texts = top.children.filter((child) => typeof child === 'string');
  if (roots.length !== 1 || texts.some((each) => each.trim() !== '')) return 'not one root';
  return roots[0] as XmlElement;
}

function elementOf(qualified: string, attributes: string): XmlElement | undefined {
  const found = new Map<string, string>();
  const names = new Set<string>();
  for (const [, name = '', double, single] of attributes.matchAll(
    /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (names.has(name)) return undefined;
    names.add(name);
    if (names.size > MOST_ATTRIBUTES) return undefined;
    const local = localName(name);
    if (!found.has(local)) found.set(local, resolved(double ?? single ?? ''));
  }
  return { name: localName(qualified), attributes: found, children: [] };
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

function resolved(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(
      /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
      (whole, name, ten, hex) => {
        if (name) return NAMED[name] ?? whole;
        const point = ten ? Number(ten) : Number.parseInt(hex, 16);
        const isLetter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
        return isLetter ? String.fromCodePoint(point) : whole;
      },
    );
}
