import { describe, expect, test } from 'vitest';
import { stackable } from '../../renderer/headings-agree.ts';
import {
  incomingName,
  incomingOf,
  partsOf,
  stackUnits,
  unstackUnit,
} from '../../renderer/import-queue.ts';

const queue = ['a.csv', 'b.csv', 'c.csv'].map((name) =>
  incomingOf({ token: name, name, bytes: 1 }),
);
const [a, b, c] = queue.map(({ id }) => id) as [number, number, number];

describe('the queue', () => {
  test('stacks in the place of the first, and takes apart again', () => {
    const stacked = stackUnits(queue, [a, c]);
    expect(stacked.map(incomingName)).toEqual(['2 files as one table', 'b.csv']);
    const [first] = stacked;
    expect(first && partsOf(first).map(({ name }) => name)).toEqual(['a.csv', 'c.csv']);
    expect(unstackUnit(stacked, first?.id ?? 0).map(incomingName)).toEqual([
      'a.csv',
      'c.csv',
      'b.csv',
    ]);
    expect(stackUnits(queue, [b])).toBe(queue);
  });

  test('names sheets of one workbook as such', () => {
    const sheet = { token: 't', name: 'o.xlsx', bytes: 1 };
    expect(incomingName({ ...sheet, id: 9, sheet: 'PRFQ' })).toBe('o.xlsx, PRFQ');
    const stack = [{ ...sheet, sheet: 'B' }];
    expect(incomingName({ ...sheet, id: 9, sheet: 'A', stack })).toBe('o.xlsx, 2 sheets as one');
  });
});

describe('stacking is offered', () => {
  const headed = (id: number, headers?: readonly string[]) => ({ id, headers });

  test('when headings are the same, capitals and order aside', () => {
    const offer = stackable(headed(1, ['Ref', 'Score']), [headed(2, ['score', 'ref'])]);
    expect(offer).toEqual({ ids: [1, 2], words: 'Both have the same headings.' });
  });

  test('for those that agree, saying how far', () => {
    const offer = stackable(headed(1, ['a', 'b', 'c']), [
      headed(2, ['a', 'b', 'c', 'd']),
      headed(3, ['x', 'y']),
    ]);
    expect(offer).toEqual({ ids: [1, 2], words: '2 of 3 have 3 of 4 headings in common.' });
    expect(stackable(headed(1, ['a']), [headed(2, ['x'])])).toBe(null);
  });

  test('without a promise where headings are not known yet', () => {
    expect(stackable(headed(1, ['a']), [headed(2)])?.words).toBe('Both can be put together.');
  });
});
