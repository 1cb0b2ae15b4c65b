import type { FlowFigure, FlowStep } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import { textWidth } from '../text-width.ts';
import { wrapText } from '../wrap-text.ts';
import type { Body, Box, Canvas } from './canvas.ts';
import { element, textElement, textLines } from './element.ts';
import { r } from './marks.ts';
import { EMPTY } from './nothing.ts';
import { dark, LABEL, LINE, strong } from './plot.ts';

const PAD = 10;
const GAP = 30;
/** Between the side box and the arrow it hangs on, above and below. */
const CLEAR = 10;

interface TextBox {
  lines: readonly string[];
  /** "n = 285" */
  count: string;
  height: number;
}

interface Step {
  main: TextBox;
  lost: { lines: readonly { text: string; isHead: boolean }[]; height: number } | null;
}

/** Boxes from top to bottom with their counts; who is lost between two of them stands at the right, with the reasons. */
export function flowBody(figure: FlowFigure, canvas: Canvas, width: number): Body {
  if (figure.steps.length === 0) return EMPTY;
  const wide = Math.min(320, width * 0.46);
  const steps = figure.steps.map((step) => measure(figure, step, wide, width * 0.42));
  const ends = figure.ends ?? [];
  const endWidth = ends.length === 0 ? 0 : Math.min(200, width / ends.length - 10);
  const endBoxes = ends.map(({ label, n }) => textBox(label, n, endWidth));
  const endHeight = Math.max(0, ...endBoxes.map(({ height }) => height));
  const height =
    steps.reduce(
      (sum, { main, lost }, i) =>
        sum + main.height + (i < steps.length - 1 || lost !== null ? between(lost) : 0),
      0,
    ) + (endHeight > 0 ? GAP + endHeight : 0);
  return {
    key: [],
    height: height + 8,
    draw: (box) => {
      let top = box.top;
      const left = box.left + 1;
      const middle = left + wide / 2;
      const drawn = figure.steps.map((step, i) => {
        const size = steps[i];
        if (size === undefined) return '';
        const main = { left, top, width: wide, height: size.main.height };
        canvas.marks.push({ ...main, text: `${step.label}: ${countWords(step.n)}` });
        top += size.main.height;
        const isLast = i === steps.length - 1;
        const room = isLast && size.lost === null ? 0 : between(size.lost);
        const side = { left: left + wide + 26, top: top + CLEAR, width: box.left + box.width };
        const markup =
          drawBox(canvas, main, size.main) +
          (isLast
            ? stem(canvas, middle, top, top + room)
            : arrow(canvas, middle, top, top + room)) +
          (size.lost === null ? '' : lostBox(canvas, step, size.lost, side, middle));
        top += room;
        return markup;
      });
      return drawn.join('') + drawEnds(figure, canvas, box, endBoxes, endWidth, top, middle);
    },
  };
}

function measure(figure: FlowFigure, step: FlowStep, wide: number, side: number): Step {
  const main = textBox(step.label, step.n, wide);
  const lost = step.lost ?? [];
  if (lost.length === 0) return { main, lost: null };
  const known = lost.map(({ n }) => n).filter((n) => n !== null);
  const total = known.length === lost.length ? known.reduce((sum, n) => sum + n, 0) : null;
  const lines = [
    {
      text: `Not counted further: ${total === null ? '*' : formatNumber(total, 'count')} ${figure.unit}`,
      isHead: true,
    },
    ...lost.flatMap(({ reason, n }) =>
      wrapText(
        `${reason}: ${n === null ? '*' : formatNumber(n, 'count')}`,
        side - 2 * PAD,
        LABEL,
        3,
      ).map((text) => ({ text, isHead: false })),
    ),
  ];
  return { main, lost: { lines, height: lines.length * LINE + 2 * PAD - 4 } };
}

function textBox(label: string, n: number | null, width: number): TextBox {
  const lines = wrapText(label, width - 2 * PAD, LABEL, 4);
  const count = n === null ? '*' : `n = ${formatNumber(n, 'count')}`;
  return { lines, count, height: (lines.length + 1) * LINE + 2 * PAD - 2 };
}

