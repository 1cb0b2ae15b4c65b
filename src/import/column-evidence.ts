import type { ColumnDecision, ColumnEvidence, SeveralAnswers } from '../model/importing.ts';
import type { Kind } from '../model/variable.ts';
import type { ColumnTally } from './column-tally.ts';
import { type DecodedColumn, STATE } from './decoded.ts';
import type { ColumnProfile } from './profile.ts';
import type { ReadCells } from './read-cells.ts';
import { suggestedMissing } from './suggested-missing.ts';

const SHOWN = 10;

/** What a decided column is judged by. */
export interface DecidedColumn {
  decision: ColumnDecision;
  profile: ColumnProfile;
  tally: ColumnTally;
  decoded: DecodedColumn;
  /** The cells themselves; in large columns `profile` and `decoded` hold one text for each group. */
  cells: ReadCells;
  /** Several answers in one cell, or one tick box of several. */
  several?: SeveralAnswers;
}

/** What the file says about a column, for the person who decides. */
export function columnEvidence(
  column: DecidedColumn,
  evidence: string,
  numbers: Uint32Array,
): ColumnEvidence {
  const { decision, profile, tally, decoded, several } = column;
  const { dictionary } = profile.values;
  // One text stands for many: how often each occurs was not counted.
  const isGrouped = profile.used.length < tally.distinct;
  const byCount = [...profile.used].sort(
    (a, b) => (profile.counts[b] as number) - (profile.counts[a] as number),
  );
  const problems = [...profile.used]
    .filter((code) => decoded.states[code] === STATE.problem)
    .slice(0, SHOWN)
    .map((code) => ({
      row: numbers[profile.firstRows[code] as number] ?? 0,
      raw: dictionary[code] as string,
      reason: decoded.noValues.get(code)?.reason ?? '',
    }));
  return {
    position: decision.position,
    filled: profile.filled,
    empty: profile.empty,
    distinct: isGrouped ? tally.distinct : profile.used.length,
    fits: fits(tally, profile),
    evidence,
    problems,
    examples: [...profile.used.subarray(0, SHOWN)].map((code) => dictionary[code] as string),
    top: isGrouped
      ? []
      : byCount.slice(0, SHOWN).map((code) => ({
          value: dictionary[code] as string,
          n: profile.counts[code] as number,
        })),
    suggestedMissing: suggestedMissing(column),
    ...(several && { several }),
  };
}

function fits(tally: ColumnTally, profile: ColumnProfile): { kind: Kind; n: number }[] {
  const { dates, numbers } = tally;
  const marks = numbers.marks[numbers.mark ?? '.'];
  const all: { kind: Kind; n: number }[] = [
    { kind: 'yesno', n: tally.yes + tally.no },
    { kind: 'date', n: dates.possible },
    { kind: 'datetime', n: dates.withTime },
    { kind: 'time', n: tally.times },
    { kind: 'integer', n: marks.whole },
    { kind: 'decimal', n: marks.fits },
    { kind: 'category', n: profile.filled },
    { kind: 'text', n: profile.filled },
    { kind: 'identifier', n: profile.filled },
  ];
  return all.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
}
