import { conditionBitmap, conditionRuns } from '../cohort/condition-bitmap.ts';
import type { Tables } from '../cohort/tables.ts';
import { Board } from '../columns/board/board.ts';
import { memoryPlan } from '../columns/hot/memory-plan.ts';
import type {
  BoardNumbers,
  ChartChoice,
  ChartFace,
  MemoryPlan,
  NamedChart,
} from '../model/board.ts';
import type { Condition } from '../model/condition.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { StoredTable } from '../store/tables.ts';
import { type Context, storedOrFrame } from './context.ts';

interface OpenRequest {
  table: string;
  charts: readonly NamedChart[];
  within?: Condition;
  choices?: readonly ChartChoice[];
}

/** The board of an open project: one at a time, of one version of one table. */
export interface Explorer {
  needs(input: { table: string }): MemoryPlan;
  open(input: OpenRequest): { charts: Record<string, ChartFace>; numbers: BoardNumbers };
  prepare(input: { table: string; chart: string }): void;
  choose(input: { table: string; choices: readonly ChartChoice[] }): BoardNumbers;
  close(): void;
}

export function createExplorer(context: Context): Explorer {
  let opened: { table: StoredTable; board: Board } | undefined;

  const current = (name: string): Board => {
    const table = context.table(name);
    if (opened?.table.id === table.id && opened.table.version === table.version) {
      return opened.board;
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
      opened = { table, board };
      try {
        if (within) board.within(conditionBitmap(within, board.table, context.tables));
        const faces = charts.map(
          ({ name: chart, question }) => [chart, board.add(chart, question)] as const,
        );
        if (choices) chooseAll(board, choices, context.tables);
        return { charts: Object.fromEntries(faces), numbers: board.numbers() };
      } catch (error) {
        // No board rather than a part of one.
        close();
        throw error;
      }
    },

    prepare: ({ table, chart }) => {
      const board = current(table);
      const { question } = board.face(chart);
      if (question.show === 'counts') board.prepare(board.table.column(question.of.variable));
    },

    choose: ({ table, choices }) => {
      const board = current(table);
      chooseAll(board, choices, context.tables);
      return board.numbers();
    },

    close,
  };
}

function chooseAll(board: Board, choices: readonly ChartChoice[], tables: Tables<Frame>): void {
  for (const { chart, condition } of choices) {
    if (condition) chooseBy(board, chart, condition, tables);
    else board.clear(chart);
  }
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
