import { CellPattern } from '../model/cell-pattern.ts';
import { type KeyedTexts, keyedTexts } from '../model/keyed-texts.ts';
import type { Segment } from './segment-check.ts';
import { decodeNumbers, encodeNumbers } from './segment-codec.ts';

/** Texts that are all written alike, as the numbers of their digits: this, then how these are laid out. */
const KEYED = 'texts by key ';
/** The content begins with the pattern: digits after the point, then the template and its length. */
const HEAD = 2;
const WORD = 8;

type Encoded = Pick<Segment, 'encoding' | 'low' | 'high' | 'content'>;

/** Texts `from` up to but not with `to`. */
export function encodeKeyed({ pattern, keys }: KeyedTexts, from: number, to: number): Encoded {
  const { encoding, low, high, content } = encodeNumbers(keys.subarray(from, to));
  const { template, decimals } = pattern;
  const head = headLength(template.length);
  const own = new Uint8Array(head + content.length);
  own.set([decimals, template.length, ...template]);
  own.set(content, head);
  return { encoding: KEYED + encoding, low, high, content: own };
}

export function isKeyed({ encoding }: Pick<Segment, 'encoding'>): boolean {
  return encoding.startsWith(KEYED);
}

/** Undefined when the content is not as it should be. */
export function decodeKeyed(segment: Encoded & Pick<Segment, 'rows'>): KeyedTexts | undefined {
  const { low, high, content, rows } = segment;
  const encoding = segment.encoding.slice(KEYED.length);
  const [decimals, length] = content;
  if (decimals === undefined || length === undefined) return undefined;
  const template = content.slice(HEAD, HEAD + length);
  const numbers = { encoding, low, high, content: content.subarray(headLength(length)) };
  const keys = new Float64Array(rows);
  if (!decodeNumbers(numbers, keys, 0, rows)) return undefined;
  return keyedTexts(CellPattern.from({ template, decimals }), keys);
}

/** With what fills it up, so that the numbers begin at a whole word. */
function headLength(template: number): number {
  return Math.ceil((HEAD + template) / WORD) * WORD;
}
