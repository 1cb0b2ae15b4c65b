import { AlikeCells } from './alike-cells.ts';
import { entryText } from './entry-text.ts';
import { SEVERAL } from './kernel/text-groups.ts';
import type { ColumnProfile } from './profile.ts';
import { CELL, type CellType } from './raw-table.ts';
import { BY_ITSELF, GROUPS } from './text-group.ts';

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
  const { values, used } = profile;
  const groups = new GroupPlaces(profile, few);
  const found = new Uint32Array(SEVERAL);
  const alike = new AlikeCells();
  for (let i = 0; i < used.length; ) {
    const first = used[i] as number;
    const n = stretchFrom(profile, i);
    if (values.texts && isGrouped(values.types[first])) {
      alike.groups(values.texts, first, first + n, found);
    } else found.fill(BY_ITSELF, 0, n);
    groups.add(first, found.subarray(0, n));
    i += n;
  }
  return groups.finish();
}

/** How many codes follow one another without a gap that are all grouped, or none of them. */
function stretchFrom({ used, values }: ColumnProfile, from: number): number {
  const first = used[from] as number;
  const own = isGrouped(values.types[first]);
  const most = Math.min(SEVERAL, used.length - from);
  const stretch = values.types.subarray(first, first + most);
  const isWhole = used[from + most - 1] === first + most - 1;
  if (isWhole && !OTHERS.some((type) => stretch.includes(type))) return most;
  let n = 1;
  while (n < most && used[from + n] === first + n && isGrouped(values.types[first + n]) === own) {
    n++;
  }
  return n;
}

/** Cells that are not grouped. */
const OTHERS = Object.values(CELL).filter((type) => !isGrouped(type));

function isGrouped(type: number | undefined): boolean {
  return type === CELL.text || type === CELL.number;
}

/** Which text stands for each group, and the cells of the group. */
class GroupPlaces {
  readonly #profile: ColumnProfile;
  readonly #few: FewTexts;
  readonly #places: Uint32Array;
  /** By group, those of numbers that a workbook stores as such after all others. */
  readonly #own = new Int32Array(2 * GROUPS).fill(-1);
  readonly #cells = new Float64Array(2 * GROUPS);
  readonly #firstRows = new Uint32Array(2 * GROUPS);

  constructor(profile: ColumnProfile, few: FewTexts) {
    this.#profile = profile;
    this.#few = few;
    this.#places = new Uint32Array(profile.counts.length);
  }

  /** Adds the texts of some codes from `first` on. */
  add(first: number, groups: Uint32Array): void {
    const { counts, firstRows, values } = this.#profile;
    const { types } = values;
    for (let i = 0, code = first; i < groups.length; i++, code++) {
      // A number that a workbook stores as one is not judged like a text of the same digits.
      const group = (groups[i] as number) + (types[code] === CELL.number ? GROUPS : 0);
      let place = this.#own[group] as number;
      if (place < 0) place = this.#addText(code, group);
      this.#places[code] = place;
      (this.#cells[group] as number) += counts[code] as number;
      const row = firstRows[code] as number;
      if (row < (this.#firstRows[group] as number)) this.#firstRows[group] = row;
    }
  }

  finish(): Uint32Array {
    for (const [group, place] of this.#own.entries()) {
      if (place < 0) continue;
      this.#few.addTo(place, this.#cells[group] as number, this.#firstRows[group] as number);
    }
    return this.#places;
  }

  #addText(code: number, group: number): number {
    const { values, counts, firstRows } = this.#profile;
    const row = firstRows[code] as number;
    const isAlone = group % GROUPS === BY_ITSELF;
    const n = isAlone ? (counts[code] as number) : 0;
    const place = this.#few.add(entryText(values, code), n, row, values.types[code] as CellType);
    if (!isAlone) {
      this.#own[group] = place;
      this.#firstRows[group] = row;
    }
    return place;
  }
}
