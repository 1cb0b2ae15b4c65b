import { textWidth } from '../text-width.ts';
import { wrapText } from '../wrap-text.ts';
import { element, textElement, textLines } from './element.ts';
import { marker } from './marks.ts';
import { barPaint, dark, LABEL, LINE, type Plot, strong } from './plot.ts';

const TITLE = 15;
const TITLE_LINE = 20;

interface Drawn {
  markup: string;
  height: number;
}

/** Title, subtitle and, where lines do not name themselves, the key to the series. */
export function drawHeading(plot: Plot, left: number, width: number): Drawn {
  const { figure } = plot;
  const title = figure.title ? wrapText(figure.title, width, TITLE * 1.06) : [];
  const subtitle = figure.subtitle ? wrapText(figure.subtitle, width, LABEL) : [];
  let y = 22;
  let markup = textLines({ x: left, y, ...strong(plot), 'font-size': TITLE }, title, TITLE_LINE);
  y += title.length * TITLE_LINE - 2;
  markup += textLines({ x: left, y }, subtitle, LINE);
  y += subtitle.length * LINE;
  if (figure.series.length > 1 && figure.kind !== 'line') {
    const key = drawKey(plot, left, y + 6, width);
    markup += key.markup;
    y += key.height + 6;
  }
  return { markup, height: y + 2 };
}

function drawKey(plot: Plot, left: number, top: number, width: number): Drawn {
  let x = left;
  let y = top;
  const entries = plot.figure.series.map(({ name }, s) => {
    const wide = 16 + textWidth(name, LABEL) + 18;
    if (x > left && x + wide > left + width) {
      x = left;
      y += LINE + 2;
    }
    const sign =
      plot.figure.kind === 'interval'
        ? marker(plot, s, x + 5, y, false)
        : element('rect', { x, y: y - 5, width: 10, height: 10, ...barPaint(plot, s, false) });
    const entry = sign + textElement({ x: x + 16, y: y + 4, ...dark(plot) }, name);
    x += wide;
    return entry;
  });
  return { markup: entries.join(''), height: y - top + LINE };
}

export function drawNotes(notes: readonly string[], left: number, width: number, y: number): Drawn {
  const lines = notes.length > 0 ? wrapText(notes.join(' '), width, LABEL) : [];
  return {
    markup: textLines({ x: left, y }, lines, LINE),
    height: lines.length * LINE,
  };
}
