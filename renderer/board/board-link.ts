import type { Client } from '../../src/contract/client.ts';
import type { BoardNumbers, ChartFace, NamedChart } from '../../src/model/board.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { RefusalRecord } from '../../src/model/refusal.ts';
import { type BrushSums, brushSums } from './brush-sums.ts';

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
/** A choice whose numbers are known is told to the engine once it has stood still for so long, in milliseconds. */
const STILL = 120;

/**
 * The line from the window to the board in the engine. While answers are on their way, only the latest
 * choice of each chart waits: a slow answer makes a brush skip, and never lag behind. A brush over whole
 * places of the chart that the engine got ready is added up here, and told to the engine when it rests.
 */
export interface BoardLink {
  /** Puts a board up; undefined when another was asked for meanwhile. */
  open(
    request: BoardRequest,
  ): Promise<{ faces: Record<string, ChartFace> } | RefusalRecord | undefined>;
  /** Chooses on a chart; null gives the choice up. `places`: the first and the last, where it is all of these. */
  choose(
    chart: string,
    condition: Condition | null,
    cause?: number,
    places?: readonly [first: number, last: number],
  ): void;
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
  /** Charts whose brush is added up here; each as long as nothing is chosen on another. */
  const ready = new Map<string, BrushSums>();
  let readying: { chart: string; stop: AbortController } | null = null;
  /** The last question that was asked before numbers were added up here, which its answer is older than. */
  let overtaken = 0;
  let still: ReturnType<typeof setTimeout> | undefined;

  function tell(numbers: BoardNumbers, cause: number | null): void {
    last = numbers;
    for (const listener of listeners) listener(numbers, cause);
  }

  async function send(): Promise<void> {
    forgetRest();
    if (flying === AHEAD || table === null || waiting.size === 0) return;
    flying += 1;
    turn += 1;
    const board = opened;
    const asked = turn;
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
        if (asked > overtaken) tell(reply.ok, cause);
      }
    }
    // What is known already waits until it stands still.
    if (still === undefined) void send();
  }

  function choose(
    chart: string,
    condition: Condition | null,
    cause?: number,
    places?: readonly [number, number],
  ): void {
    const said = condition === null ? undefined : JSON.stringify(condition);
    if (chosen.get(chart) === said) return;
    if (said === undefined) chosen.delete(chart);
    else chosen.set(chart, said);
    waiting.set(chart, condition);
    for (const other of ready.keys()) if (other !== chart) ready.delete(other);
    if (readying?.chart !== chart) stopReadying();
    const sums = ready.get(chart);
    if (sums !== undefined && last !== null && places !== undefined) {
      overtaken = turn;
      const { rows, charts } = sums(...places);
      // Its own chart does not follow its own choice.
      tell({ rows, of: last.of, charts: { ...last.charts, ...charts } }, cause ?? null);
      clearTimeout(still);
      still = setTimeout(send, STILL);
      return;
    }
    // The time of the first input that waits: what is measured is the longest wait.
    since ??= cause ?? null;
    void send();
  }

  function forgetRest(): void {
    clearTimeout(still);
    still = undefined;
  }

  function stopReadying(): void {
    readying?.stop.abort();
    readying = null;
  }

  async function prepare(chart: string): Promise<void> {
    if (table === null || ready.has(chart) || readying?.chart === chart) return;
    stopReadying();
    void send();
    // What has not gone out yet is chosen after the tile is made.
    if ([...waiting.keys()].some((other) => other !== chart)) return;
    const own = { chart, stop: new AbortController() };
    readying = own;
    const reply = await client.explorePrepare({ table, chart }, { signal: own.stop.signal });
    if (readying !== own) return;
    readying = null;
    if ('ok' in reply && reply.ok.tile !== null) ready.set(chart, brushSums(reply.ok.tile));
  }

  /** Forgets what belonged to the board that was open. */
  function leave(): void {
    opened += 1;
    table = null;
    ready.clear();
    stopReadying();
    forgetRest();
    waiting.clear();
  }

  return {
    async open(request) {
      leave();
      const board = opened;
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
      // A gesture has ended: the engine is told at once.
      void send();
    },
    prepare,
    isChosen: (chart) => chosen.has(chart),
    numbers: () => last,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      leave();
      last = null;
      void client.exploreClose({});
    },
  };
}
