import type { PackedTexts } from '../../model/packed-texts.ts';
import type { AlikeState } from '../alike-state.ts';
import { groupOf, UNDECIDED } from '../text-group.ts';
import { SEVERAL, type TextGroups } from './text-groups.ts';

/** {@link TextGroups} in TypeScript. */
export class PlainTextGroups implements TextGroups {
  groups(
    { bytes, ends }: PackedTexts,
    first: number,
    last: number,
    state: AlikeState,
    into: Uint32Array,
  ): number {
    const n = Math.min(SEVERAL, last - first);
    for (let i = 0; i < n; i++) {
      const at = first + i;
      const start = at === 0 ? 0 : (ends[at - 1] as number);
      into[i] = groupOf(bytes, start, ends[at] as number, state);
      if (into[i] === UNDECIDED) return i + 1;
    }
    return n;
  }
}
