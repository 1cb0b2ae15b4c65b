import { Refusal } from '../../model/refusal.ts';

/** One character of a pattern: which ones it takes. */
export interface CharSet {
  negated: boolean;
  ranges: readonly (readonly [number, number])[];
}

export type Node =
  | { type: 'set'; set: CharSet }
  | { type: 'start' | 'end' | 'edge' | 'inside' }
  | { type: 'group'; index: number | null; node: Node }
  | { type: 'sequence' | 'choice'; nodes: readonly Node[] }
  | { type: 'repeat'; node: Node; least: number; most: number; lazy: boolean };

/** Repeats are written out when a pattern is compiled, so they are bounded. */
const MOST_REPEATS = 200;

const DIGITS = [[48, 57]] as const;
const WORDS = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
] as const;
const SPACES = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
] as const;
const CLASSES: Readonly<Record<string, CharSet>> = {
  d: { negated: false, ranges: DIGITS },
  D: { negated: true, ranges: DIGITS },
  w: { negated: false, ranges: WORDS },
  W: { negated: true, ranges: WORDS },
  s: { negated: false, ranges: SPACES },
  S: { negated: true, ranges: SPACES },
};
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9 };
const ANY: CharSet = {
  negated: true,
  ranges: [
    [10, 10],
    [13, 13],
    [0x2028, 0x2029],
  ],
};

/**
 * Reads a pattern: characters, `.`, `[a-z]`, `\d \w \s`, `^ $ \b`, groups, `|`, `* + ? {2,3}` and their lazy
 * forms. What would need more than one pass over the text (back references, looking around) is not there.
 * @throws Refusal `bad-pattern` with the place
 */
export function parsePattern(source: string): { node: Node; groups: number } {
  const chars = [...source];
  let at = 0;
  let groups = 0;

  const fail = (why: string): never => {
    throw new Refusal('bad-pattern', `The pattern cannot be read at character ${at + 1}: ${why}.`, {
      hint: 'To find the character itself, write a backslash before it.',
      where: { option: 'find' },
    });
  };
  const eat = (char: string) => chars[at] === char && ++at > 0;

  function choice(): Node {
    const nodes = [sequence()];
    while (eat('|')) nodes.push(sequence());
    return nodes.length === 1 ? (nodes[0] as Node) : { type: 'choice', nodes };
  }

  function sequence(): Node {
    const nodes: Node[] = [];
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') nodes.push(repeated());
    return { type: 'sequence', nodes };
  }

  function repeated(): Node {
    const node = atom();
    const bounds = quantifier();
    if (!bounds) return node;
    if (['start', 'end', 'edge', 'inside'].includes(node.type)) fail('a place cannot be repeated');
    const lazy = eat('?');
    if (quantifier()) fail('there is nothing to repeat');
    return { type: 'repeat', node, ...bounds, lazy };
  }

  function quantifier(): { least: number; most: number } | undefined {
    if (eat('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (eat('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (eat('?')) return { least: 0, most: 1 };
    const written = /^\{(\d{1,4})(,(\d{1,4})?)?\}/.exec(chars.slice(at, at + 12).join(''));
    if (!written) return undefined;
    const [all, first, comma, second] = written;
    const least = Number(first);
    const most = comma ? (second ? Number(second) : Number.POSITIVE_INFINITY) : least;
    if (least > most) fail('the numbers of repeats are the wrong way round');
    if (least > MOST_REPEATS || (most > MOST_REPEATS && most !== Number.POSITIVE_INFINITY)) {
      fail(`more than ${MOST_REPEATS} repeats`);
    }
    at += all.length;
    return { least, most };
  }

  function atom(): Node {
    const char = chars[at++] ?? '';
    switch (char) {
      case '(': {
        const isPlain = chars[at] === '?';
        if (isPlain && chars[at + 1] !== ':') fail('only plain groups can be used');
        if (isPlain) at += 2;
        const index = isPlain ? null : ++groups;
        const node = choice();
        if (!eat(')')) fail('a group is not closed');
        return { type: 'group', index, node };
      }
      case '[':
        return { type: 'set', set: list() };
      case '.':
        return { type: 'set', set: ANY };
      case '^':
        return { type: 'start' };
      case '$':
        return { type: 'end' };
      case '\\':
        return escaped();
      case '*':
      case '+':
      case '?':
        at--;
        return fail('there is nothing to repeat');
      default:
        return { type: 'set', set: only(char) };
    }
  }

  function escaped(): Node {
    const char = chars[at++];
    if (char === undefined) return fail('a backslash at the end');
    if (char === 'b') return { type: 'edge' };
    if (char === 'B') return { type: 'inside' };
    return { type: 'set', set: CLASSES[char] ?? only(plain(char)) };
  }

  function plain(char: string): string {
    const control = CONTROLS[char];
    if (control !== undefined) return String.fromCodePoint(control);
    if (/[\p{L}\p{N}]/u.test(char)) fail(`“\\${char}” means nothing here`);
    return char;
  }

  function list(): CharSet {
    const negated = eat('^');
    const ranges: (readonly [number, number])[] = [];
    for (let first = true; first || chars[at] !== ']'; first = false) {
      if (at >= chars.length) fail('a list of characters is not closed');
      if (first && chars[at] === ']') break;
      const low = member();
      if (typeof low !== 'number') {
        ranges.push(...low);
        continue;
      }
      const isRange = chars[at] === '-' && chars[at + 1] !== ']' && at + 1 < chars.length;
      if (isRange) at++;
      const high = isRange ? member() : low;
      if (typeof high !== 'number' || high < low) fail('a range ends before it begins');
      ranges.push([low, high as number]);
    }
    at++;
    return { negated, ranges };
  }

  function member(): number | readonly (readonly [number, number])[] {
    const char = chars[at++] ?? '';
    if (char !== '\\') return char.codePointAt(0) ?? 0;
    const next = chars[at++] ?? '';
    const set = CLASSES[next];
    if (set) return set.negated ? inverse(set.ranges) : set.ranges;
    return plain(next).codePointAt(0) ?? 0;
  }

  const node = choice();
  if (at < chars.length) fail('a bracket closes that was not opened');
  return { node, groups };
}

function only(char: string): CharSet {
  const code = char.codePointAt(0) ?? 0;
  return { negated: false, ranges: [[code, code]] };
}

function inverse(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (const [low, high] of ranges) {
    if (low > from) found.push([from, low - 1]);
    from = high + 1;
  }
  return [...found, [from, 0x10ffff]];
}
