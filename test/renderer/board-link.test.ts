import { describe, expect, test, vi } from 'vitest';
import { createBoardLink } from '../../renderer/board/board-link.ts';
import type { BoardAnswer, BrushTile, ChartChoice } from '../../src/model/board.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Reply } from '../../src/model/refusal.ts';

const seen = (value: number): Condition => ({ op: 'at-least', variable: 'seen', value });
const answer = (turn: number, rows = turn): BoardAnswer => ({ rows, of: 100, charts: {}, turn });
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A link to an engine that answers when it is told to. */
function slowEngine() {
  const asked: { choices: readonly ChartChoice[]; reply: (reply: Reply<BoardAnswer>) => void }[] =
    [];
  const refused: string[] = [];
  const tiles: {
    chart: string;
    give: (tile: BrushTile | null) => void;
    isCancelled: () => boolean;
  }[] = [];
  const link = createBoardLink(
    {
      exploreOpen: async () => ({ ok: { charts: {}, numbers: answer(0) } }),
      exploreChoose: ({ choices }) =>
        new Promise((reply) => {
          asked.push({ choices, reply });
        }),
      explorePrepare: ({ chart }, options) =>
        new Promise((reply) => {
          const give = (tile: BrushTile | null) => reply({ ok: { tile } });
          tiles.push({ chart, give, isCancelled: () => options?.signal?.aborted ?? false });
        }),
      exploreClose: async () => ({ ok: {} }),
    },
    ({ code }) => refused.push(code),
  );
  const told: { rows: number; cause: number | null }[] = [];
  link.listen(({ rows }, cause) => told.push({ rows, cause }));
  const open = () => link.open({ table: 't', charts: [], within: null, choices: new Map() });
  return { link, asked, told, tiles, refused, open };
}

