import { AlikeCells, BY_ITSELF } from './alike-cells.ts';
import { entryText } from './entry-text.ts';
import type { ColumnProfile } from './profile.ts';
import { CELL } from './raw-table.ts';

/** Texts that stand for themselves and for those that are alike, with the cells of all of these. */
export class FewTexts {
  readonly #places = new Map<string, number>();
  readonly #isOneRun: boolean;
  readonly #dictionary = [''];
  readonly #counts = [0];
  readonly #firstRows = [0];
  #filled = 0;

  /** @param isOneRun no text is added twice */
  constructor(isOneRun: boolean) {
    this.#isOneRun = isOneRun;
  }

  /** Adds cells to a text, new or known; gives its place. */
  add(text: string, n: number, firstRow: number): number {
    let place = this.#isOneRun ? undefined : this.#places.get(text);
    if (place === undefined) {
      place = this.#dictionary.push(text) - 1;
      this.#counts.push(0);
      this.#firstRows.push(firstRow);
      if (!this.#isOneRun) this.#places.set(text, place);
    }
    this.addTo(place, n, firstRow);
    return place;
  }

  addTo(place: number, n: number, firstRow: number): void {
    (this.#counts[place] as number) += n;
    this.#firstRows[place] = Math.min(this.#firstRows[place] as number, firstRow);
    this.#filled += n;
  }

  profile(rows: number): ColumnProfile {
    const size = this.#dictionary.length;
    return {
      values: { dictionary: this.#dictionary, types: new Uint8Array(size).fill(CELL.text) },
      counts: Uint32Array.from(this.#counts),
      firstRows: Uint32Array.from(this.#firstRows),
      used: Uint32Array.from({ length: size - 1 }, (_, i) => i + 1),
      filled: this.#filled,
      empty: rows - this.#filled,
    };
  }
}

/** Puts the texts of a run among the few; gives for each the place of the one that stands for it. */
export function groupTexts(profile: ColumnProfile, few: FewTexts): Uint32Array {
  const { values, counts, firstRows, used } = profile;
  const places = new Uint32Array(counts.length);
  const { texts } = values;
  const alike = new AlikeCells();
  const groups = new Map<number, number>();
  // By place: an iterator would make an object for each of a million texts.
  for (let i = 0; i < used.length; i++) {
    const code = used[i] as number;
    const n = counts[code] as number;
    const row = firstRows[code] as number;
    const group = texts
      ? alike.group(texts.bytes, texts.ends[code - 1] as number, texts.ends[code] as number)
      : BY_ITSELF;
    const known = group === BY_ITSELF ? undefined : groups.get(group);
    if (known !== undefined) {
      few.addTo(known, n, row);
      places[code] = known;
      continue;
    }
    const place = few.add(entryText(values, code), n, row);
    if (group !== BY_ITSELF) groups.set(group, place);
    places[code] = place;
  }
  return places;
}
