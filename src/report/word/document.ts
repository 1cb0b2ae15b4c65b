import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type ILevelsOptions,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { RenderedBlock, RenderedReport } from '../../model/report.ts';
import { apaTable } from './apa-table.ts';
import { caption, note } from './caption.ts';
import { fitColumns, type TableFit } from './column-widths.ts';
import { figureParagraphs } from './figure-block.ts';
import { madePage } from './made-page.ts';
import { BULLETS, PAGE, TEXT_WIDTH, WIDE_TEXT_WIDTH } from './page.ts';
import { plainRun, richRuns } from './rich-runs.ts';
import { STYLES } from './styles.ts';

const BULLET: ILevelsOptions = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 340, hanging: 240 } } },
};

/** Blocks that stand together on upright or on wide pages. */
interface Part {
  wide: boolean;
  children: FileChild[];
}

/** The report as bytes of a .docx file. Tables too broad for the page get wide pages of their own. */
export async function packDocument(report: RenderedReport): Promise<Uint8Array> {
  const parts: Part[] = [{ wide: false, children: titleBlock(report) }];
  for (const block of report.blocks) {
    for (const { wide, children } of blockParts(block)) {
      const open = parts.at(-1);
      if (open && open.wide === wide) open.children.push(...children);
      else parts.push({ wide, children });
    }
  }
  const last = parts.at(-1);
  if (last && !last.wide) last.children.push(...madePage(report));
  else parts.push({ wide: false, children: madePage(report) });
  const document = new Document({
    title: report.title,
    subject: report.subtitle,
    creator: report.authors || report.made.app,
    lastModifiedBy: report.made.app,
    description: `Made with ${report.made.app}`,
    styles: STYLES,
    numbering: { config: [{ reference: BULLETS, levels: [BULLET] }] },
    pageNumbers: estimatePageNumbers,
    sections: parts.map((part, i) => section(report, part, i === 0)),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function section(
  report: RenderedReport,
  { wide, children }: Part,
  isFirst: boolean,
): ISectionOptions {
  const { margin } = PAGE;
  const running = new Paragraph({ style: 'Running', children: [plainRun(report.title)] });
  const pages = new Paragraph({
    style: 'Running',
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  });
  const footer = new Footer({ children: [pages] });
  return {
    properties: {
      titlePage: isFirst,
      page: {
        size: {
          width: PAGE.width,
          height: PAGE.height,
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: margin,
          bottom: margin,
          left: margin,
          right: margin,
          header: 600,
          footer: 600,
        },
      },
    },
    // The first page opens with the title itself.
    headers: {
      default: new Header({ children: [running] }),
      ...(isFirst
        ? { first: new Header({ children: [new Paragraph({ style: 'Running' })] }) }
        : {}),
    },
    footers: { default: footer, ...(isFirst ? { first: footer } : {}) },
    children,
  };
}

function titleBlock({ title, subtitle, authors, date }: RenderedReport): FileChild[] {
  const byline = [authors, date].filter((part) => part !== '').join(' · ');
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [plainRun(title)] }),
    ...(subtitle === ''
      ? []
      : [new Paragraph({ style: 'Subtitle', children: [plainRun(subtitle)] })]),
    ...(byline === '' ? [] : [new Paragraph({ style: 'Byline', children: [plainRun(byline)] })]),
  ];
}

function blockParts(block: RenderedBlock): Part[] {
  switch (block.type) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return upright(new Paragraph({ heading, children: [plainRun(block.text)] }));
    }
    case 'text':
      return upright(
        ...block.text
          .split(/\n{2,}/)
          .map((text) => new Paragraph({ style: 'BodyText', children: richRuns(text) })),
      );
    case 'list':
      return upright(
        ...block.items.map(
          (item, i) =>
            new Paragraph({
              style: 'BodyText',
              spacing: { after: i === block.items.length - 1 ? 140 : 60 },
              numbering: { reference: BULLETS, level: 0 },
              children: richRuns(item),
            }),
        ),
      );
    case 'table':
      return tableParts(block);
    case 'figure':
      return upright(...figureParagraphs(block));
    case 'page-break':
      return upright(new Paragraph({ pageBreakBefore: true, spacing: { after: 0 } }));
    case 'absent':
      return [];
  }
}

function tableParts({ table, title, basis }: Extract<RenderedBlock, { type: 'table' }>): Part[] {
  const narrow = fitColumns(table, TEXT_WIDTH);
  const even = table.columns.map(() => Math.floor(WIDE_TEXT_WIDTH / table.columns.length));
  const fit: TableFit = narrow ??
    fitColumns(table, WIDE_TEXT_WIDTH) ?? { size: 16, stacking: 2, widths: even };
  const children = [caption('Table', title), apaTable(table, fit), note(basis, table.notes)];
  return [{ wide: narrow === null, children }];
}

function upright(...children: FileChild[]): Part[] {
  return [{ wide: false, children }];
}
