import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellMarkup } from '../../model/format.ts';
import type { ResultTable, TableRow as Row, TableColumn } from '../../model/result.ts';
import { cellLines, nameLines, type Stacking, unbroken } from './cell-lines.ts';
import { cellMargin, type TableFit } from './column-widths.ts';
import { INK } from './page.ts';
import { richRuns } from './rich-runs.ts';

const RULE = { style: BorderStyle.SINGLE, size: 8, color: INK.text };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: INK.text };
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: INK.line };

/** Rows of tables up to this length stay on one page where they can. */
const KEPT_TOGETHER = 24;

interface CellLook {
  align: 'left' | 'right' | 'center';
  size: number;
  span?: number;
  keep: boolean;
  indent?: boolean;
  bold?: boolean;
  color?: string;
  /** A rule under the text that leaves gaps to its neighbours. */
  rule?: boolean;
  /** Where the text stands when other cells of the row are higher. */
  high?: boolean;
  top?: IBorderOptions;
  bottom?: IBorderOptions;
}

/** A table as APA 7 sets it: rules above, under the header and below, none upright; the header repeats on every page. */
export function apaTable(table: ResultTable, { size, widths, stacking }: TableFit): Table {
  const hasSpanner = table.columns.some(({ spanner }) => spanner);
  const last = table.rows.length - 1;
  let inGroup = false;
  const body = table.rows.map((row, i) => {
    const keep = table.rows.length <= KEPT_TOGETHER || i < 2 || i >= last - 1;
    if (row.role === 'group') inGroup = true;
    else if (row.role === 'total') inGroup = false;
    return bodyRow(table, row, {
      size,
      stacking,
      keep,
      indent: inGroup,
      last: i === last,
    });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: TableBorders.NONE,
    margins: { left: cellMargin(size), right: cellMargin(size), marginUnitType: WidthType.DXA },
    rows: [
      ...(hasSpanner ? [spannerRow(table.columns, size)] : []),
      headerRow(table.columns, size, !hasSpanner),
      ...body,
    ],
  });
}

function spannerRow(columns: readonly TableColumn[], size: number): TableRow {
  const groups: { text: string; span: number }[] = [];
  for (const { spanner = '' } of columns) {
    const open = groups.at(-1);
    if (open && open.text === spanner) open.span += 1;
    else groups.push({ text: spanner, span: 1 });
  }
  const cells = groups.map(({ text, span }) =>
    cell([text], {
      align: 'center',
      size,
      span,
      keep: true,
      top: RULE,
      rule: text !== '',
    }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function headerRow(columns: readonly TableColumn[], size: number, isFirst: boolean): TableRow {
  const cells = columns.map(({ header, align }) =>
    cell([unbroken(header)], {
      align,
      size,
      keep: true,
      bottom: THIN,
      ...(isFirst ? { top: RULE } : {}),
    }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

interface RowLook {
  size: number;
  stacking: Stacking;
  keep: boolean;
  indent: boolean;
  last: boolean;
}

function bodyRow(
  { columns }: ResultTable,
  row: Row,
  { size, stacking, keep, indent, last }: RowLook,
) {
  const bottom = last ? { bottom: RULE } : {};
  const isHeading =
    row.role === 'group' && row.cells.slice(1).every((c) => c.value === null && !c.text);
  if (isHeading) {
    const text = row.cells[0] ? cellMarkup(row.cells[0], 'text') : '';
    const look = { align: 'left' as const, size, keep: true, bold: true, span: columns.length };
    return new TableRow({ cantSplit: true, children: [cell([text], { ...look, ...bottom })] });
  }
  const cells = columns.map(({ align, format }, i) => {
    const { [i]: content = { value: null } } = row.cells;
    const markup = cellMarkup(content, format);
    return cell(align === 'right' ? cellLines(markup, stacking) : nameLines(markup, stacking), {
      align,
      size,
      keep,
      high: true,
      indent: indent && i === 0 && row.role !== 'group',
      bold: row.role === 'group',
      ...(row.role === 'missing' ? { color: INK.text2 } : {}),
      ...(row.role === 'total' ? { top: HAIR } : {}),
      ...bottom,
    });
  });
  return new TableRow({ cantSplit: true, children: cells });
}

function cell(lines: readonly string[], look: CellLook): TableCell {
  const { align, size, span, keep, indent, bold, color, rule, high, top, bottom } = look;
  return new TableCell({
    verticalAlign: high ? VerticalAlign.TOP : VerticalAlign.BOTTOM,
    ...(span === undefined ? {} : { columnSpan: span }),
    borders: { ...(top ? { top } : {}), ...(bottom ? { bottom } : {}) },
    children: lines.map(
      (markup) =>
        new Paragraph({
          style: 'TableText',
          alignment: ALIGN[align],
          keepNext: keep,
          ...(rule ? { border: { bottom: THIN } } : {}),
          ...(indent ? { indent: { left: 170 } } : {}),
          children: richRuns(markup, {
            size,
            ...(bold ? { bold } : {}),
            ...(color ? { color } : {}),
          }),
        }),
    ),
  });
}

const ALIGN = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;
