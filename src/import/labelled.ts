import type { ValueLabel } from '../model/variable.ts';

export interface LabelledCell {
  code: string;
  label: string;
  /** `=` says so plainly; other marks also stand in addresses and lists. */
  isPlain: boolean;
}

const CELL = /^(-?\d{1,5})(\s*=\s*|\s?[:.)]\s+|\s+[-–]\s+)(\p{L}.*)$/su;
const BRACKETS = /^\((-?\d{1,5})\)\s*(\p{L}.*)$/su;

/** A cell that gives its code and its label: `1 = Agree`, `1: Agree`, `(1) Agree`. */
export function labelledCell(text: string): LabelledCell | undefined {
  const trimmed = text.trim();
  if (trimmed.length < 3 || trimmed.length > 200 || !/^[-(\d]/.test(trimmed)) return undefined;
  const match = CELL.exec(trimmed);
  if (match)
    return { code: match[1] ?? '', label: match[3] ?? '', isPlain: match[2]?.trim() === '=' };
  const inBrackets = BRACKETS.exec(trimmed);
  if (!inBrackets) return undefined;
  return { code: inBrackets[1] ?? '', label: inBrackets[2] ?? '', isPlain: false };
}

/** What the cells of a column say about codes that carry their label. */
export class LabelledTally {
  /** Cells that give code and label. */
  n = 0;
  example: string | undefined;
  readonly #labels = new Map<string, string>();
  readonly #codes = new Map<string, string>();
  #contradicts = false;
  #isPlain = true;

  add(text: string, n: number): void {
    const cell = labelledCell(text);
    if (!cell) return;
    this.n += n;
    this.example ??= text.trim();
    this.#isPlain &&= cell.isPlain;
    if (this.#labels.size > 200) return;
    const label = this.#labels.get(cell.code);
    const code = this.#codes.get(cell.label);
    if ((label ?? cell.label) !== cell.label || (code ?? cell.code) !== cell.code) {
      this.#contradicts = true;
    }
    this.#labels.set(cell.code, label ?? cell.label);
    this.#codes.set(cell.label, code ?? cell.code);
  }

  /**
   * Codes and labels in the order of the codes, when the cells agree with one another and repeat;
   * undefined otherwise. `others` are cells that hold neither.
   */
  values(others: number): readonly ValueLabel[] | undefined {
    const size = this.#labels.size;
    if (size < 2 || size > 100 || this.#contradicts || size * 2 > this.n) return undefined;
    if (others > this.n * 0.05) return undefined;
    const codes = [...this.#labels.keys()];
    if (!this.#isPlain && codes.filter((code) => Math.abs(Number(code)) <= 10).length * 2 < size) {
      return undefined;
    }
    return [...this.#labels]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => Number(a.value) - Number(b.value));
  }
}
