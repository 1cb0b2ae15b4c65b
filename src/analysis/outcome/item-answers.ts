import type { Figure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import type { ResultTable } from '../../model/result.ts';
import { count } from '../parts/words.ts';
import type { ItemAtTime } from './scored-scales.ts';

function answersOf(items: readonly ItemAtTime[]): number[] {
  return [...new Set(items.flatMap(({ counts }) => [...counts.keys()]))].sort((a, b) => a - b);
}

/** How many forms have each answer. */
export function itemTable(items: readonly ItemAtTime[]): ResultTable {
  const answers = answersOf(items);
  const right = (key: string, header: string) => ({
    key,
    header,
    align: 'right' as const,
    format: 'count' as const,
  });
  return {
    id: 'items',
    title: 'Answers to each item, as they count',
    columns: [
      { key: 'item', header: 'Item', align: 'left', format: 'text' },
      { key: 'time', header: 'Time', align: 'left', format: 'text' },
      ...answers.map((answer, i) => right(`answer-${i + 1}`, formatNumber(answer, 'number'))),
      right('blank', 'Left out'),
      right('out', 'Out of range'),
    ],
    rows: items.map(({ item, time, counts, blank, out }) => ({
      cells: [
        { value: item },
        { value: time },
        ...answers.map((answer) => ({ value: counts.get(answer) ?? 0 })),
        { value: blank },
        { value: out },
      ],
    })),
    notes: ['Numbers of forms. Reversed items are shown as they count in the score.'],
  };
}

/** The answers to each item as shares. */
export function itemFigure(items: readonly ItemAtTime[], time: string, unit: string): Figure {
  const answers = answersOf(items);
  return {
    kind: 'stacked-bar',
    title: `Answers to each item at ${time}`,
    subtitle: `${count(Math.max(0, ...items.map(({ counts }) => [...counts.values()].reduce((a, b) => a + b, 0))))} ${unit} or fewer answered each`,
    x: { title: 'Item' },
    y: { title: `Share of ${unit}` },
    levels: answers.map((answer) => formatNumber(answer, 'number')),
    ordered: true,
    bars: items.map(({ item, counts }) => ({
      label: item,
      counts: answers.map((answer) => counts.get(answer) ?? 0),
    })),
    notes: [],
    alt: `Shares of each answer for ${count(items.length)} items at ${time}, as they count in the score.`,
  };
}
