import { stuartMaxwellBowker } from '../statistics/stuart-maxwell-bowker.ts';
import type { Change } from './change.ts';
import type { Transition } from './transition.ts';

/** A change by ranks, with who got better and how levels moved. */
export interface LevelChange {
  change: Change;
  transition: Transition | null;
  /** In the order in which they are told. */
  outcomes: readonly {
    key: 'improved' | 'same' | 'worse' | 'up' | 'down';
    label: string;
    /** As in a sentence: "29 improved". */
    words: string;
    n: number;
  }[];
  /** Stuart and Maxwell's test of marginal homogeneity; null when it is not defined. */
  homogeneity: { chisq: number; df: number; p: number } | null;
}

export function levelChange(change: Change, transition: Transition | null): LevelChange {
  return {
    change,
    transition,
    outcomes: outcomesOf(change),
    homogeneity: homogeneityOf(transition),
  };
}

function outcomesOf({ scores, up, down, same }: Change): LevelChange['outcomes'] {
  const { better } = scores;
  const stayed = { key: 'same', label: 'Same', words: 'stayed the same', n: same } as const;
  if (better !== 'higher' && better !== 'lower') {
    return [
      { key: 'up', label: 'Higher', words: 'went up', n: up },
      stayed,
      { key: 'down', label: 'Lower', words: 'went down', n: down },
    ];
  }
  const [improved, worse] = better === 'higher' ? [up, down] : [down, up];
  return [
    { key: 'improved', label: 'Improved', words: 'improved', n: improved },
    stayed,
    { key: 'worse', label: 'Worse', words: 'got worse', n: worse },
  ];
}

function homogeneityOf(transition: Transition | null): LevelChange['homogeneity'] {
  if (!transition || transition.levels.length < 2) return null;
  const { chisq, df, p } = stuartMaxwellBowker(transition.counts).stuart_maxwell;
  return chisq === null || p === null ? null : { chisq, df, p };
}
