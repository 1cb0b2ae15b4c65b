import * as v from 'valibot';
import type {
  BoardAnswer,
  BrushTile,
  ChartChoice,
  ChartFace,
  MemoryPlan,
  NamedChart,
} from '../../model/board.ts';
import type { Condition } from '../../model/condition.ts';
import type { Figure } from '../../model/figure.ts';
import type { Artifact, Task } from '../../model/project.ts';
import { DELIVER, type MethodsOf, nothing, PATIENT, READ } from '../method-record.ts';
import { boardChart, boardRequest, choiceRequest } from '../schemas/board.ts';
import { name, picture } from '../schemas/plain.ts';

/** The board of linked charts. */
export interface ExploreMethods {
  /** What exploring a table will need in memory; nothing is read for it. */
  exploreNeeds(input: { table: string }): MemoryPlan;
  /** Puts a board of linked charts up, in place of the one before; `within` is who is looked at at all. */
  exploreOpen(input: {
    table: string;
    charts: readonly NamedChart[];
    within?: Condition;
    choices?: readonly ChartChoice[];
  }): { charts: Record<string, ChartFace>; numbers: BoardAnswer };
  /**
   * Gets ready for a choice on a chart that will be moved. The tile holds until something is chosen on
   * another chart; null where there is none.
   */
  explorePrepare(
    input: { table: string; chart: string },
    task: Task,
  ): Promise<{ tile: BrushTile | null }>;
  /** Changes what is chosen on some charts of the open board; gives the numbers of all of them. */
  exploreChoose(input: { table: string; choices: readonly ChartChoice[] }): BoardAnswer;
  /** A chart of the open board as a figure of the cohort that is chosen: counts, shares of it, shares of all. */
  exploreFigure(input: {
    table: string;
    chart: string;
    measure: 'count' | 'share' | 'rate';
  }): Figure;
  /** The same as a file; `picture` = the PNG that the window drew of it, in base64. */
  exploreExport(input: {
    table: string;
    chart: string;
    measure: 'count' | 'share' | 'rate';
    format: 'svg' | 'png' | 'csv';
    picture?: string;
  }): Promise<Artifact>;
  /** Takes the board down and gives its memory back. */
  exploreClose(input: Record<string, never>): Record<string, never>;
}

export const EXPLORE_METHODS = {
  exploreNeeds: { ...READ, input: v.strictObject({ table: name }) },
  exploreOpen: { ...READ, input: boardRequest },
  explorePrepare: { ...PATIENT, input: v.strictObject({ table: name, chart: name }) },
  exploreChoose: { ...READ, input: choiceRequest },
  exploreFigure: { ...READ, input: v.strictObject(boardChart) },
  exploreExport: {
    ...DELIVER,
    input: v.strictObject({
      ...boardChart,
      format: v.picklist(['svg', 'png', 'csv']),
      picture: v.exactOptional(picture),
    }),
  },
  exploreClose: { ...READ, input: nothing },
} as const satisfies MethodsOf<ExploreMethods>;
