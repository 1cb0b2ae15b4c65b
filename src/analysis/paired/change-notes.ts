import { formatNumber, formatP } from '../../model/format.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { missingWords } from '../parts/missing-counts.ts';
import { shareWords } from '../parts/percent.ts';
import { normalityTest } from '../statistics/normality.ts';
import { attritionNotes } from './attrition-notes.ts';
import { type Change, FEW_PAIRS, FEWEST_PAIRS } from './change.ts';

/** What a reader of a change has to know: pairs, assumptions, and what it does not show. */
export function changeNotes(changes: readonly Change[], unit: string): Note[] {
  return [
    ...changes.map((change) => pairedNote(change, unit)),
    ...changes.flatMap(sizeNotes),
    ...changes.map(normalityNote),
    ...changes.map(wilcoxonNote),
    ...changes.flatMap(attritionNotes),
    ...changes.flatMap(directionNotes),
    NO_COMPARISON,
  ];
}

/** The same for an analysis by ranks only. */
export function rankNotes(change: Change, unit: string): Note[] {
  return [pairedNote(change, unit), wilcoxonNote(change), ...directionNotes(change), NO_COMPARISON];
}

export const NO_COMPARISON: Note = {
  kind: 'caution',
  text: 'There is no comparison group: this is change, and its cause is not known. Scores that were extreme at the start tend to move towards the mean by themselves.',
};

function pairedNote({ scores, n }: Change, unit: string): Note {
  const missing = missingWords(scores.missing);
  return {
    kind: 'note',
    text: `${escapeRich(scores.label)}: ${shareWords(n, scores.eligible, unit)} have both scores${missing ? `; ${escapeRich(missing)}` : ''}.`,
  };
}

function sizeNotes({ scores, n, t, refused }: Change): Note[] {
  const name = escapeRich(scores.label);
  if (!t)
    return [
      {
        kind: 'refused',
        text: `${name}: no *t*-test, ${refused} (${n} ${n === 1 ? 'pair' : 'pairs'}).`,
      },
    ];
  if (n >= FEW_PAIRS) return [];
  return [
    {
      kind: 'caution',
      text: `${name}: only ${n} pairs. Below ${FEW_PAIRS} the *t*-test leans on the differences being normal (below ${FEWEST_PAIRS} it is not computed).`,
    },
  ];
}

function normalityNote({ scores, n, normality, normalityRefused }: Change): Note {
  const test = normalityTest(n);
  const words = normality
    ? `${test.symbol} = ${formatNumber(normality.statistic, 'statistic')}, ${formatP(normality.p)}`
    : `not computed, ${normalityRefused}`;
  return {
    kind: 'assumption',
    text: `${escapeRich(scores.label)}: normality of the differences, ${test.name} ${words}. Shown, not used to choose the test.`,
    citation: test.citation,
  };
}

function wilcoxonNote({ scores, ranks, wilcoxonP, wilcoxonMethod }: Change): Note {
  const name = escapeRich(scores.label);
  if (wilcoxonP === null)
    return { kind: 'refused', text: `${name}: no Wilcoxon test, nobody changed.` };
  const zeros = ranks.n_zero > 0 ? `, ${ranks.n_zero} without change left out` : '';
  return {
    kind: 'note',
    text: `${name}: Wilcoxon signed-rank *W*~+~ = ${formatNumber(ranks.W_plus, 'number')}, ${formatP(wilcoxonP)} (${wilcoxonMethod}${zeros}).`,
  };
}

function directionNotes({ scores }: Change): Note[] {
  if (scores.better !== null) return [];
  return [
    {
      kind: 'caution',
      text: `${escapeRich(scores.label)}: neither the label nor the options say whether higher or lower is better.`,
    },
  ];
}
