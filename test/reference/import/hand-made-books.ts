import { type BookParts, bookParts, zipOf } from '../../import/fixtures.ts';

const STRINGS =
  '<si><t>Ann</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">rich </t></r><r><t>text</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve"> kept </t></si><si><t>R&amp;D &lt;x&gt;</t></si>';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>';

/** Workbooks whose XML is written by hand: forms that common writers rarely use. */
export function handMadeBooks(): Record<string, Uint8Array> {
  const rows = Array.from({ length: 10 }, (_, i) => {
    const r = i + 2;
    return `<row r="${r}"><c r="A${r}" t="s"><v>${i % 5}</v></c><c r="B${r}" s="1"><v>${45_000 + i * 40}</v></c><c r="C${r}" s="2"><v>${0.25 + i}</v></c><c r="D${r}" t="inlineStr"><is><r><t>in</t></r><r><t>line ${i}</t></r></is></c><c r="E${r}" t="str"><f>"made "&amp;${i}</f><v>made ${i}</v></c><c r="F${r}" t="b"><v>${i % 2}</v></c><c r="G${r}" t="e"><v>#DIV/0!</v></c><c r="I${r}" s="3"><v>${i * 1e-7}</v></c></row>`;
  });
  const head = `<row r="1">${['who', 'day', 'span', 'in', 'made', 'flag', 'wrong', 'gap', 'small'].map((name, i) => `<c r="${'ABCDEFGHI'[i]}1" t="inlineStr"><is><t>${name}</t></is></c>`).join('')}</row>`;
  const plain: BookParts = {
    rows: head + rows.join(''),
    strings: STRINGS,
    formats: [14, '[hh]:mm:ss', '0.00E+00'],
    parts: { '[Content_Types].xml': TYPES },
  };
  const parts = bookParts(plain);
  const unnumbered = (parts['xl/worksheets/sheet1.xml'] ?? '').replaceAll(/ r="\d+"/g, '');
  return {
    'hand-made.xlsx': zipOf(parts),
    'hand-made-prefixed.xlsx': zipOf(prefixed(parts)),
    'hand-made-unnumbered.xlsx': zipOf({ ...parts, 'xl/worksheets/sheet1.xml': unnumbered }),
    'hand-made-strict.xlsx': zipOf(strict(parts)),
  };
}

function prefixed(parts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      name.startsWith('xl/') && !name.includes('_rels')
        ? xml.replaceAll(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
        : xml,
    ]),
  );
}

/** The strict dialect: other namespaces, dates in ISO 8601. */
function strict(parts: Record<string, string>): Record<string, string> {
  const all = Object.entries(parts).map(([name, xml]): [string, string] => [
    name,
    xml
      .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships')
      .replaceAll(/(<c r="B\d+" s="1")><v>(\d+)<\/v>/g, (_, tag, serial) => {
        const day = new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000);
        return `${tag} t="d"><v>${day.toISOString().slice(0, 10)}</v>`;
      }),
  ]);
  return Object.fromEntries(all);
}
