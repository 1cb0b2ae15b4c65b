import type { Worksheet } from 'exceljs';
import { xmlSafe } from '../../chart/xml-text.ts';
import type { RenderedReport } from '../../model/report.ts';
import { fileName, MADE_TITLE, madeSentence, usedIn } from '../made-words.ts';
import { HEADER_RULES, STYLE, writeText } from './style.ts';

/** The last sheet: the files with their full hashes, how tables were made, what every result rests on. */
export function fillMadeSheet(sheet: Worksheet, report: RenderedReport): void {
  const { made } = report;
  let row = 1;
  const line = (texts: readonly (string | number)[], font = STYLE.body, wrap = true) => {
    texts.forEach((text, i) => {
      const cell = sheet.getCell(row, i + 1);
      if (typeof text === 'number') cell.value = text;
      else cell.value = xmlSafe(text);
      cell.font = font;
      cell.alignment = { vertical: 'top', horizontal: 'left', wrapText: wrap };
    });
    row += 1;
  };
  const part = (title: string, headers: readonly string[]) => {
    row += 1;
    writeText(sheet.getCell(row, 1), title, STYLE.title);
    row += 1;
    for (let i = 1; i <= headers.length; i++) sheet.getCell(row, i).border = HEADER_RULES;
    line(headers, STYLE.bold);
  };
  line([MADE_TITLE], STYLE.title, false);
  line([madeSentence(made)], STYLE.body, false);
  part('Files read', ['File', 'Table', 'Rows', 'SHA-256', 'Bytes', 'Imported']);
  for (const file of made.files) {
    line([fileName(file), file.table, file.receipt, file.sha256, file.bytes, file.importedAt]);
  }
  part('Tables made', ['Table', 'Name', 'How', 'Rows']);
  for (const table of made.tables) {
    line([table.label, table.name, table.how.join('\n'), table.rows]);
  }
  part('Results', [
    'Result',
    'Id',
    'Cohort',
    'Method',
    'n',
    'Missing',
    'Options',
    'Used in',
    'Out of date',
  ]);
  for (const result of made.results) {
    const { title, id, cohort, method, n, missing, options, changed } = result;
    line([title, id, cohort, method, n, missing, options, usedIn(report, id), changed]);
  }
  sheet.columns = [32, 22, 60, 40, 14, 26, 40, 20, 60].map((width) => ({ width }));
  sheet.views = [{ showGridLines: false }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
}
