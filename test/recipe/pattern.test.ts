import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/model/refusal.ts';
import { escapePattern } from '../../src/recipe/pattern/escape-pattern.ts';
import { compilePattern } from '../../src/recipe/pattern/pattern.ts';
import { randomFrom } from '../columns/frames.ts';

/** A pattern at random, of what both kinds of machine know. */
function randomPattern(random: () => number, depth = 3): string {
  const one = (...of: string[]) => of[Math.floor(random() * of.length)] ?? '';
  if (depth === 0) return one('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '\\w', '\\s', '\\b', '1');
  const inner = () => randomPattern(random, depth - 1);
  switch (Math.floor(random() * 6)) {
    case 0:
      return `(${inner()}|${inner()})`;
    case 1: {
      // Repeats of what can be empty are the one thing that both see differently.
      const node = inner();
      if (node.includes('\\b') || new RegExp(`^(?:${node})$`, 'u').test('')) return node;
      return `(?:${node})${one('*', '+', '?', '{1,2}', '{2}', '*?', '+?', '??')}`;
    }
    case 2:
      return `(${inner()})`;
    case 3:
      return one('^', '') + inner() + one('$', '');
    default:
      return inner() + inner();
  }
}

describe('patterns', () => {
  test('replace what the language’s own machine replaces, for patterns at random', () => {
    const random = randomFrom(7);
    let matched = 0;
    for (let i = 0; i < 4_000; i++) {
      const source = randomPattern(random);
      const text = Array.from({ length: 8 }, () => 'abc1 d'[Math.floor(random() * 6)]).join('');
      const expected = text.replace(new RegExp(source, 'gu'), '<$&>');
      const replaced = compilePattern(source).replaceAll(text, '<$&>');
      expect(replaced, `${source} on “${text}”`).toBe(expected);
      if (expected !== text) matched++;
    }
    expect(matched).toBeGreaterThan(1_000);
  });

  test('groups, dollar signs and capitals', () => {
    const swap = compilePattern('(\\w+), (\\w+)');
    expect(swap.replaceAll('Hopper, Grace; Lovelace, Ada', '$2 $1')).toBe(
      'Grace Hopper; Ada Lovelace',
    );
    expect(compilePattern('x').replaceAll('x', '$$5')).toBe('$5');
    expect(compilePattern('ward', { ignoreCase: true }).replaceAll('WARD Ward', 'W')).toBe('W W');
    expect(compilePattern(escapePattern('a.b[c]*')).replaceAll('a.b[c]*axb', '')).toBe('axb');
    expect(compilePattern('é+').replaceAll('caféé', 'e')).toBe('cafe');
  });

  test('what makes backtracking hang takes no time', () => {
    const text = `${'a'.repeat(5_000)}!`;
    for (const source of ['^(a+)+$', '^(a|aa)+$', '^(a|a?)+$', '(.*a){12}b']) {
      const begin = performance.now();
      expect(compilePattern(source).test(text), source).toBe(false);
      expect(performance.now() - begin, source).toBeLessThan(5_000);
    }
  });

  test.each([
    '(a',
    'a)',
    '[a',
    'a**',
    '*a',
    'a{3,2}',
    '\\',
    '(?=a)',
    '\\1',
    '[b-a]',
    '\\q',
    'a{999}',
  ])('“%s” is refused with the place', (source) => {
    expect(() => compilePattern(source)).toThrow(Refusal);
    expect(() => compilePattern(source)).toThrow(/character \d+|repeats|repeated/);
  });
});
