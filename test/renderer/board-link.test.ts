import { describe, expect, test } from 'vitest';
import { createBoardLink } from '../../renderer/board/board-link.ts';
import type { BoardAnswer, ChartChoice } from '../../src/model/board.ts';
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
  const link = createBoardLink(
    {
      exploreOpen: async () => ({ ok: { charts: {}, numbers: answer(0) } }),
      exploreChoose: ({ choices }) =>
        new Promise((reply) => {
          asked.push({ choices, reply });
        }),
      explorePrepare: async () => ({ ok: {} }),
      exploreClose: async () => ({ ok: {} }),
    },
    ({ code }) => refused.push(code),
  );
  const told: { rows: number; cause: number | null }[] = [];
  link.listen(({ rows }, cause) => told.push({ rows, cause }));
  const open = () => link.open({ table: 't', charts: [], within: null, choices: new Map() });
  return { link, asked, told, refused, open };
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
});
