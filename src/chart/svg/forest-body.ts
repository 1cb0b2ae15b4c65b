import type { ForestFigure, ForestRow } from '../../model/figure.ts';
import { plainText } from '../../model/rich.ts';
import { seriesColour } from '../chart-theme.ts';
import { forestScale } from '../forest-scale.ts';
import { intervalWords } from '../interval-words.ts';
import { textWidth } from '../text-width.ts';
import { tickLabel } from '../value-scale.ts';
import { shorten } from '../wrap-text.ts';
import { bottomTitle, type Panel } from './axes.ts';
import type { Body, Box, Canvas } from './canvas.ts';
import { element, textElement } from './element.ts';
import { type LabelColumn, labelColumn, rowName } from './label-column.ts';
import { haloed, r } from './marks.ts';
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
    ticks(figure, canvas, panel, scale, place) +
    element('line', line) +
    rows.join('') +
    sides(figure, panel, reference, box)
  );
}

function estimateMark(
  { theme }: Canvas,
  { left, right }: Panel,
  { value, low, high, pooled }: ForestRow,
  y: number,
  place: (value: number) => number,
): string {
  if (value === null) return '';
  const colour = seriesColour(theme, 0);
  const [from, to] = [place(low ?? value), place(high ?? value)];
  const clamp = (x: number) => Math.min(right, Math.max(left, x));
  if (pooled) {
    const d = `M${r(from)} ${r(y)}L${r(clamp(place(value)))} ${r(y - 7)}L${r(to)} ${r(y)}L${r(place(value))} ${r(y + 7)}z`;
    return element('path', { d, fill: colour, stroke: theme.text });
  }
  const arrows =
    (from < left
      ? `M${r(left + 5)} ${r(y - 4)}l-5 4 5 4`
      : from > right
        ? ''
        : `M${r(from)} ${r(y - 4)}v8`) +
    (to > right
      ? `M${r(right - 5)} ${r(y - 4)}l5 4-5 4`
      : to < left
        ? ''
        : `M${r(to)} ${r(y - 4)}v8`);
  const span = `M${r(clamp(from))} ${r(y)}H${r(clamp(to))}`;
  const at = place(value);
  return (
    (low === undefined && high === undefined
      ? ''
      : element('path', {
          d: span + arrows,
          fill: 'none',
          stroke: theme.text,
          'stroke-width': 1.4,
        })) +
    (at < left || at > right
      ? ''
      : element('rect', { x: at - 4.5, y: y - 4.5, width: 9, height: 9, fill: colour }))
  );
}

function ticks(
  { x: axis }: ForestFigure,
  { theme }: Canvas,
  panel: Panel,
  scale: { step: number; ticks: readonly number[] },
  place: (value: number) => number,
): string {
  let free = Number.NEGATIVE_INFINITY;
  const drawn = scale.ticks.map((tick) => {
    const at = Math.round(place(tick)) + 0.5;
    const text = axis.log ? String(tick) : tickLabel(tick, scale.step, axis.format);
    const half = textWidth(text, LABEL) / 2;
    const fits = at - half > free;
    if (fits) free = at + half + 6;
    return (
      element('line', { x1: at, x2: at, y1: panel.top, y2: panel.bottom, stroke: theme.grid }) +
      (fits ? textElement({ x: at, y: panel.bottom + 16, 'text-anchor': 'middle' }, text) : '')
    );
  });
  const base = { x1: panel.left, x2: panel.right, y1: panel.bottom, y2: panel.bottom };
  return (
    drawn.join('') +
    element('line', { ...base, stroke: theme.axis }) +
    bottomTitle(panel, axis.title)
  );
}

/** What lies on either side of the reference; where only one fits in, it is shortened. */
function sides(
  { sides: words, reference }: ForestFigure,
  panel: Panel,
  at: number,
  box: Box,
): string {
  const y = panel.bottom + 53;
  if (words === undefined) {
    const text = `Dashed line: ${reference.label}`;
    return textElement({ x: (panel.left + panel.right) / 2, y, 'text-anchor': 'middle' }, text);
  }
  const room = box.width / 2 - 16;
  const below = shorten(`← ${words.low}`, room, LABEL);
  const above = `${shorten(words.high, room - 16, LABEL)} →`;
  const middle = Math.max(
    box.left + 8 + textWidth(below, LABEL),
    Math.min(at, box.left + box.width - 8 - textWidth(above, LABEL)),
  );
  return (
    textElement({ x: middle - 8, y, 'text-anchor': 'end' }, below) +
    textElement({ x: middle + 8, y }, above)
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
