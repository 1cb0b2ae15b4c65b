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

/** Excel's own escape for characters that XML cannot hold: `_x000D_`. */
const ESCAPED = /_x([0-9A-F]{4})_/gi;

/** Text of a cell as a person would see it: entities, Excel's escapes, line ends. */
export function cellText(xml: string): string {
  return decodeEntities(xml.replace(/\r\n?/g, '\n')).replace(ESCAPED, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
