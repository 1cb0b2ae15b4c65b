import { type IRunOptions, TextRun } from 'docx';
import { xmlSafe } from '../../chart/xml-text.ts';
import { parseRich } from '../../model/rich.ts';

/** The runs of a rich text: italic statistics, bold, subscripts. */
export function richRuns(markup: string, base: IRunOptions = {}): TextRun[] {
  return parseRich(markup).map(
    ({ text, italic, bold, subscript }) =>
      new TextRun({
        ...base,
        text: xmlSafe(text),
        ...(italic ? { italics: true } : {}),
        ...(bold ? { bold: true } : {}),
        ...(subscript ? { subScript: true } : {}),
      }),
  );
}

/** A run of text from data: no markup is read in it. */
export function plainRun(text: string, base: IRunOptions = {}): TextRun {
  return new TextRun({ ...base, text: xmlSafe(text) });
}
