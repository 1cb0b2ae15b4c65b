/** A flat OpenDocument spreadsheet written by hand: what LibreOffice makes workbooks of. */
export function flatSheet(): string {
  const style = (name: string, family: string, inner: string) =>
    `<number:${family}-style style:name="N${name}">${inner}</number:${family}-style><style:style style:name="${name}" style:family="table-cell" style:data-style-name="N${name}"/>`;
  const day = '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>';
  const styles = [
    style('date', 'date', day),
    style('stamp', 'date', `${day}<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>`),
    style('clock', 'time', '<number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>'),
    `<number:time-style style:name="Nspan" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style><style:style style:name="span" style:family="table-cell" style:data-style-name="Nspan"/>`,
    style('code', 'number', '<number:number number:min-integer-digits="5" number:decimal-places="0"/>'),
    style('share', 'percentage', '<number:number number:min-integer-digits="1" number:decimal-places="1"/><number:text>%</number:text>'),
  ].join('');
  const cell = (attributes: string, shown = '') =>
    `<table:table-cell ${attributes}>${shown && `<text:p>${shown}</text:p>`}</table:table-cell>`;
  const string = (shown: string) => cell('office:value-type="string"', shown);
  const number = (value: number, styled = '') =>
    cell(`office:value-type="float" office:value="${value}"${styled && ` table:style-name="${styled}"`}`);
  const dated = (value: string, styled: string) =>
    cell(`office:value-type="date" office:date-value="${value}" table:style-name="${styled}"`);
  const timed = (value: string, styled: string) =>
    cell(`office:value-type="time" office:time-value="${value}" table:style-name="${styled}"`);
  const row = (cells: readonly string[], attributes = '') =>
    `<table:table-row ${attributes}>${cells.join('')}</table:table-row>`;
  const heads = ['id', 'day', 'stamp', 'clock', 'span', 'code', 'share', 'said', 'flag', 'sum', 'wrong'];
  const body = Array.from({ length: 12 }, (_, i) => {
    const [two, next] = [String(i + 1).padStart(2, '0'), String(i + 11)];
    return row(
      [
        string(`HB-${two}`),
        dated(`2024-${two}-${next}`, 'date'),
        dated(`2023-${two}-01T09:${next}:00`, 'stamp'),
        timed(`PT${next}H05M00S`, 'clock'),
        timed(`PT${i * 7}H${next}M00S`, 'span'),
        number(i * 37, 'code'),
        cell(`office:value-type="percentage" office:value="${i / 8}" table:style-name="share"`),
        string(i === 3 ? 'Zoë &amp; Ann &lt;both&gt;' : i === 5 ? 'two</text:p><text:p>lines' : `so ${i}`),
        cell(`office:value-type="boolean" office:boolean-value="${i % 2 === 0}"`),
        cell(`table:formula="of:=[.F${i + 2}]*2" office:value-type="float" office:value="${i * 74}"`),
        i === 4 ? cell('table:formula="of:=1/0" office:value-type="string" office:string-value=""') : number(i / 3),
      ],
      i === 6 ? 'table:visibility="collapse"' : '',
    );
  });
  const table = (name: string, rows: string, attributes = '') =>
    `<table:table table:name="${name}" ${attributes}>${rows}</table:table>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${styles}<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${table('Referrals', row(heads.map(string)) + body.join(''))}${table('Notes', row([string('only a note')]), 'table:style-name="hidden"')}</office:spreadsheet></office:body></office:document>
`;
}
