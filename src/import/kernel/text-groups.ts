import type { PackedTexts } from '../../model/packed-texts.ts';
import type { AlikeState } from '../alike-state.ts';

/** Texts that are looked at in one call, at most. */
export const SEVERAL = 1 << 12;

/** Tells which texts of a column are alike: see text-group.ts. */
export interface TextGroups {
  /**
   * Writes the groups of texts from `first` up to but not with `last`, {@link SEVERAL} at most, and
   * brings the state up to them. It stops after a text that is UNDECIDED: the state does not say yet
   * whether its marks divide answers, or whether enough whole numbers are known. Gives how many it wrote.
   */
  groups(
    texts: PackedTexts,
    first: number,
    last: number,
    state: AlikeState,
    into: Uint32Array,
  ): number;
}
