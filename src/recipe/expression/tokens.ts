import { Refusal } from '../../model/refusal.ts';

export type Token =
  | { type: 'number'; value: number; at: number }
  | { type: 'text'; value: string; at: number }
  /** `quoted`: written in brackets, and therefore always a variable. */
  | { type: 'name'; value: string; quoted: boolean; at: number }
  | { type: 'sign'; value: string; at: number }
  | { type: 'end'; at: number };

const SIGNS = ['<=', '>=', '<>', '!=', '+', '-', '*', '/', '^', '&', '(', ')', ',', '=', '<', '>'];

/** @throws Refusal `bad-expression` with the place (1-based) */
export function tokens(source: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const space = /^\s+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    const token = tokenAt(rest, at, source);
    found.push(token.token);
    at += token.length;
  }
  return [...found, { type: 'end', at: source.length }];
}

function tokenAt(rest: string, at: number, source: string): { token: Token; length: number } {
  const number = /^(?:\d+(?:\.\d+)?|\.\d+)/.exec(rest);
  if (number)
    return { token: { type: 'number', value: Number(number[0]), at }, length: number[0].length };
  const text = /^"((?:[^"]|"")*)"|^“([^”]*)”/.exec(rest);
  if (text) {
    const value = text[1]?.replaceAll('""', '"') ?? text[2] ?? '';
    return { token: { type: 'text', value, at }, length: text[0].length };
  }
  if (rest.startsWith('"') || rest.startsWith('“'))
    throw expressionFault('the quotation mark is not closed', at, source);
  const bracket = /^\[([^\]]+)\]/.exec(rest);
  if (bracket) {
    const value = (bracket[1] ?? '').trim();
    return { token: { type: 'name', value, quoted: true, at }, length: bracket[0].length };
  }
  const name = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(rest);
  if (name)
    return { token: { type: 'name', value: name[0], quoted: false, at }, length: name[0].length };
  const sign = SIGNS.find((each) => rest.startsWith(each));
  if (sign) return { token: { type: 'sign', value: sign, at }, length: sign.length };
  throw expressionFault(`“${[...rest][0] ?? ''}” has no meaning here`, at, source);
}

/** A refusal that says where in the expression. */
export function expressionFault(why: string, at: number, source: string, hint = ''): Refusal {
  const near = source.slice(at, at + 20);
  return new Refusal(
    'bad-expression',
    `The expression cannot be read at character ${at + 1}${near === '' ? ' (its end)' : ` (“${near}”)`}: ${why}.`,
    { hint, where: { option: 'expression' }, details: { at } },
  );
}
