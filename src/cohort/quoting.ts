import type { Reader } from './reader.ts';

/**
 * When a name or a value stands in a sentence as it is, and when in quotes. What is written without
 * quotes holds no word that could be taken for one of the sentence's own, so that a sentence can be read
 * back in one way only.
 */
const JOINTS = ['and', 'or', 'is', 'has', 'contains', 'starts', 'gives', 'where'];
const BEGIN_PHRASES = [
  ...['not', 'missing', 'between', 'at', 'on', 'before', 'after', 'below', 'within', 'in'],
  ...['one', 'any', 'no'],
];
const BEGIN_CLAUSES = ['not', 'any', 'no', 'there', 'it'];
const FOLLOW_NAMES = ['with', 'among', 'the'];

const words = (text: string) => text.split(' ');
const hasNone = (text: string, of: readonly string[]) =>
  !words(text).some((word) => of.includes(word));
const begins = (text: string, of: readonly string[]) => of.includes(words(text)[0] ?? '');

export function isPlainValue(text: string): boolean {
  return (
    /^[^\s,()[\]“”"](?:[^,()[\]“”"\r\n\t]*[^\s,()[\]“”"])?$/.test(text) &&
    hasNone(text, JOINTS) &&
    !begins(text, BEGIN_PHRASES)
  );
}

export function isPlainName(text: string): boolean {
  return (
    /^[\p{L}\p{N}](?:[^[\]“”"\r\n\t]*[^\s[\]“”"])?$/u.test(text) &&
    hasNone(text, JOINTS) &&
    !begins(text, BEGIN_CLAUSES)
  );
}

/** The name of a key or an order, which words such as "with the same" follow. */
export function isPlainKey(text: string): boolean {
  return isPlainName(text) && /^[\p{L}\p{N} _.-]+$/u.test(text) && hasNone(text, FOLLOW_NAMES);
}

/** In quotes; a closing quote within is doubled. */
export function quote(text: string): string {
  return `“${text.replaceAll('”', '””')}”`;
}

/** A text in quotes, curly as we write them or straight as they are typed. */
export function readQuoted(reader: Reader): string | undefined {
  const found = reader.match(/“((?:[^”]|””)*)”|"((?:[^"]|"")*)"/suy);
  if (!found) return undefined;
  return found[1] === undefined
    ? (found[2] as string).replaceAll('""', '"')
    : found[1].replaceAll('””', '”');
}

/** What a thing is called where its words would not tell it from another: "Outcome [outcome_2]". */
export function sayCode(code: string): string {
  return `[${/^[^[\]“”"\s](?:[^[\]“”"\r\n\t]*[^[\]“”"\s])?$/.test(code) ? code : quote(code)}]`;
}

export function readCode(reader: Reader): string | undefined {
  return reader.attempt(() => {
    if (!reader.eat('[')) return undefined;
    const code = readQuoted(reader) ?? reader.match(/[^\]]+/y)?.[0];
    return reader.eat(']') ? code : undefined;
  });
}
