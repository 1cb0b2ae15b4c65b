import type { PackedTexts } from '../model/packed-texts.ts';
import type { AlikeState } from './alike-state.ts';
import { AnswersTally } from './answers-tally.ts';
import { WHOLES } from './kernel/key-tally.ts';
import { textGroups } from './kernel/make-kernel.ts';
import { BY_ITSELF, MARKS, plainNumber, UNDECIDED } from './text-group.ts';

/**
 * Tells which texts of a column are alike: everything that the import asks about a text has the same
 * answer for all of them, but for the value of a number. So one of them can be judged for all. It only
 * knows the forms that large columns are made of; every other text is {@link BY_ITSELF}.
 */
export class AlikeCells {
  readonly #wholes = new Set<number>();
  readonly #answers = new AnswersTally();
  readonly #state: AlikeState = { words: 0, longest: 0, harmless: 0, knowsWholes: false };

  /** Writes the groups of texts `first` up to but not with `last`, in order of first appearance. */
  groups(texts: PackedTexts, first: number, last: number, into: Uint32Array): void {
    for (let at = first; at < last; ) {
      at += textGroups().groups(texts, at, last, this.#state, into.subarray(at - first));
      const latest = at - first - 1;
      if (into[latest] !== UNDECIDED) continue;
      into[latest] = BY_ITSELF;
      if (!this.#judge(texts, at - 1)) at--;
    }
  }

  /** Looks at a text by itself; false where what it says was known already. */
  #judge({ bytes, ends }: PackedTexts, at: number): boolean {
    const [start, end] = [ends[at - 1] ?? 0, ends[at] as number];
    const number = plainNumber(bytes, start, end);
    if (number) {
      this.#wholes.add(number.value);
      this.#state.knowsWholes = this.#wholes.size >= WHOLES;
      return true;
    }
    const before = this.#state.harmless;
    for (const [bit, mark] of MARKS) if (this.#answers.hasFailed(mark)) this.#state.harmless |= bit;
    if (this.#state.harmless !== before) return false;
    this.#answers.add(Buffer.from(bytes.subarray(start, end)).toString('latin1'), 1);
    return true;
  }
}
