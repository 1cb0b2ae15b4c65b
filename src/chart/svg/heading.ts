import { textWidth } from '../text-width.ts';
import { shorten, wrapText } from '../wrap-text.ts';
import type { Canvas, KeyEntry } from './canvas.ts';
import { textElement, textLines } from './element.ts';
import { dark, LABEL, LINE, strong } from './plot.ts';

const TITLE = 15;
const TITLE_LINE = 20;

interface Drawn {
  markup: string;
  height: number;
}

/** Title, subtitle and the key. */
export function drawHeading(
  canvas: Canvas,
  words: { title: string; subtitle: string },
  key: readonly KeyEntry[],
  left: number,
  width: number,
): Drawn {
  const title = words.title ? wrapText(words.title, width, TITLE * 1.06) : [];
  const subtitle = words.subtitle ? wrapText(words.subtitle, width, LABEL) : [];
  let y = 22;
  let markup = textLines({ x: left, y, ...strong(canvas), 'font-size': TITLE }, title, TITLE_LINE);
  y += title.length * TITLE_LINE - 2;
  markup += textLines({ x: left, y }, subtitle, LINE);
  y += subtitle.length * LINE;
  if (key.length > 0) {
    const drawn = drawKey(canvas, key, left, y + 6, width);
    markup += drawn.markup;
    y += drawn.height + 6;
  }
  return { markup, height: y + 2 };
}

function drawKey(
  canvas: Canvas,
  key: readonly KeyEntry[],
  left: number,
  top: number,
  width: number,
): Drawn {
  let x = left;
  let y = top;
  const entries = key.map(({ name, sign }) => {
    const shown = shorten(name, width - 34, LABEL);
    const wide = 16 + textWidth(shown, LABEL) + 18;
    if (x > left && x + wide > left + width) {
      x = left;
      y += LINE + 2;
    }
    const entry = sign(x + 5, y) + textElement({ x: x + 16, y: y + 4, ...dark(canvas) }, shown);
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
