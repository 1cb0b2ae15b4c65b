const NAME = '[A-Za-z_][\\w.:-]*';
const MARKUP = new RegExp(
  `<\\?[^?]*\\?>|<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)`,
  'y',
);
const BAD_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
const BAD_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The element names of an XML document in order; throws where it is not well-formed. */
export function elementsOf(xml: string): string[] {
  if (BAD_CHARACTER.test(xml)) throw new Error('a character that XML forbids');
  if (BAD_AMPERSAND.test(xml)) throw new Error('a bare ampersand');
  const names: string[] = [];
  const open: string[] = [];
  MARKUP.lastIndex = 0;
  while (MARKUP.lastIndex < xml.length) {
    const at = MARKUP.lastIndex;
    const match = MARKUP.exec(xml);
    if (!match) throw new Error(`not XML: ${xml.slice(at, at + 60)}`);
    const [, closing, name, attributes = '', empty] = match;
    if (name === undefined) continue;
    const keys = [...attributes.matchAll(/([\w.:-]+)="/g)].map((entry) => entry[1]);
    if (new Set(keys).size !== keys.length) throw new Error(`an attribute twice in <${name}>`);
    if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      names.push(name);
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is never closed`);
  return names;
}
