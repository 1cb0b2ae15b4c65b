import { Refusal } from '../model/refusal.ts';
import type { CodeList } from './code-list.ts';
import { ATTENDANCE } from './lists/attendance.ts';
import { CLOSURE_REASON, REJECTION_REASON } from './lists/closure-reason.ts';
import { CONSULTATION_MECHANISM } from './lists/consultation-mechanism.ts';
import { ETHNIC_CATEGORY } from './lists/ethnic-category.ts';
import { IMD_DECILE } from './lists/imd-decile.ts';
import { REFERRAL_SOURCE } from './lists/referral-source.ts';

export const CODE_LISTS: readonly CodeList[] = [
  ETHNIC_CATEGORY,
  IMD_DECILE,
  REFERRAL_SOURCE,
  ATTENDANCE,
  CLOSURE_REASON,
  REJECTION_REASON,
  CONSULTATION_MECHANISM,
];

/** @throws Refusal `unknown-code-list` */
export function codeListNamed(id: string): CodeList {
  const found = CODE_LISTS.find((list) => list.id === id);
  if (found) return found;
  throw new Refusal('unknown-code-list', `There is no code list called “${id}”.`, {
    hint: `There are: ${CODE_LISTS.map((list) => list.id).join(', ')}.`,
    where: { option: 'list' },
  });
}
