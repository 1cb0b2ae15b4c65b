import type { Reader } from './reader.ts';

const MOST = 12;

/**
 * "A, B or C". Of a long list only its length and its beginning are shown, unless it is said whole: what
 * is shown so cannot be read back.
 */
export function sayList(said: readonly string[], isWhole: boolean): string {
  if (said.length === 0) return 'one of no values';
  if (said.length > MOST && !isWhole) {
    return `one of ${said.length} values (${said.slice(0, 3).join(', ')} …)`;
  }
  const last = said.at(-1) as string;
  return said.length === 1 ? last : `${said.slice(0, -1).join(', ')} or ${last}`;
}

/** A list whose items `read` reads; an "or" that a test follows is not the list's. */
export function readList<T>(
  reader: Reader,
  read: () => T | undefined,
  isTest: (at: number) => boolean,
): T[] | undefined {
  if (reader.eat('one of no values')) return [];
  const first = read();
  if (first === undefined) return undefined;
  const items = [first];
  const another = (joint: string) =>
    reader.attempt(() => {
      if (!reader.eat(joint)) return undefined;
      return joint === ' or ' && isTest(reader.at) ? undefined : read();
    });
  for (let next = another(', '); next !== undefined; next = another(', ')) items.push(next);
  const last = another(' or ');
  if (last !== undefined) items.push(last);
  return items;
}
