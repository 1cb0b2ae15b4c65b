import type { Client } from '../../src/contract/client.ts';
import type { BoardNumbers, ChartFace, NamedChart } from '../../src/model/board.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { RefusalRecord } from '../../src/model/refusal.ts';

export interface BoardRequest {
  table: string;
  charts: readonly NamedChart[];
  within: Condition | null;
  choices: ReadonlyMap<string, Condition>;
}

/** `cause`: when the input was made that these numbers follow; null for numbers that nobody waited for. */
export type NumbersListener = (numbers: BoardNumbers, cause: number | null) => void;

/** Questions that are on their way at a time: while one is answered, the next is carried there. */
const AHEAD = 2;

/**
 * The line from the window to the board in the engine. While answers are on their way, only the latest
 * choice of each chart waits: a slow answer makes a brush skip, and never lag behind.
 */
export interface BoardLink {
  /** Puts a board up; undefined when another was asked for meanwhile. */
  open(
    request: BoardRequest,
  ): Promise<{ faces: Record<string, ChartFace> } | RefusalRecord | undefined>;
  /** Chooses on a chart; null gives the choice up. */
  choose(chart: string, condition: Condition | null, cause?: number): void;
  /** Makes the board's choices these, asking only for what differs. */
  chooseAll(choices: ReadonlyMap<string, Condition>): void;
  /** A brush on this chart begins. */
  prepare(chart: string): void;
  /** Whether something is chosen on a chart. */
  isChosen(chart: string): boolean;
  numbers(): BoardNumbers | null;
  /** Told of every answer. Returns the function that ends it. */
  listen(listener: NumbersListener): () => void;
  close(): void;
}

export function createBoardLink(
  client: Pick<Client, 'exploreOpen' | 'exploreChoose' | 'explorePrepare' | 'exploreClose'>,
  onRefused: (refusal: RefusalRecord) => void,
): BoardLink {
  const listeners = new Set<NumbersListener>();
  const waiting = new Map<string, Condition | null>();
  let chosen = new Map<string, string>();
  let opened = 0;
  let table: string | null = null;
  let flying = 0;
  let turn = 0;
  let heard = 0;
  let last: BoardNumbers | null = null;
  let since: number | null = null;

  function tell(numbers: BoardNumbers, cause: number | null): void {
    last = numbers;
    for (const listener of listeners) listener(numbers, cause);
  }

  async function send(): Promise<void> {
    if (flying === AHEAD || table === null || waiting.size === 0) return;
    flying += 1;
    turn += 1;
    const board = opened;
    const choices = Array.from(waiting, ([chart, condition]) => ({ chart, condition, turn }));
    const cause = since;
    waiting.clear();
    since = null;
    const reply = await client.exploreChoose({ table, choices });
    flying -= 1;
    if (board === opened) {
      if ('refused' in reply) onRefused(reply.refused);
      else if (reply.ok.turn > heard) {
        heard = reply.ok.turn;
        tell(reply.ok, cause);
      }
    }
    void send();
  }

  function choose(chart: string, condition: Condition | null, cause?: number): void {
    const said = condition === null ? undefined : JSON.stringify(condition);
    if (chosen.get(chart) === said) return;
    if (said === undefined) chosen.delete(chart);
    else chosen.set(chart, said);
    waiting.set(chart, condition);
    // The time of the first input that waits: what is measured is the longest wait.
    since ??= cause ?? null;
    void send();
  }

  return {
    async open(request) {
      opened += 1;
      const board = opened;
      table = null;
      waiting.clear();
      heard = 0;
      chosen = new Map();
      const { within, charts } = request;
      const reply = await client.exploreOpen({
        table: request.table,
        charts: charts.map(({ name, question }) => ({ name, question })),
        ...(within === null ? {} : { within }),
        choices: Array.from(request.choices, ([chart, condition]) => ({ chart, condition })),
      });
      if (board !== opened) return undefined;
      if ('refused' in reply) return reply.refused;
      table = request.table;
      for (const [chart, condition] of request.choices) {
        // What was chosen while it opened comes after.
        if (!waiting.has(chart)) chosen.set(chart, JSON.stringify(condition));
      }
      heard = reply.ok.numbers.turn;
      tell(reply.ok.numbers, null);
      void send();
      return { faces: reply.ok.charts };
    },
    choose,
    chooseAll(choices) {
      for (const chart of [...chosen.keys()]) if (!choices.has(chart)) choose(chart, null);
      for (const [chart, condition] of choices) choose(chart, condition);
    },
    prepare(chart) {
      if (table !== null) void client.explorePrepare({ table, chart });
    },
    isChosen: (chart) => chosen.has(chart),
    numbers: () => last,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      opened += 1;
      table = null;
      last = null;
      void client.exploreClose({});
    },
  };
}
