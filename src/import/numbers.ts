export type DecimalMark = '.' | ',';

/** A number as it is written, its marks not yet interpreted. */
export interface WrittenNumber {
  negative: boolean;
  /** Digits with their marks: `1,234.50`. */
  body: string;
  percent: boolean;
  /** `£`, `$`, `€` or ''. */
  currency: string;
}

const NUMBER =
  /^(?<open>\()?(?<sign>[-+−])?\s?(?<before>[£$€])?\s?(?<inner>[-−])?(?<body>\d[\d.,' \u00a0\u2007\u2009\u202f]*|[.,]\d+)\s?(?<after>[£$€%])?(?<trail>-)?(?<close>\))?$/;

/** Reads the parts of a written number; undefined when the text is not one. White space around is ignored. */
export function writtenNumber(text: string): WrittenNumber | undefined {
  const trimmed = text.trim();
  if (isPlainNumber(trimmed)) {
    const negative = trimmed.charCodeAt(0) === 45;
    return { negative, body: negative ? trimmed.slice(1) : trimmed, percent: false, currency: '' };
  }
  const parts = NUMBER.exec(trimmed)?.groups;
  if (!parts) return undefined;
  const { open, sign, before, inner, body = '', after, trail, close } = parts;
  const signs = [open, sign === '+' ? undefined : sign, inner, trail].filter(Boolean).length;
  if (Boolean(open) !== Boolean(close) || signs > 1) return undefined;
  if (before && after && after !== '%') return undefined;
  return {
    negative: signs === 1,
    body: body.trim(),
    percent: after === '%',
    currency: before ?? (after === '%' ? '' : (after ?? '')),
  };
}

/** The value of a body with its decimal mark; undefined when its marks do not stand where they may. */
export function bodyValue(body: string, mark: DecimalMark): number | undefined {
  if (isDigits(body)) return Number(body);
  const point = mark === '.' ? body.indexOf('.') : body.indexOf(',');
  const whole = point < 0 ? body : body.slice(0, point);
  const fraction = point < 0 ? '' : body.slice(point + 1);
  if (!/^\d*$/.test(fraction) || (point >= 0 && fraction === '')) return undefined;
  const groups =
    mark === '.'
      ? /^\d{1,3}([,' \u00a0\u2007\u2009\u202f])\d{3}(\1\d{3})*$/
      : /^\d{1,3}([.' \u00a0\u2007\u2009\u202f])\d{3}(\1\d{3})*$/;
  if (!/^\d*$/.test(whole) && !groups.test(whole)) return undefined;
  const digits = whole.replace(/\D/g, '');
  if (digits === '' && fraction === '') return undefined;
  return Number(`${digits || '0'}.${fraction || '0'}`);
}

/** The value of a written number, per cent as a share of 1; undefined when the mark does not fit. */
export function numberValue(written: WrittenNumber, mark: DecimalMark): number | undefined {
  const size = bodyValue(written.body, mark);
  if (size === undefined) return undefined;
  const value = written.percent ? shifted(size) : size;
  return written.negative && value !== 0 ? -value : value;
}

/** The mark that could divide decimals as well as thousands: the comma of `1,234`, the point of `1.234`. */
export function ambiguousMark({ body }: WrittenNumber): DecimalMark | undefined {
  const mark = /^[1-9]\d{0,2}([.,])\d{3}$/.exec(body)?.[1];
  return mark === '.' || mark === ',' ? mark : undefined;
}

function shifted(percent: number): number {
  return Number(`${percent}e-2`);
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text.length > 0;
}

function isPlainNumber(text: string): boolean {
  let points = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 46) points++;
    else if (code !== 45 || i > 0) return false;
  }
  return digits > 0 && points <= 1 && text.charCodeAt(text.length - 1) !== 46;
}
