/** What an Excel number format says about a number: only what carries meaning. */
export type NumberMeaning =
  | { as: 'number' }
  | { as: 'date' | 'datetime' | 'time' | 'duration' }
  /** Digits with a fixed place each, as `00000` or `000 000 0000`: the number is a code. */
  | { as: 'digits'; pattern: string };

const NUMBER: NumberMeaning = { as: 'number' };

/** Built-in formats that are dates or times (ECMA-376 part 1, 18.8.30; 27 to 58 in East Asian versions). */
const BUILT_IN: Readonly<Record<number, NumberMeaning>> = {
  ...same([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58], 'date'),
  ...same([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56], 'time'),
  22: { as: 'datetime' },
  46: { as: 'duration' },
};

export function builtInMeaning(id: number): NumberMeaning {
  return BUILT_IN[id] ?? NUMBER;
}

/**
 * What a custom format means. Literals (quoted, escaped, padding) and colours are not part of it:
 * in `0\d` and `0 "days"` there is no day.
 */
export function meaningOfFormat(code: string): NumberMeaning {
  const positive = firstSection(code);
  const isDuration = /\[(h+|m+|s+)\]/i.test(positive);
  const bare = positive.replace(/\[[^\]]*\]/g, '');
  if (isDuration) return { as: 'duration' };
  const letters = bare.replace(/am\/pm|a\/p/gi, 'h').toLowerCase();
  if (/^general$/.test(letters.trim())) return NUMBER;
  const clock = /[hs]/.test(letters);
  const day = /[yd]/.test(letters) || (/m/.test(letters) && !clock);
  if (day || clock) return { as: day ? (clock ? 'datetime' : 'date') : 'time' };
  const pattern = bare.trim();
  return /^0[0 -]*0$/.test(pattern) ? { as: 'digits', pattern } : NUMBER;
}

/** The digits of a number in the places of a pattern: 123 in `00000` is `00123`. */
export function digitsAsWritten(value: number, pattern: string): string | undefined {
  if (!Number.isSafeInteger(value) || value < 0) return undefined;
  const places = pattern.replace(/[^0]/g, '').length;
  const digits = String(value).padStart(places, '0');
  let next = digits.length;
  let text = '';
  for (let i = pattern.length - 1; i >= 0; i--) {
    text = (pattern[i] === '0' ? (digits[--next] ?? '0') : pattern[i]) + text;
  }
  return digits.slice(0, Math.max(0, next)) + text;
}

/** The format for positive numbers, without its literal text. */
function firstSection(code: string): string {
  let out = '';
  for (let i = 0; i < code.length; i++) {
    const char = code[i] as string;
    if (char === '"') {
      const end = code.indexOf('"', i + 1);
      i = end < 0 ? code.length : end;
    } else if (char === '\\' || char === '_' || char === '*') {
      // An escaped space or dash between zeros is how Excel writes 000\ 000\ 0000.
      const literal = code[++i];
      if (char === '\\' && (literal === ' ' || literal === '-')) out += literal;
    } else if (char === ';') {
      return out;
    } else {
      out += char;
    }
  }
  return out;
}

function same(ids: readonly number[], as: 'date' | 'time'): Record<number, NumberMeaning> {
  return Object.fromEntries(ids.map((id) => [id, { as }]));
}
