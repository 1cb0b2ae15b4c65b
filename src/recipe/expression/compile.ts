import { isoDate } from '../../model/calendar.ts';
import { type Column, missingReason } from '../../model/column.ts';
import type { Frame } from '../../model/frame.ts';
import type { Variable } from '../../model/variable.ts';
import type { FunctionRecord } from './functions/function-record.ts';
import { FUNCTIONS, SPECIAL } from './functions.ts';
import { type Expression, parseExpression } from './parse.ts';
import { expressionFault } from './tokens.ts';
import { type Absent, isAbsent, TYPE_WORDS, type Type, type Value } from './value.ts';

/** An expression ready to be asked, row by row. */
export interface Compiled {
  type: Type;
  at(row: number): Value;
  /** Variables that it uses. */
  uses: readonly Variable[];
}

/** `type` null: it is always missing, and fits anything. */
interface Part {
  type: Type | null;
  at(row: number): Value;
}

/**
 * Reads an expression and binds it to the columns of a frame. Types are checked before any row is computed.
 * @throws Refusal `bad-expression`, `unknown-variable` with the place
 */
export function compileExpression(source: string, frame: Frame): Compiled {
  const uses = new Set<Variable>();
  const fault = (why: string, at: number, hint = '') => expressionFault(why, at, source, hint);

  function part(node: Expression): Part {
    if (node.type === 'value') return constant(node.value);
    if (node.type === 'variable') return variable(node.name, node.at);
    const args = node.args.map(part);
    if (Object.hasOwn(SPECIAL, node.name)) return special(node, args);
    return call(node, args);
  }

  function variable(name: string, at: number): Part {
    const lower = name.toLowerCase();
    const place = [
      frame.variables.findIndex((each) => each.name === name),
      frame.variables.findIndex((each) => each.name.toLowerCase() === lower),
      frame.variables.findIndex((each) => each.label.toLowerCase() === lower),
    ].find((each) => each >= 0);
    const found = place === undefined ? undefined : frame.variables[place];
    if (place === undefined || !found) {
      const names = frame.variables.map((each) => each.name);
      throw fault(
        `there is no variable called “${name}”`,
        at,
        `Text is written in quotation marks. The variables are: ${names.slice(0, 40).join(', ')}.`,
      );
    }
    uses.add(found);
    return reader(found, frame.columns[place] as Column);
  }

  function call({ name, at }: Extract<Expression, { type: 'call' }>, args: readonly Part[]): Part {
    const isDays = name === '-' && args.every(({ type }) => type === 'date');
    const record = isDays ? DAYS : Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!record) throw fault(`there is no function called “${name}”`, at, closest(name));
    const { takes, optional = takes.length, many = false } = record;
    if (args.length < optional || (!many && args.length > takes.length)) {
      throw fault(`it takes ${record.usage}, and ${args.length} values are given`, at);
    }
    const shared = args.map(({ type }) => type).find((type) => type !== null) ?? 'number';
    const checked = args.map((arg, place) => {
      const wanted = takes[Math.min(place, takes.length - 1)] ?? 'any';
      const type = wanted === 'same' ? shared : wanted;
      if (type === 'any' || arg.type === null || arg.type === type)
        return wanted === 'any' ? asText(arg) : arg;
      // What is compared with a date, or taken for one, may be written: "2022-04-01".
      throw fault(
        `${record.usage} takes ${TYPE_WORDS[type]}, and this is ${TYPE_WORDS[arg.type]}`,
        at,
        type === 'date'
          ? 'Write a date as date("2022-04-01").'
          : type === 'number' && arg.type === 'text'
            ? 'number(…) reads text as a number.'
            : '',
      );
    });
    const { run } = record;
    return {
      type: record.gives === 'same' ? shared : record.gives,
      at: (row) => {
        const values: (number | string | boolean)[] = [];
        for (const arg of checked) {
          const value = arg.at(row);
          if (isAbsent(value)) return value;
          values.push(value);
        }
        return run(...values);
      },
    };
  }

  function special(
    { name, at }: Extract<Expression, { type: 'call' }>,
    args: readonly Part[],
  ): Part {
    const usage = SPECIAL[name]?.usage ?? name;
    const takes = (least: number, most: number) => {
      if (args.length < least || args.length > most)
        throw fault(`it takes ${usage}, and ${args.length} values are given`, at);
    };
    const must = (arg: Part | undefined, type: Type): Part => {
      if (!arg || (arg.type !== null && arg.type !== type))
        throw fault(
          `${usage} takes ${TYPE_WORDS[type]}${arg?.type ? `, and this is ${TYPE_WORDS[arg.type]}` : ''}`,
          at,
        );
      return arg;
    };
    const alike = (some: readonly Part[]): Type | null => {
      const types = [...new Set(some.map(({ type }) => type).filter((type) => type !== null))];
      if (types.length > 1)
        throw fault(
          `${usage} gives either ${types.map((type) => TYPE_WORDS[type]).join(' or ')}: it has to be one`,
          at,
        );
      return types[0] ?? null;
    };
    const [first, second, third] = args;
    switch (name) {
      case 'and':
      case 'or': {
        takes(2, 2);
        const [a, b] = [must(first, 'yesno'), must(second, 'yesno')];
        const decisive = name === 'or';
        return {
          type: 'yesno',
          at: (row) => {
            const [left, right] = [a.at(row), b.at(row)];
            if (left === decisive || right === decisive) return decisive;
            return isAbsent(left) ? left : right;
          },
        };
      }
      case 'if': {
        takes(2, 3);
        const test = must(first, 'yesno');
        const otherwise: Part = third ?? { type: null, at: () => ({ why: 'not so' }) };
        const type = alike([second as Part, otherwise]);
        return {
          type,
          at: (row) => {
            const answer = test.at(row);
            if (isAbsent(answer)) return answer;
            return (answer ? (second as Part) : otherwise).at(row);
          },
        };
      }
      case 'is_missing':
        takes(1, 1);
        return { type: 'yesno', at: (row) => isAbsent((first as Part).at(row)) };
      case 'coalesce':
        takes(1, 100);
        return {
          type: alike(args),
          at: (row) => {
            let value: Value = { why: 'empty' };
            for (const arg of args) {
              value = arg.at(row);
              if (!isAbsent(value)) return value;
            }
            return value;
          },
        };
      case 'missing': {
        takes(0, 1);
        const why = first && must(first, 'text').at(0);
        const absent: Absent = { why: typeof why === 'string' ? why : 'missing' };
        return { type: null, at: () => absent };
      }
      default: {
        takes(2, 3);
        const [date, born, due] = [
          must(first, 'date'),
          must(second, 'date'),
          third && must(third, 'date'),
        ];
        return {
          type: 'text',
          at: (row) => {
            const on = date.at(row);
            const known = [born, due]
              .map((arg) => arg?.at(row))
              .find((day) => day !== undefined && !isAbsent(day));
            if (isAbsent(on) || known === undefined || isAbsent(known)) return 'Not known';
            return on < known ? 'Antenatal' : 'Postnatal';
          },
        };
      }
    }
  }

  const whole = part(parseExpression(source));
  return { type: whole.type ?? 'text', at: whole.at, uses: [...uses] };
}

