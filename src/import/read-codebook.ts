import { basename } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import type { Codebook } from './codebook.ts';
import { type Grid, gridOf, readGridFile } from './codebook-grid.ts';
import { isRedcap, redcapVariables } from './codebook-redcap.ts';
import { isCodebookTable, tableVariables } from './codebook-table.ts';
import { isChoices, isSurvey, xlsformVariables } from './codebook-xlsform.ts';

/**
 * Reads a codebook: a REDCap data dictionary, an XLSForm, or a table of variables with their values
 * and labels on any visible sheet.
 * @throws Refusal `no-codebook` when the file is none of these, and as a file is refused for import
 */
export async function readCodebook(path: string): Promise<Codebook> {
  const file = basename(path);
  const first = await readGridFile({ file: path });
  const sheets = first.facts.sheets.filter(({ rows }) => rows > 0);
  const sheetNamed = async (name: string, isWanted: (headings: readonly string[]) => boolean) => {
    const sheet = sheets.find((each) => each.name.trim().toLowerCase() === name);
    return (
      sheet && gridOf(await readGridFile({ file: path, changes: { sheet: sheet.name } }), isWanted)
    );
  };
  const survey = await sheetNamed('survey', isSurvey);
  if (survey) {
    const choices = await sheetNamed('choices', isChoices);
    return { file, format: 'xlsform', variables: xlsformVariables(survey, choices) };
  }
  const visible = sheets.filter(({ state }) => state === 'visible').map(({ name }) => name);
  for (const sheet of sheets.length > 0 ? visible : [undefined]) {
    const read =
      sheet === undefined ? first : await readGridFile({ file: path, changes: { sheet } });
    const redcap = gridOf(read, isRedcap);
    if (redcap) return { file, format: 'redcap', variables: redcapVariables(redcap) };
    const table = gridOf(read, isCodebookTable);
    if (table && hasContent(table)) {
      return { file, format: 'table', variables: tableVariables(table) };
    }
  }
  throw new Refusal('no-codebook', 'No codebook was found in this file.', {
    hint: 'It needs a row of headings with “variable” and “value” and “label”, or be a REDCap data dictionary or an XLSForm with a survey sheet.',
    where: { file },
  });
}

function hasContent({ rows }: Grid): boolean {
  return rows.length > 0;
}