function between(lost: Step['lost']): number {
  return lost === null ? GAP : lost.height + 2 * CLEAR;
}

function drawBox(canvas: Canvas, box: Box, { lines, count }: TextBox): string {
  const middle = { x: box.left + box.width / 2, 'text-anchor': 'middle' };
  const y = box.top + PAD + 11;
  return (
    frame(canvas, box) +
    textLines({ ...middle, y, ...dark(canvas) }, lines, LINE) +
    textElement({ ...middle, y: y + lines.length * LINE, ...strong(canvas) }, count)
  );
}

function lostBox(
  canvas: Canvas,
  step: FlowStep,
  { lines, height }: NonNullable<Step['lost']>,
  place: { left: number; top: number; width: number },
  middle: number,
): string {
  const widest = Math.max(...lines.map(({ text }) => textWidth(text, LABEL))) + 2 * PAD + 6;
  const box = {
    left: place.left,
    top: place.top,
    width: Math.min(widest, place.width - place.left),
    height,
  };
  const reasons = (step.lost ?? []).map(({ reason, n }) => `${reason}: ${countWords(n)}`);
  canvas.marks.push({ ...box, text: `After ${step.label}, lost: ${reasons.join('; ')}` });
  const y = place.top + height / 2;
  const texts = lines.map(({ text, isHead }, i) =>
    textElement(
      { x: box.left + PAD, y: box.top + PAD + 9 + i * LINE, ...(isHead ? dark(canvas) : {}) },
      text,
    ),
  );
  return (
    pointer(
      canvas,
      `M${r(middle)} ${r(y)}H${r(place.left)}`,
      `M${r(place.left - 6)} ${r(y - 4)}l6 4-6 4`,
    ) +
    frame(canvas, box) +
    texts.join('')
  );
}

function drawEnds(
  { ends = [] }: FlowFigure,
  canvas: Canvas,
  box: Box,
  sizes: readonly TextBox[],
  width: number,
  top: number,
  middle: number,
): string {
  if (sizes.length === 0) return '';
  const height = Math.max(...sizes.map((size) => size.height));
  const bar = top + GAP / 2;
  const places = sizes.map((_, i) => box.left + 1 + i * (width + 10));
  const centres = places.map((left) => left + width / 2);
  const [from, to] = [Math.min(middle, ...centres), Math.max(middle, ...centres)];
  const { theme } = canvas;
  const trunk = {
    d: `M${r(middle)} ${r(top)}V${r(bar)}M${r(from)} ${r(bar)}H${r(to)}`,
    fill: 'none',
    stroke: theme.axis,
    'stroke-width': 1.4,
  };
  const boxes = sizes.map((size, i) => {
    const place = { left: places[i] ?? 0, top: top + GAP, width, height };
    const end = ends[i];
    canvas.marks.push({ ...place, text: `${end?.label ?? ''}: ${countWords(end?.n ?? null)}` });
    return arrow(canvas, centres[i] ?? 0, bar, top + GAP) + drawBox(canvas, place, size);
  });
  return element('path', trunk) + boxes.join('');
}

function frame({ theme }: Canvas, { left, top, width, height }: Box): string {
  const look = { rx: 4, fill: theme.surface, stroke: theme.axis };
  return element('rect', { x: left, y: top, width, height, ...look });
}

function arrow(canvas: Canvas, x: number, from: number, to: number): string {
  return pointer(canvas, `M${r(x)} ${r(from)}V${r(to)}`, `M${r(x - 4)} ${r(to - 6)}l4 6 4-6`);
}

function stem({ theme }: Canvas, x: number, from: number, to: number): string {
  return from === to
    ? ''
    : element('path', {
        d: `M${r(x)} ${r(from)}V${r(to)}`,
        stroke: theme.axis,
        'stroke-width': 1.4,
      });
}

function pointer({ theme }: Canvas, line: string, head: string): string {
  const stroke = { stroke: theme.axis, 'stroke-width': 1.4, fill: 'none' };
  return element('path', { d: line + head, ...stroke });
}

function countWords(n: number | null): string {
  return n === null ? 'not shown' : formatNumber(n, 'count');
}