describe('the line to the board', () => {
  test('while answers are on their way only the latest choice of each chart waits', async () => {
    const { link, asked, told, open } = slowEngine();
    await open();
    for (let value = 1; value <= 9; value++) link.choose('a', seen(value), 100 + value);
    link.choose('b', seen(0), 200);
    expect(asked.length).toBe(2);
    asked[0]?.reply({ ok: answer(1) });
    await settled();
    expect(asked.length).toBe(3);
    expect(asked[2]?.choices).toMatchObject([
      { chart: 'a', condition: seen(9) },
      { chart: 'b', condition: seen(0) },
    ]);
    asked[1]?.reply({ ok: answer(2) });
    asked[2]?.reply({ ok: answer(3) });
    await settled();
    // The wait that is measured began with the first input that waited.
    expect(told).toEqual([
      { rows: 0, cause: null },
      { rows: 1, cause: 101 },
      { rows: 2, cause: 102 },
      { rows: 3, cause: 103 },
    ]);
  });

  test('an answer that was overtaken is not shown after the later one', async () => {
    const { link, asked, told, open } = slowEngine();
    await open();
    link.choose('a', seen(1), 1);
    link.choose('a', seen(2), 2);
    asked[1]?.reply({ ok: answer(2) });
    asked[0]?.reply({ ok: answer(1) });
    await settled();
    expect(told.map(({ rows }) => rows)).toEqual([0, 2]);
    expect(asked.map(({ choices }) => choices[0]?.turn)).toEqual([1, 2]);
  });

  test('the same choice is asked once, and what is no longer chosen is given up', async () => {
    const { link, asked, open } = slowEngine();
    await open();
    link.choose('a', seen(1));
    link.choose('a', seen(1));
    expect(asked.length).toBe(1);
    asked[0]?.reply({ ok: answer(1) });
    await settled();
    link.chooseAll(new Map([['a', seen(1)]]));
    expect(asked.length).toBe(1);
    link.chooseAll(new Map());
    expect(asked[1]?.choices).toMatchObject([{ chart: 'a', condition: null }]);
  });

  test('answers of a board that was taken down are not heard, a refusal is', async () => {
    const { link, asked, told, refused, open } = slowEngine();
    await open();
    link.choose('a', seen(1));
    await open();
    asked[0]?.reply({ ok: answer(7) });
    await settled();
    expect(told.map(({ rows }) => rows)).toEqual([0, 0]);
    link.choose('a', seen(2));
    const gone = { code: 'board-not-open', message: '', hint: '', where: {} };
    asked[1]?.reply({ refused: gone });
    await settled();
    expect(refused).toEqual(['board-not-open']);
  });

  /** Three places of chart a, and what b counts of the rows in each. */
  const TILE: BrushTile = {
    rows: [1, 20, 300],
    charts: {
      b: {
        reading: { show: 'counts' },
        sums: [
          [1, 0],
          [15, 5],
          [200, 100],
        ],
      },
    },
  };

  test('a brush over places that the engine got ready is added up here, and told when it rests', async () => {
    vi.useFakeTimers();
    const { link, asked, told, tiles, open } = slowEngine();
    await open();
    link.prepare('a');
    link.prepare('a');
    expect(tiles.map(({ chart }) => chart)).toEqual(['a']);
    link.choose('a', seen(1), 101, [0, 1]);
    expect(asked.length).toBe(1);
    tiles[0]?.give(TILE);
    await vi.advanceTimersByTimeAsync(0);
    link.choose('a', seen(2), 102, [1, 2]);
    expect(told.at(-1)).toEqual({ rows: 320, cause: 102 });
    expect(link.numbers()).toMatchObject({ of: 100, charts: { b: { counts: [215, 105] } } });
    link.choose('a', seen(3), 103, [0, 0]);
    // What was asked before comes too late to be shown.
    asked[0]?.reply({ ok: answer(1, 77) });
    await vi.advanceTimersByTimeAsync(20);
    expect(told.at(-1)).toEqual({ rows: 1, cause: 103 });
    expect(asked.length).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked[1]?.choices).toMatchObject([{ chart: 'a', condition: seen(3) }]);
    asked[1]?.reply({ ok: answer(2, 1) });
    // The end of a gesture is told at once; what is no brush over whole places is asked.
    link.choose('a', seen(4), 104, [2, 2]);
    link.chooseAll(new Map([['a', seen(4)]]));
    expect(asked[2]?.choices).toMatchObject([{ chart: 'a', condition: seen(4) }]);
    asked[2]?.reply({ ok: answer(3) });
    await vi.advanceTimersByTimeAsync(0);
    link.choose('a', null, 105);
    expect(asked[3]?.choices).toMatchObject([{ chart: 'a', condition: null }]);
    vi.useRealTimers();
  });

  test('what was got ready holds until something is chosen on another chart', async () => {
    const { link, asked, tiles, open } = slowEngine();
    await open();
    link.prepare('a');
    tiles[0]?.give(TILE);
    await settled();
    link.choose('b', seen(1));
    link.choose('a', seen(2), 2, [0, 1]);
    expect(asked.length).toBe(2);
    // While a choice elsewhere has not gone out, a tile would not know of it.
    link.choose('b', seen(3));
    link.prepare('a');
    expect(tiles.length).toBe(1);
    asked[0]?.reply({ ok: answer(1) });
    await settled();
    link.prepare('a');
    expect(tiles.length).toBe(2);
    // The pointer passes over one chart to another: only the last is got ready.
    link.prepare('b');
    expect(tiles.map(({ isCancelled }) => isCancelled())).toEqual([false, true, false]);
    tiles[1]?.give(TILE);
    tiles[2]?.give(null);
    await settled();
    link.choose('a', seen(4), 4, [0, 1]);
    asked[1]?.reply({ ok: answer(2) });
    await settled();
    expect(asked.at(-1)?.choices).toMatchObject([{ chart: 'a', condition: seen(4) }]);
    // Another board has other numbers.
    link.prepare('a');
    await open();
    expect(tiles.at(-1)?.isCancelled()).toBe(true);
  });
});
