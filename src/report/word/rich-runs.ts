import { type IRunOptions, TextRun } from 'docx';
import { xmlSafe } from '../../chart/xml-text.ts';
import { parseRich } from '../../model/rich.ts';

/** The runs of a rich text: italic statistics, bold, subscripts. A statistic and its value keep together. */
export function richRuns(markup: string, base: IRunOptions = {}): TextRun[] {
  const together = markup.replaceAll(/([*~)]) ([=<]) (?=[−\d.])/g, '$1\u00a0$2\u00a0');
  return parseRich(together).map(
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
