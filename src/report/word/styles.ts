import { type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import { FONT, INK } from './page.ts';

const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: INK.accent },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

const style = (
  id: string,
  name: string,
  run: NonNullable<IParagraphStyleOptions['run']>,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { font: FONT, ...run },
  paragraph,
});

/** Real Word styles, so that a house style can be put over the document. Sizes in half points. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK.text, language: { value: 'en-GB' } },
      paragraph: { spacing: { line: 269, lineRule: LineRuleType.AUTO, after: 140 } },
    },
    title: {
      run: { font: FONT, size: 40, bold: true, color: INK.accent },
      paragraph: {
        spacing: { before: 0, after: 60, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    },
    heading1: heading(30, 360, 120),
    heading2: heading(24, 280, 80),
    caption: {
      run: { font: FONT, size: 20, bold: true, color: INK.text },
      paragraph: {
        spacing: { before: 260, after: 80, line: 252, lineRule: LineRuleType.AUTO },
        keepNext: true,
        keepLines: true,
      },
    },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    style(
      'Subtitle',
      'Subtitle',
      { size: 24, color: INK.text2 },
      { spacing: { after: 100, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true },
    ),
    style('BodyText', 'Body Text', {}, { spacing: { after: 140 } }),
    style('Byline', 'Byline', { size: 20, color: INK.text2 }, { spacing: { after: 320 } }),
    style(
      'TableText',
      'Table text',
      { size: 20 },
      { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    ),
    style(
      'TableNote',
      'Table note',
      { size: 17 },
      {
        spacing: { before: 60, after: 260, line: 245, lineRule: LineRuleType.AUTO },
        keepLines: true,
      },
    ),
    style(
      'Chart',
      'Figure',
      {},
      { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
    ),
    style(
      'Small',
      'Small print',
      { size: 17 },
      { spacing: { after: 60, line: 245, lineRule: LineRuleType.AUTO } },
    ),
    style(
      'Hash',
      'File hash',
      { size: 14, color: INK.text2, font: 'Courier New' },
      { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
    ),
    style('Running', 'Running head', { size: 17, color: INK.text2 }, { spacing: { after: 0 } }),
  ],
};
