import type { ChartFace, ChartNumbers } from '../../../../src/model/board.ts';
import type { AxisChoice } from '../../../board/chart-choice.ts';
import type { ChartPick } from '../chart-pick.ts';
import type { Measure } from '../measure.ts';

/** What a drawing is made of; another size, face or measure makes another drawing. */
export interface DrawingInput {
  face: ChartFace;
  width: number;
  height: number;
  measure: Measure;
  /** Rows of the table. */
  of: number;
}

/**
 * A chart on the screen that is not drawn anew but changed: a brush may change it at every frame, so all
 * elements are made once, and a change sets a few attributes.
 */
export interface Drawing {
  readonly element: SVGSVGElement;
  /** Shows numbers, and what is chosen. */
  paint(numbers: ChartNumbers, pick: ChartPick | null): void;
  /** Shows which place is read; of a heat map, which cell. */
  point(at: number | null): void;
  /** The place (of a heat map the cell) under a point of the drawing. */
  placeAt(x: number, y: number): number | null;
  /** Where a range stands, along x; only on charts that are brushed. */
  rangeAt?(choice: AxisChoice): readonly [number, number] | null;
}
