import type { Condition } from '../../model/condition.ts';
import { type Token, wordsOf } from './tokens.ts';
import { type Phrase, phrasesOf, type Scope } from './vocabulary.ts';

const MOST = 6;

/** Conditions that have words in common with what was typed, those with the most first. */
export function nearest(tokens: readonly Token[], { own, linked }: Scope): Condition[] {
  const typed = tokens.map(({ word }) => word).filter((word) => word.length > 1);
  const tables = [
    { phrases: phrasesOf(own), as: (condition: Condition) => condition, less: 0 },
    ...linked.map(({ link, table }) => ({
      phrases: phrasesOf(table),
      as: (where: Condition): Condition => ({ linked: link, where }),
      less: 0.5,
    })),
  ];
  const found = tables.flatMap(({ phrases, as, less }) =>
    phrases.map((phrase) => {
      const words = [...new Set([...phrase.words, ...wordsOf(phrase.variable.label)])];
      const hits = typed.filter((word) => words.some((each) => each.startsWith(word))).length;
      return { condition: as(conditionOf(phrase)), score: hits - less - words.length / 100 };
    }),
  );
  const seen = new Set<string>();
  return found
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ condition }) => condition)
    .filter((condition) => {
      // What several linked tables have alike is offered of the first of them.
      const key = JSON.stringify('linked' in condition ? condition.where : condition);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .slice(0, MOST);
}

function conditionOf({ variable, value }: Phrase): Condition {
  return value === undefined
    ? { op: 'present', variable: variable.name }
    : { op: 'is', variable: variable.name, value };
}
