import { formatNumber, formatP } from '../../model/format.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Numbers } from '../numeric/floats.ts';
import { levene } from '../statistics/levene.ts';
import { normalityTest } from '../statistics/normality.ts';
import { apaTest } from './apa.ts';
import { attempt, because } from './attempt.ts';

const SHOWN = 'Shown, not used to choose the test.';

interface Named {
  label: string;
  values: readonly number[];
}

/** "Age: normality, Shapiro–Wilk: A *W* = 0.97, *p* = .210; B …. Shown, not used to choose the test." */
export function normalityNote(
  label: string,
  parts: readonly { label: string; values: Numbers }[],
  of = 'normality',
): Note {
  const {
    name,
    symbol,
    citation,
    of: test,
  } = normalityTest(Math.max(0, ...parts.map(({ values }) => values.length)));
  const words = parts.map((part) => {
    const { value, refused } = attempt(() => test(part.values));
    const group = parts.length > 1 ? `${escapeRich(part.label)} ` : '';
    return value
      ? `${group}${symbol} = ${formatNumber(value.statistic, 'statistic')}, ${formatP(value.p)}`
      : `${group}${because(refused)}`;
  });
  return {
    kind: 'assumption',
    text: `${escapeRich(label)}: ${of}, ${name} ${words.join('; ')}. ${SHOWN}`,
    citation,
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
