import { pairName } from '../../model/pair-name.ts';
import type { Variable } from '../../model/variable.ts';

/** Which end of a score is good; null when nobody has said. */
export type Better = 'higher' | 'lower' | 'neither' | null;

type Described = Pick<Variable, 'name' | 'label' | 'evidence'>;

/** The part of a label before its comma, colon or bracket: "Warmth (0 to 35, higher is better)" → "Warmth". */
export function shortLabel({ label, name }: Described): string {
  const short = label.split(/[,([:]/)[0]?.trim() ?? '';
  return short === '' ? name : short;
}

/** What a pair is about: what both labels are of, or the first's own. */
export function pairLabel(before: Described, after: Described): string {
  const [first, last] = [shortLabel(before), shortLabel(after)];
  return pairName(first, last) || first;
}

/** The direction that a variable's label states, or where its label does not, its evidence. */
export function statedDirection({ label, evidence }: Described): Better {
  return directionIn(label) ?? directionIn(evidence);
}

/** The range that they state: "0–35"; '' when they state none. */
export function statedRange({ label, evidence }: Described): string {
  const match = RANGE.exec(label) ?? RANGE.exec(evidence);
  return match ? `${match[1]}–${match[2]}` : '';
}

/** The time point in "Warmth, T1"; '' when the label has no such part. */
export function statedTime({ label }: Described): string {
  const at = label.lastIndexOf(',');
  const time = at < 0 ? '' : label.slice(at + 1).trim();
  return /^[^()[\]]{1,20}$/.test(time) ? time : '';
}

/** "higher is better" */
export function directionWords(better: Better): string {
  if (better === null) return 'which direction is better is not stated';
  return better === 'neither' ? 'neither end is better' : `${better} is better`;
}

const RANGE = /[(,]\s*(\d+)\s*(?:to|–|-)\s*(\d+)\s*[,)]/;

function directionIn(text: string): Better {
  if (/\bneither\b[^.;]*\bbetter\b/i.test(text)) return 'neither';
  if (/\bhigher\b[^.;]*\bbetter\b|↑/i.test(text)) return 'higher';
  return /\blower\b[^.;]*\bbetter\b|↓/i.test(text) ? 'lower' : null;
}
