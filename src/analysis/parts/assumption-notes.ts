import { formatNumber, formatP } from '../../model/format.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { levene } from '../statistics/levene.ts';
import { shapiroWilk } from '../statistics/shapiro-wilk.ts';
import { apaTest } from './apa.ts';
import { attempt, because } from './attempt.ts';

const SHOWN = 'Shown, not used to choose the test.';

interface Named {
  label: string;
  values: readonly number[];
}

/** "Age: normality, Shapiro–Wilk: A *W* = 0.97, *p* = .210; B …. Shown, not used to choose the test." */
export function normalityNote(label: string, parts: readonly Named[], of = 'normality'): Note {
  const words = parts.map((part) => {
    const test = attempt(() => shapiroWilk(part.values));
    const name = parts.length > 1 ? `${escapeRich(part.label)} ` : '';
    return test.value
      ? `${name}*W* = ${formatNumber(test.value.W, 'statistic')}, ${formatP(test.value.p)}`
      : `${name}${because(test.refused)}`;
  });
  return {
    kind: 'assumption',
    text: `${escapeRich(label)}: ${of}, Shapiro–Wilk ${words.join('; ')}. ${SHOWN}`,
    citation: 'Royston (1995)',
  };
}

/** Levene's test from the medians, which holds where values are skewed. */
export function equalVariancesNote(label: string, groups: readonly Named[]): Note {
  const test = attempt(() => levene(groups.map(({ values }) => values)).median_brown_forsythe);
  const { F = null, df1 = null, df2 = null, p = null } = test.value ?? {};
  const words =
    F === null
      ? because(test.refused || 'the distances from the medians do not vary')
      : apaTest('*F*', [df1, df2], F, p);
  return {
    kind: 'assumption',
    text: `${escapeRich(label)}: equal variances, Levene’s test from the medians ${words}. ${SHOWN}`,
    citation: 'Brown & Forsythe (1974)',
  };
}
