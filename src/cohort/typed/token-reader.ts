import type { Token } from './tokens.ts';
import { comes } from './vocabulary.ts';

/** A place among typed words; whoever tries something puts `at` back when it fails. */
export class TokenReader {
  readonly tokens: readonly Token[];
  at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get next(): Token | undefined {
    return this.tokens[this.at];
  }

  sees(words: readonly string[]): boolean {
    return comes(words, this.tokens, this.at);
  }

  /** Goes past one of some wordings, if one comes next. */
  eat(...wordings: string[]): boolean {
    const found = wordings.map((wording) => wording.split(' ')).find((each) => this.sees(each));
    if (found) this.at += found.length;
    return found !== undefined;
  }

  /** Does a piece of reading; where it gives undefined, nothing was read. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const start = this.at;
    const found = read();
    if (found === undefined) this.at = start;
    return found;
  }

  digits(): number | undefined {
    const word = this.next?.word.replace('−', '-') ?? '';
    if (!/^-?\d+(\.\d+)?$/.test(word)) return undefined;
    this.at++;
    return Number(word);
  }
}