const DAYS: FunctionRecord = {
  usage: 'a - b',
  about: '',
  takes: ['date', 'date'],
  gives: 'number',
  run: (a, b) => Number(a) - Number(b),
};

function constant(value: number | string | boolean): Part {
  const type = typeof value === 'number' ? 'number' : typeof value === 'string' ? 'text' : 'yesno';
  return { type, at: () => value };
}

function asText({ type, at }: Part): Part {
  if (type === 'text' || type === null) return { type, at };
  return {
    type: 'text',
    at: (row) => {
      const value = at(row);
      if (isAbsent(value)) return value;
      if (type === 'date') return isoDate(Number(value));
      return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
    },
  };
}

function reader({ kind, label }: Variable, column: Column): Part {
  const absent = (row: number): Absent => {
    const why = missingReason(column, row) ?? 'missing';
    return { why: why === 'empty' ? `no ${label}` : `${label}: ${why}` };
  };
  if (column.type === 'codes') {
    const { codes, missing, dictionary } = column;
    return {
      type: 'text',
      at: (row) => (missing[row] === 0 ? (dictionary[codes[row] ?? 0] ?? '') : absent(row)),
    };
  }
  const { values, missing } = column;
  if (kind === 'yesno')
    return { type: 'yesno', at: (row) => (missing[row] === 0 ? values[row] === 1 : absent(row)) };
  const type = column.type === 'days' ? 'date' : 'number';
  return { type, at: (row) => (missing[row] === 0 ? (values[row] ?? 0) : absent(row)) };
}

function closest(name: string): string {
  const all = [...Object.keys(FUNCTIONS), ...Object.keys(SPECIAL)].filter((each) =>
    /^[a-z]/.test(each),
  );
  const near = all.filter((each) => each.startsWith(name.slice(0, 3)));
  return `The functions are: ${(near.length > 0 ? near : all).join(', ')}.`;
}
