import type { Condition } from '../../model/condition.ts';
import type { ChartTheme } from '../chart-theme.ts';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A place of a drawing that holds a value: read out by keyboard, shown under the pointer. */
export interface Mark extends Box {
  text: string;
  /** The rows that the value counts, where they are known. */
  rows?: Condition;
}

/** What every kind of chart is drawn on. */
export interface Canvas {
  theme: ChartTheme;
  /** Makes ids unique when several charts stand in one page. */
  id: string;
  marks: Mark[];
  /** No text is turned: not every program that shows Word's shapes can. */
  isLevel: boolean;
}

/** One entry of a key: its sign, drawn around a middle, and its name. */
export interface KeyEntry {
  name: string;
  sign(x: number, y: number): string;
}

/** The part of a chart between heading and notes, measured before it is drawn. */
export interface Body {
  /** Left out where the chart takes the height there is. */
  height?: number;
  key: readonly KeyEntry[];
  draw(box: Box): string;
}
