import type { Random } from './random.ts';

/** A valid number from 999 000 0000 to 999 999 9999, which are never given to a person. */
export function madeUpNhsNumber(random: Random): string {
  for (;;) {
    const base = `999${String(random.whole(0, 999_999)).padStart(6, '0')}`;
    const check = nhsCheckDigit(base);
    if (check !== null) return `${base}${check}`;
  }
}

/** Check digit of nine digits (NHS Data Dictionary: weights 10 to 2, modulus 11); null when there is none. */
export function nhsCheckDigit(base: string): number | null {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(base[i]) * (10 - i);
  const check = 11 - (sum % 11);
  if (check === 10) return null;
  return check === 11 ? 0 : check;
}

/** "999 123 4567" */
export function spacedNhsNumber(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}
