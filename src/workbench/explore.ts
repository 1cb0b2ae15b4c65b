import { boardFigure } from '../chart/board-figure.ts';
import { conditionBitmap, conditionRuns } from '../cohort/condition-bitmap.ts';
import { conditionSentence } from '../cohort/sentence.ts';
import type { Tables } from '../cohort/tables.ts';
import { Board } from '../columns/board/board.ts';
import { memoryPlan } from '../columns/hot/memory-plan.ts';
import type { ExploreMethods } from '../contract/methods/explore.ts';
import type { BoardAnswer, ChartChoice } from '../model/board.ts';
import type { Condition } from '../model/condition.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { StoredTable } from '../store/tables.ts';
import { type Context, storedOrFrame } from './context.ts';

interface Opened {
  table: StoredTable;
  board: Board;
  within: Condition | undefined;
  /** What is chosen on each chart. */
  choices: Map<string, Condition>;
  /** Answers given. */
  turn: number;
  /** The latest choice that was taken on each chart. */
  turns: Map<string, number>;
}

/** The board of an open project: one at a time, of one version of one table. */
export interface Explorer {
  needs: ExploreMethods['exploreNeeds'];
  open: ExploreMethods['exploreOpen'];
  prepare: ExploreMethods['explorePrepare'];
  choose: ExploreMethods['exploreChoose'];
  figure: ExploreMethods['exploreFigure'];
  close(): void;
}

export function createExplorer(context: Context): Explorer {
  let opened: Opened | undefined;

  const current = (name: string): Opened => {
    const table = context.table(name);
    if (opened?.table.id === table.id && opened.table.version === table.version) {
      return opened;
    }
    throw new Refusal('board-not-open', `No board of ${name} is open, or its data has changed.`, {
      hint: 'Open the board again.',
      where: { option: 'table' },
    });
  };

  const close = () => {
    opened?.board.close();
    opened = undefined;
  };

  return {
    needs: ({ table: name }) => {
      const table = context.table(name);
      return memoryPlan(table.rows, storedOrFrame(context, table));
    },

    open: ({ table: name, charts, within, choices }) => {
      const table = context.table(name);
      close();
      const board = new Board(context.hot(table));
      opened = { table, board, within, choices: new Map(), turn: 0, turns: new Map() };
      try {
        if (within) board.within(conditionBitmap(within, board.table, context.tables));
        const faces = charts.map(
          ({ name: chart, question }) => [chart, board.add(chart, question)] as const,
        );
        const numbers = chooseAll(opened, choices ?? [], context.tables);
        return { charts: Object.fromEntries(faces), numbers };
      } catch (error) {
        // No board rather than a part of one.
        close();
        throw error;
      }
    },

    prepare: async ({ table, chart }, task) => {
      const { board } = current(table);
      const { question } = board.face(chart);
      if (question.show !== 'counts') return { tile: null };
      for (const _ of board.prepare(chart, board.table.column(question.of.variable))) {
        await task.checkpoint();
      }
      return { tile: board.brushTile(chart) };
    },

    choose: ({ table, choices }) => chooseAll(current(table), choices, context.tables),

    figure: ({ table: name, chart, measure }) => {
      const opened = current(name);
      const { board, table } = opened;
      return boardFigure({
        face: board.face(chart),
        numbers: board.cohortNumbers(chart),
        measure,
        variables: table.variables,
        unit: table.unit,
        sentence: cohortWords(context, opened),
        rows: board.numbers().rows,
        of: table.rows,
      });
    },

    close,
  };
}

function cohortWords(context: Context, { table, within, choices }: Opened): string {
  const all = [...(within ? [within] : []), ...choices.values()];
  return conditionSentence({ all }, table.variables, table.unit, context.table);
}

function chooseAll(
  opened: Opened,
  choices: readonly ChartChoice[],
  tables: Tables<Frame>,
): BoardAnswer {
  const { board, turns } = opened;
  for (const { chart, condition, turn = 0 } of choices) {
    // A choice that was overtaken by a later one on the same chart.
    if (turn < (turns.get(chart) ?? 0)) continue;
    turns.set(chart, turn);
    if (condition) {
      chooseBy(board, chart, condition, tables);
      opened.choices.set(chart, condition);
    } else {
      board.clear(chart);
      opened.choices.delete(chart);
    }
  }
  opened.turn += 1;
  return { ...board.numbers(), turn: opened.turn };
}

/** What asks one column is chosen by the codes that pass, so that moving it moves only the rows between. */
function chooseBy(board: Board, chart: string, condition: Condition, tables: Tables<Frame>): void {
  const codes = conditionRuns(condition, board.table);
  if (codes) {
    board.choose(chart, codes);
    return;
  }
  const rows = conditionBitmap(condition, board.table, tables);
  board.choose(chart, { rows });
  board.table.kernel.release(rows);
}
