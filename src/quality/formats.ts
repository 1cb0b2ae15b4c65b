import type { Format } from '../model/quality.ts';

/** What Attune can tell of texts by itself: for rules about a column, and for finding people in free text. */
export const FORMAT: Readonly<Record<Format, { label: string; fits(text: string): boolean }>> = {
  'nhs-number': { label: 'an NHS number', fits: isNhsNumber },
  postcode: { label: 'a postcode', fits: (text) => POSTCODE.test(text.trim()) },
  phone: { label: 'a UK phone number', fits: isPhone },
  email: {
    label: 'an e-mail address',
    fits: (text) => /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim()),
  },
  lsoa: {
    label: 'an LSOA code',
    fits: (text) => /^(E01|W01)\d{6}$|^X9999999[89]$/.test(text.trim()),
  },
};

/** Ten digits, in one or as 3 3 4 by spaces or hyphens. */
const NHS_NUMBER = /^(\d{10}|\d{3} \d{3} \d{4}|\d{3}-\d{3}-\d{4})$/;

/**
 * Modulus 11: weights 10 to 2, check digit 11 − (sum mod 11), 11 counts as 0, 10 is never issued. Ten
 * equal digits pass the sum and are refused all the same.
 */
export function isNhsNumber(text: string): boolean {
  const trimmed = text.trim();
  if (!NHS_NUMBER.test(trimmed)) return false;
  const digits = trimmed.replace(/\D/g, '');
  if (/^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += (10 - at) * Number(digits[at]);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]);
}

/** Loose: letters that no postcode has are let through. */
export const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i;

/** 0 or +44 and nine or ten digits, however they are spaced. */
export function isPhone(text: string): boolean {
  const digits = text.trim().replace(/[\s().-]/g, '');
  return /^(\+44|0044|0)[1-9]\d{8,9}$/.test(digits);
}
