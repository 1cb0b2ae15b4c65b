import type { SourcePath } from './source-file.ts';
import { decodeEntities } from './xml-entities.ts';
import { type XmlReader, XmlScanner } from './xml-scanner.ts';
import type { ZipParts } from './zip-file.ts';

/**
 * Reads one part of a workbook through a reader.
 * @throws Refusal `damaged-zip`, `damaged-workbook`, `hostile-file`
 */
export async function readXml(
  source: SourcePath,
  zip: ZipParts,
  part: string,
  reader: XmlReader,
): Promise<void> {
  const scanner = new XmlScanner(reader, part, source.name);
  for await (const block of zip.read(part)) scanner.write(block);
  scanner.finish();
}

/** A reader that only looks at the attributes of elements as they open. */
export function attributeReader(
  ...handlers: readonly (readonly [tag: string, look: (xml: XmlScanner) => void])[]
): XmlReader {
  return {
    tags: handlers.map(([tag]) => tag),
    open: (tag, xml) => handlers[tag]?.[1](xml),
    close() {},
    text() {},
  };
}

/**
 * Excel's own escape for characters that XML cannot hold, `_x000D_`: two of them for a pair of
 * surrogates. Half a pair and NUL, which no text has, stay as they are written.
 */
const ESCAPED = /_x(d[89ab][0-9a-f]{2})__x(d[c-f][0-9a-f]{2})_|_x(?!0000|d[89a-f])([0-9a-f]{4})_/gi;

/** Text of a cell as a person would see it: entities, Excel's escapes, line ends. */
export function cellText(xml: string, literal: boolean): string {
  const lines = xml.replace(/\r\n?/g, '\n');
  return (literal ? lines : decodeEntities(lines)).replace(ESCAPED, (_, high, low, one) =>
    one === undefined
      ? String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16))
      : String.fromCharCode(Number.parseInt(one, 16)),
  );
}
