const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/;
const WORDS =
  /^(?:(\d{1,4})\s?h(?:(?:ou)?rs?)?)?\s?,?\s?(?:(\d{1,4})\s?m(?:in(?:ute)?s?)?)?\s?,?\s?(?:(\d{1,4})\s?s(?:ec(?:ond)?s?)?)?$/i;
const ISO = /^PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})S)?$/;

/**
 * A length of time as `HH:MM:SS`, hours past 24 allowed: `26:30`, `1 h 30 min`, `45 mins`, `PT1H30M`.
 * Undefined for anything else; a bare `5 m` could be metres and is none.
 */
export function durationValue(text: string): string | undefined {
  const trimmed = text.trim();
  const first = trimmed.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  if (trimmed.length > 30 || (!isDigit && first !== 80)) return undefined;
  const clock = CLOCK.exec(trimmed);
  if (clock)
    return written(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0));
  const parts = ISO.exec(trimmed) ?? (/h|min|sec/i.test(trimmed) ? WORDS.exec(trimmed) : null);
  if (!parts) return undefined;
  const [, hours, minutes, seconds] = parts;
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  return written(Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0));
}

function written(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
