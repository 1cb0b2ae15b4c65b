import { AlikeCells, BY_ITSELF } from './alike-cells.ts';
import { entryText } from './entry-text.ts';
import type { ColumnProfile } from './profile.ts';
import { CELL, type CellType } from './raw-table.ts';

/** Texts that stand for themselves and for those that are alike, with the cells of all of these. */
export class FewTexts {
  readonly #places = new Map<string, number>();
  readonly #isOneRun: boolean;
  readonly #dictionary = [''];
  readonly #types: CellType[] = [CELL.text];
  readonly #counts = [0];
  readonly #firstRows = [0];
  #filled = 0;

  /** @param isOneRun no text is added twice */
  constructor(isOneRun: boolean) {
    this.#isOneRun = isOneRun;
  }

  /** Adds cells to a text, new or known; gives its place. */
  add(text: string, n: number, firstRow: number, type: CellType = CELL.text): number {
    let place = this.#isOneRun ? undefined : this.#places.get(text);
    if (place === undefined) {
      place = this.#dictionary.push(text) - 1;
      this.#types.push(type);
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
      values: { dictionary: this.#dictionary, types: Uint8Array.from(this.#types) },
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
  const places = new Uint32Array(profile.counts.length);
  const groups = new TextGroups(profile, few);
  const { used } = profile;
  for (let i = 0; i < used.length; i++) {
    const code = used[i] as number;
    places[code] = groups.placeOf(code);
  }
  return places;
}

class TextGroups {
  readonly #profile: ColumnProfile;
  readonly #few: FewTexts;
  readonly #alike = new AlikeCells();
  readonly #places = new Map<number, number>();

  constructor(profile: ColumnProfile, few: FewTexts) {
    this.#profile = profile;
    this.#few = few;
  }

  placeOf(code: number): number {
    const { values, counts, firstRows } = this.#profile;
    const n = counts[code] as number;
    const row = firstRows[code] as number;
    const type = values.types[code] as CellType;
    const group = this.#groupOf(code, type);
    const known = group === BY_ITSELF ? undefined : this.#places.get(group);
    if (known !== undefined) {
      this.#few.addTo(known, n, row);
      return known;
    }
    const place = this.#few.add(entryText(values, code), n, row, type);
    if (group !== BY_ITSELF) this.#places.set(group, place);
    return place;
  }

  /** A number that a workbook stores as one is not judged like a text of the same digits. */
  #groupOf(code: number, type: CellType): number {
    const { texts } = this.#profile.values;
    if (!texts || (type !== CELL.text && type !== CELL.number)) return BY_ITSELF;
    const { bytes, ends } = texts;
    const group = this.#alike.group(bytes, ends[code - 1] as number, ends[code] as number);
    return type === CELL.number ? -group : group;
  }
}
