import ExcelJS from 'exceljs';

/** Workbooks as exceljs writes them, counted from 1900 and from 1904. */
export async function exceljsBooks(): Promise<Record<string, Uint8Array>> {
  return { 'exceljs.xlsx': await book(false), 'exceljs-1904.xlsx': await book(true) };
}

const FORMATS: Readonly<Record<string, string>> = {
  day: 'dd/mm/yyyy',
  long: '[$-809]dd mmmm yyyy;@',
  stamp: 'yyyy-mm-dd hh:mm',
  clock: 'hh:mm',
  span: '[h]:mm',
  code: '00000',
  grouped: '000 000 0000',
  literal: '0\\d',
  days: '0.0 "days"',
  red: '#,##0.00 [Red]',
  share: '0.0%',
};

async function book(date1904: boolean): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook();
  made.properties.date1904 = date1904;
  made.created = made.modified = new Date(Date.UTC(2024, 0, 1));
  const sheet = made.addWorksheet('Data');
  const heads = [...Object.keys(FORMATS), 'rich', 'link', 'made', 'flag', 'wrong', 'text'];
  sheet.addRow(heads);
  for (let i = 0; i < 12; i++) {
    const date = new Date(Date.UTC(2024, i, 11 + i));
    const row = sheet.addRow([
      date,
      date,
      new Date(Date.UTC(2023, i, 1, 9, 5 * i)),
      (i * 2 + 0.5) / 24,
      (i * 5) / 24 + 1 / 96,
      i * 37,
      9_990_000_000 + i,
      i,
      i / 4,
      i * 1234.5,
      i / 8,
      { richText: [{ text: 'bold ', font: { bold: true } }, { text: `and ${i}` }] },
      { text: `see ${i}`, hyperlink: 'https://example.org/' },
      { formula: `H${i + 2}*2`, result: i * 2 },
      i % 2 === 0,
      i === 4 ? { error: '#N/A' } : i / 3,
      i === 7 ? ' spaced  out ' : `Zoë & <${i}>\nnext`,
    ]);
    heads.forEach((name, at) => {
      const format = FORMATS[name];
      if (format) row.getCell(at + 1).numFmt = format;
    });
    if (i === 6) row.hidden = true;
  }
  sheet.mergeCells('Q5:Q6');
  made.addWorksheet('Hidden', { state: 'hidden' }).addRow(['nothing', 'here']);
  return new Uint8Array((await made.xlsx.writeBuffer()) as ArrayBuffer);
}
