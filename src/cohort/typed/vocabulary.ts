import type { Link } from '../../model/condition.ts';
import type { Variable } from '../../model/variable.ts';
import type { NamedTable } from '../parse-sentence.ts';
import { type Token, wordsOf } from './tokens.ts';

/** A table with what its data holds, as far as words can be found by it. */
export interface Vocabulary extends NamedTable {
  /** Values of a variable that has few; of others none. */
  valuesOf(variable: Variable): readonly string[];
  /** The latest day of a date, `YYYY-MM-DD`. */
  lastDayOf(variable: Variable): string | undefined;
}

/** What can be meant by what is typed: the table itself, and tables whose rows belong to its rows. */
export interface Scope {
  own: Vocabulary;
  linked: readonly { link: Link; table: Vocabulary }[];
}

/** Words that stand for a variable, or for a value of one. */
export interface Phrase {
  words: readonly string[];
  variable: Variable;
  value?: string;
}

/** All phrases of a table, the longest first. */
export function phrasesOf(table: Vocabulary): Phrase[] {
  const phrases = table.variables.flatMap((variable) => [
    { words: wordsOf(variable.label), variable },
    { words: wordsOf(variable.name.replaceAll('_', ' ')), variable },
    ...valuePhrases(table, variable),
  ]);
  return phrases
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
}

function valuePhrases(table: Vocabulary, variable: Variable): Phrase[] {
  const values = new Set([
    ...variable.values.map(({ value }) => value),
    ...table.valuesOf(variable),
  ]);
  return [...values].flatMap((value) => {
    const label = variable.values.find((entry) => entry.value === value)?.label ?? value;
    // A number alone is no word for anything.
    const words = wordsOf(label);
    return words.some((word) => /\p{L}/u.test(word)) ? [{ words, variable, value }] : [];
  });
}

/** Whether the words come at a place. */
export function comes(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  return words.every((word, i) => tokens[at + i]?.word === word);
}
