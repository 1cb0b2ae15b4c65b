import { expressionFault, type Token, tokens } from './tokens.ts';

export type Expression = { at: number } & (
  | { type: 'value'; value: number | string | boolean }
  | { type: 'variable'; name: string }
  | { type: 'call'; name: string; args: readonly Expression[] }
);

/** Operators from the loosest to the tightest; each is a function by that name. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '<>', '!=', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
];

/** Deeper nesting is nobody's formula. */
const DEEPEST = 100;

/**
 * Reads an expression: numbers, "texts", variables by name or in [brackets] by name or label, functions, and the
 * operators or, and, not, = <> < <= > >=, &, + - * / ^.
 * @throws Refusal `bad-expression` with the place
 */
export function parseExpression(source: string): Expression {
  const all = tokens(source);
  let place = 0;
  let depth = 0;
  const now = () => all[place] as Token;
  const is = (value: string) => {
    const token = now();
    if (token.type === 'sign') return token.value === value;
    return token.type === 'name' && !token.quoted && token.value.toLowerCase() === value;
  };
  const eat = (value: string) => is(value) && ++place > 0;
  const fail = (why: string) => expressionFault(why, now().at, source);

  function level(n: number): Expression {
    const signs = LEVELS[n];
    if (!signs) return unary();
    let left = level(n + 1);
    for (;;) {
      const sign = signs.find(is);
      if (sign === undefined) return left;
      const { at } = now();
      place++;
      const right = level(n + 1);
      left = { type: 'call', name: sign === '!=' ? '<>' : sign, args: [left, right], at };
      // "a < b < c" is not what it looks like.
      if (n === 2 && signs.some(is))
        throw fail('a comparison cannot be compared again; join two with “and”');
    }
  }

  function unary(): Expression {
    const { at } = now();
    if (++depth > DEEPEST) throw fail('it is nested too deeply');
    let made: Expression;
    if (eat('-')) made = { type: 'call', name: 'negative', args: [unary()], at };
    else if (eat('not')) made = { type: 'call', name: 'not', args: [level(2)], at };
    else made = power();
    depth--;
    return made;
  }

  function power(): Expression {
    const base = primary();
    const { at } = now();
    return eat('^') ? { type: 'call', name: '^', args: [base, unary()], at } : base;
  }

  function primary(): Expression {
    const token = now();
    place++;
    switch (token.type) {
      case 'number':
      case 'text':
        return { type: 'value', value: token.value, at: token.at };
      case 'name':
        return named(token);
      case 'sign':
        if (token.value === '(') {
          const inner = level(0);
          if (!eat(')')) throw fail('a bracket is not closed');
          return inner;
        }
        break;
    }
    place--;
    throw fail(token.type === 'end' ? 'something is missing' : 'a value was expected');
  }

  function named({ value, quoted, at }: Extract<Token, { type: 'name' }>): Expression {
    const lower = value.toLowerCase();
    if (!quoted && is('(')) {
      place++;
      const args: Expression[] = [];
      while (!is(')')) {
        args.push(level(0));
        if (!eat(',') && !is(')')) throw fail('a comma or a closing bracket was expected');
      }
      place++;
      return { type: 'call', name: lower, args, at };
    }
    if (!quoted && (lower === 'true' || lower === 'false'))
      return { type: 'value', value: lower === 'true', at };
    return { type: 'variable', name: value, at };
  }

  const expression = level(0);
  if (now().type !== 'end') throw fail('something more was not expected');
  return expression;
}
