import { expect, test } from 'vitest';
import { newestFirst } from '../../renderer/newest-first.ts';
import { recentPages } from '../../renderer/recent-pages.ts';
import type { Reply } from '../../src/model/refusal.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('of the questions that wait, the newest goes first, and each gets its own answer', async () => {
  const begun: number[] = [];
  const answers = new Map<number, (value: number) => void>();
  const inTurn = newestFirst(2);
  const ask = (n: number) =>
    inTurn(
      () =>
        new Promise<number>((answer) => {
          begun.push(n);
          answers.set(n, answer);
        }),
    );
  const all = [1, 2, 3, 4, 5].map(ask);
  await settled();
  expect(begun).toEqual([5, 4]);
  all.push(ask(6));
  await settled();
  answers.get(4)?.(40);
  await settled();
  expect(begun).toEqual([5, 4, 6]);
  for (const n of [6, 5, 3, 2, 1]) {
    answers.get(n)?.(10 * n);
    await settled();
  }
  expect(begun).toEqual([5, 4, 6, 3, 2, 1]);
  expect(await Promise.all(all)).toEqual([10, 20, 30, 40, 50, 60]);
});

test('a question that fails makes room for the next', async () => {
  const inTurn = newestFirst(1);
  const first = inTurn(() => Promise.reject(new Error('no')));
  const second = inTurn(async () => 'yes');
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe('yes');
});

test('a page is asked for once while it is kept, and again after a refusal', async () => {
  const asked: number[] = [];
  const refused = { code: 'x', message: '', hint: '', where: {} };
  const pageOf = recentPages(2, async ({ page }: { page: number }): Promise<Reply<number>> => {
    asked.push(page);
    return page < 0 ? { refused } : { ok: page };
  });
  expect(await pageOf({ page: 1 })).toEqual({ ok: 1 });
  await pageOf({ page: 2 });
  await pageOf({ page: 1 });
  expect(asked).toEqual([1, 2]);
  // A third takes the place of the one that was not asked for longest.
  await pageOf({ page: 3 });
  await pageOf({ page: 1 });
  expect(asked).toEqual([1, 2, 3]);
  await pageOf({ page: 2 });
  expect(asked).toEqual([1, 2, 3, 2]);
  await pageOf({ page: -1 });
  await pageOf({ page: -1 });
  expect(asked.slice(4)).toEqual([-1, -1]);
});
