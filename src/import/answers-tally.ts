/** Marks that divide several answers in one cell. A comma also stands inside answers: it has to prove more. */
const SEPARATORS = [';', '|', ','] as const;
const MOST_ANSWERS = 40;

export interface SeparatedAnswers {
  separator: string;
  answers: readonly { value: string; n: number }[];
}

/** What the cells of a column say about holding several answers each: `stress; sleep; feeding`. */
export class AnswersTally {
  readonly #found = SEPARATORS.map((separator) => ({
    separator,
    divided: 0,
    cells: 0,
    parts: 0,
    answers: new Map<string, number>(),
    failed: false,
  }));

  add(text: string, n: number): void {
    for (const found of this.#found) {
      if (found.failed) continue;
      found.cells += n;
      const at = text.indexOf(found.separator);
      if (at < 0) {
        this.#count(found, text.trim(), n);
        continue;
      }
      const parts = text
        .split(found.separator)
        .map((part) => part.trim())
        .filter((part) => part !== '');
      if (new Set(parts).size < parts.length) {
        found.failed = true;
        continue;
      }
      if (parts.length > 1) found.divided += n;
      for (const part of parts) this.#count(found, part, n);
    }
  }

  /** Whether no cells that are still to come can make this mark divide answers. */
  hasFailed(separator: string): boolean {
    return this.#found.some((found) => found.separator === separator && found.failed);
  }

  /** The answers, most frequent first, when a few of them come back in many combinations. */
  get result(): SeparatedAnswers | undefined {
    for (const { separator, divided, cells, parts, answers, failed } of this.#found) {
      if (failed || divided === 0 || answers.size < 2) continue;
      const [share, repeats] = separator === ',' ? [0.2, 4] : [0.05, 2];
      if (divided < cells * share || parts < answers.size * repeats) continue;
      const sorted = [...answers].sort((a, b) => b[1] - a[1]);
      return { separator, answers: sorted.map(([value, n]) => ({ value, n })) };
    }
    return undefined;
  }

  #count(
    found: { parts: number; answers: Map<string, number>; failed: boolean },
    answer: string,
    n: number,
  ): void {
    if (answer === '') return;
    found.parts += n;
    found.answers.set(answer, (found.answers.get(answer) ?? 0) + n);
    if (answer.length > 80 || found.answers.size > MOST_ANSWERS) found.failed = true;
  }
}
