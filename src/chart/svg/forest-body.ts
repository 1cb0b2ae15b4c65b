import type { ForestFigure, ForestRow } from '../../model/figure.ts';
import { plainText } from '../../model/rich.ts';
import { forestScale } from '../forest-scale.ts';
import { intervalWords } from '../interval-words.ts';
import { textWidth } from '../text-width.ts';
import { shorten } from '../wrap-text.ts';
import type { Panel } from './axes.ts';
import type { Body, Box, Canvas } from './canvas.ts';
import { element, textElement } from './element.ts';
import { estimateMark, forestAxis, forestSides } from './forest-marks.ts';
import { type LabelColumn, labelColumn, rowName } from './label-column.ts';
import { haloed } from './marks.ts';
import { EMPTY } from './nothing.ts';
import { dark, LABEL, strong } from './plot.ts';
import { richElement } from './rich-element.ts';

const ROW = 24;
const GROUP = 26;
const HEAD = 24;
const AXIS = 62;
const GAP = 18;
const INDENT = 12;

interface Layout {
  labels: LabelColumn;
  estimate: number;
  cells: readonly number[];
}

/** Estimates with their intervals against a line of no difference, numbers at the right. */
export function forestBody(figure: ForestFigure, canvas: Canvas, width: number): Body {
  if (figure.rows.length === 0) return EMPTY;
  const widths = (figure.columns ?? []).map((header, c) =>
    widest([header, ...figure.rows.map(({ cells }) => cells?.[c] ?? '')]),
  );
  const layout: Layout = {
    labels: labelColumn(
      figure.rows.map(({ label }) => ({ name: label })),
      width * 0.32,
      ROW,
    ),
    estimate: Math.min(
      width * 0.26,
      widest([figure.estimate, ...figure.rows.map((row) => estimateWords(figure, row))]),
    ),
    cells: widths,
  };
  const groups = figure.rows.filter((_, i) => opensGroup(figure, i)).length;
  return {
    key: [],
    height: HEAD + layout.labels.height + groups * GROUP + AXIS,
    draw: (box) => drawForest(figure, canvas, box, layout),
  };
}

function drawForest(figure: ForestFigure, canvas: Canvas, box: Box, layout: Layout): string {
  const { theme } = canvas;
  const beyond = layout.cells.reduce((sum, cell) => sum + cell + GAP, layout.estimate + GAP);
  const left = box.left + layout.labels.width + INDENT + 14;
  const right = box.left + box.width - beyond;
  const panel: Panel = { left, right, top: box.top + HEAD, bottom: box.top + box.height - AXIS };
  const { scale, place } = forestScale(figure, left, right);
  const reference = place(figure.reference.at);
  const columns = columnEdges(box, layout);
  const heads =
    textElement(
      { x: box.left, y: box.top + 12 },
      shorten(figure.label, left - 14 - box.left, LABEL),
    ) +
    [figure.estimate, ...(figure.columns ?? [])]
      .map((header, c) =>
        richElement(
          { x: columns[c] ?? right, y: box.top + 12, 'text-anchor': c === 0 ? 'start' : 'end' },
          header,
        ),
      )
      .join('');
  let top = panel.top + 2;
  const rows = figure.rows.map((row, i) => {
    let heading = '';
    if (opensGroup(figure, i)) {
      heading = haloed(
        canvas,
        { x: box.left, y: top + 18, ...strong(canvas) },
        shorten(row.group ?? '', box.width * 0.5, LABEL),
      );
      top += GROUP;
    }
    const label = layout.labels.rows[i];
    if (label === undefined) return heading;
    const middle = top + label.height / 2;
    top += label.height;
    const words = estimateWords(figure, row);
    canvas.marks.push({
      left,
      top: middle - ROW / 2,
      width: box.left + box.width - left,
      height: ROW,
      text: `${row.group === undefined ? '' : `${row.group}, `}${row.label}: ${words}`,
    });
    const cells = (row.cells ?? []).map((cell, c) =>
      textElement(
        { x: columns[c + 1] ?? right, y: middle + 4, 'text-anchor': 'end', ...dark(canvas) },
        plainText(cell),
      ),
    );
    const number = row.value === null ? dark(canvas) : strong(canvas);
    return (
      heading +
      rowName(canvas, label, box.left + (row.group === undefined ? 0 : INDENT), middle) +
      estimateMark(canvas, panel, row, middle, place) +
      textElement(
        { x: columns[0] ?? right, y: middle + 4, ...number },
        shorten(words, layout.estimate, LABEL),
      ) +
      cells.join('')
    );
  });
  const line = {
    x1: reference,
    x2: reference,
    y1: panel.top - 2,
    y2: panel.bottom,
    stroke: theme.text,
    'stroke-dasharray': '4 3',
  };
  return (
    heads +
    forestAxis(figure, canvas, panel, scale, place) +
    element('line', line) +
    rows.join('') +
    forestSides(figure, panel, reference, box)
  );
}

/** Where the estimate starts, and where each further column ends. */
function columnEdges(box: Box, { cells, estimate }: Layout): number[] {
  const right = box.left + box.width;
  const ends = cells.map((_, c) =>
    cells.slice(c + 1).reduce((edge, width) => edge - width - GAP, right),
  );
  const first = cells.reduce((edge, width) => edge - width - GAP, right);
  return [first - estimate, ...ends];
}

function opensGroup({ rows }: ForestFigure, i: number): boolean {
  const group = rows[i]?.group;
  return group !== undefined && group !== rows[i - 1]?.group;
}

function estimateWords({ x }: ForestFigure, { value, low, high, refused }: ForestRow): string {
  return value === null ? (refused ?? '*') : intervalWords({ value, low, high }, x.format);
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(plainText(text), LABEL)));
}
