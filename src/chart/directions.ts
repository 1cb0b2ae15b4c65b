import type { Direction, PairedLinesFigure } from '../model/figure.ts';
import { formatShare } from '../model/format.ts';
import type { ChartTheme } from './chart-theme.ts';

const WORDS: Readonly<Record<Direction, string>> = {
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  unrated: 'Not rated',
};

const ORDER = ['better', 'same', 'worse', 'unrated'] as const;

export interface DirectionCount {
  direction: Direction;
  name: string;
  n: number;
}

/** The directions that occur, with how many people moved so. */
export function directionCounts({ people }: PairedLinesFigure): DirectionCount[] {
  return ORDER.flatMap((direction) => {
    const n = people[direction] ?? 0;
    return n === 0 && (direction === 'unrated' || people[direction] === undefined)
      ? []
      : [{ direction, name: WORDS[direction], n }];
  });
}

export function peopleOf(counts: readonly DirectionCount[]): number {
  return counts.reduce((sum, { n }) => sum + n, 0);
}

/** "Better: 41 of 60 (68 %)" */
export function directionWords({ name, n }: DirectionCount, of: number): string {
  return `${name}: ${formatShare(n, of)}`;
}

/** Told apart by colour and by dashes. */
export function directionLine(
  theme: ChartTheme,
  direction: Direction,
): { colour: string; dash: string | undefined } {
  switch (direction) {
    case 'better':
      return { colour: theme.series[0] ?? theme.text, dash: undefined };
    case 'worse':
      return { colour: theme.series[5] ?? theme.text, dash: '6 3' };
    case 'same':
      return { colour: theme.text2, dash: '1.5 3' };
    case 'unrated':
      return { colour: theme.series[0] ?? theme.text, dash: undefined };
  }
}
