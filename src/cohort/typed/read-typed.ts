import { columnType } from '../../model/column.ts';
import type { Condition, Test } from '../../model/condition.ts';
import type { Variable } from '../../model/variable.ts';
import { DATED } from '../operands.ts';
import { readDateTest } from './read-date-test.ts';
import { readNumberTest } from './read-number-test.ts';
import { TokenReader } from './token-reader.ts';
import { type Token, wordsOf } from './tokens.ts';
import { type Phrase, phrasesOf, type Scope, type Vocabulary } from './vocabulary.ts';

const FILLERS = new Set(
  'with who whose where that the a an of were are was is in on for all have had has made from by been their it and but record row case at during than to also only , ='.split(
    ' ',
  ),
);
const NEGATIONS = new Set(['not', 'no', 'without', 'except', 'excluding', 'never', 'non']);

/** What was made of typed words, and the words that nothing could be made of. */
export interface Reading {
  condition: Condition | undefined;
  unread: readonly string[];
}

/** Reads words that are none of our sentences: labels, values, years, ranges, one after another. */
export function readTyped(tokens: readonly Token[], scope: Scope): Reading {
  return new TypedReader(tokens, scope).read();
}

class TypedReader {
  readonly #reader: TokenReader;
  readonly #scope: Scope;
  readonly #own: Phrase[];
  readonly #linked: { scope: Scope['linked'][number]; phrases: Phrase[] }[];

  constructor(tokens: readonly Token[], scope: Scope) {
    this.#reader = new TokenReader(tokens);
    this.#scope = scope;
    this.#own = phrasesOf(scope.own);
    this.#linked = scope.linked.map((each) => ({ scope: each, phrases: phrasesOf(each.table) }));
  }

  read(): Reading {
    const any: Condition[][] = [[]];
    const unread: string[] = [];
    const units = new Set(wordsOf(`${this.#scope.own.unit} ${this.#scope.own.name}`));
    let isNegated = false;
    let isOr = false;
    while (this.#reader.at < this.#reader.tokens.length) {
      const start = this.#reader.at;
      const item = this.#item();
      const isUnit =
        this.#reader.at === start + 1 && units.has(this.#reader.tokens[start]?.word ?? '');
      // What the rows are called is said of all of them, whatever else is called so.
      if (isUnit) continue;
      if (item) {
        if (isOr) any.push([]);
        any.at(-1)?.push(isNegated ? negated(item) : item);
        [isNegated, isOr] = [false, false];
        continue;
      }
      const { word, text } = this.#reader.tokens[this.#reader.at++] as Token;
      if (NEGATIONS.has(word)) isNegated = !isNegated;
      else if (word === 'or') isOr = (any.at(-1) ?? []).length > 0;
      else if (!FILLERS.has(word) && !units.has(word)) unread.push(text);
    }
    const groups = any
      .filter((all) => all.length > 0)
      .map((all): Condition => (all.length === 1 ? (all[0] as Condition) : { all }));
    const condition = groups.length > 1 ? { any: groups } : groups[0];
    return { condition, unread };
  }

  #item(): Condition | undefined {
    return (
      this.#reader.attempt(() => this.#count()) ??
      this.#reader.attempt(() => this.#phrase(this.#own, this.#scope.own)) ??
      this.#reader.attempt(() => this.#ofMainDate()) ??
      this.#reader.attempt(() => this.#ofLinked())
    );
  }

  /** A variable with what is asked of it, or a value that only one variable has. */
  #phrase(phrases: readonly Phrase[], table: Vocabulary): Condition | undefined {
    for (const phrase of phrases) {
      const { words, variable, value } = phrase;
      if (!this.#reader.sees(words)) continue;
      if (value === undefined) {
        const asked = this.#reader.attempt(() => {
          this.#reader.at += words.length;
          return this.#test(variable, phrases, table);
        });
        if (asked) return asked;
      } else if (isAlone(phrase, phrases)) return this.#values(variable, phrases);
    }
    return undefined;
  }

  /** "accepted", "accepted or rejected" */
  #values(variable: Variable, phrases: readonly Phrase[]): Test | undefined {
    const values: string[] = [];
    const next = () =>
      phrases.find((each) => {
        const isOwn = each.variable.name === variable.name && each.value !== undefined;
        return isOwn && this.#reader.sees(each.words);
      });
    let found = next();
    while (found) {
      values.push(found.value ?? '');
      this.#reader.at += found.words.length;
      const start = this.#reader.at;
      this.#reader.eat(',');
      this.#reader.eat('or', 'and');
      found = next();
      if (!found) this.#reader.at = start;
    }
    const name = variable.name;
    const [only] = values;
    if (only === undefined) return undefined;
    return values.length === 1
      ? { op: 'is', variable: name, value: only }
      : { op: 'one-of', variable: name, values };
  }

  #test(variable: Variable, phrases: readonly Phrase[], table: Vocabulary): Condition | undefined {
    while (this.#reader.eat('is', 'was', 'are', 'were', 'of', 'in', 'has', '=')) {
      // These say nothing.
    }
    const { name, kind } = variable;
    if (this.#reader.eat('not missing', 'known', 'recorded', 'present')) {
      return { op: 'present', variable: name };
    }
    if (this.#reader.eat('missing', 'not known', 'unknown', 'not recorded', 'blank')) {
      return { op: 'missing', variable: name };
    }
    if (DATED.includes(kind)) return readDateTest(this.#reader, variable, table.lastDayOf);
    if (kind === 'yesno') {
      const isNo = this.#reader.eat('no', 'not');
      if (!isNo) this.#reader.eat('yes');
      return { op: 'is', variable: name, value: isNo ? 0 : 1 };
    }
    if (columnType(kind) === 'numbers')
      return readNumberTest(this.#reader, name, kind === 'integer');
    const isNot = this.#reader.eat('not');
    const quoted = this.#quoted(name);
    const asked = quoted ?? this.#values(variable, phrases);
    return asked && (isNot ? negated(asked) : asked);
  }

  #quoted(variable: string): Test | undefined {
    const op = this.#reader.eat('contain', 'containing')
      ? 'contains'
      : this.#reader.eat('start with', 'starting with', 'beginning with')
        ? 'starts-with'
        : undefined;
    const token = this.#reader.next;
    if (!token || (op === undefined && !token.isQuoted)) return undefined;
    this.#reader.at++;
    return { op: op ?? 'is', variable, value: token.text };
  }

  /** A year, a day or a stretch of time without a variable is one of the table's main date. */
  #ofMainDate(): Condition | undefined {
    const { own } = this.#scope;
    const dates = own.variables.filter(({ kind }) => DATED.includes(kind));
    const main = dates.find(
      ({ name, label }) => !/birth|\bdob\b|edd|due/i.test(`${name} ${label}`),
    );
    const variable = main ?? dates[0];
    return variable && readDateTest(this.#reader, variable, own.lastDayOf);
  }

  /** What is asked of a variable of a linked table. */
  #ofLinked(): Condition | undefined {
    for (const { scope, phrases } of this.#linked) {
      const variables = phrases.filter(({ value }) => value === undefined);
      if (!variables.some(({ words }) => this.#reader.sees(words))) continue;
      const where = this.#reader.attempt(() => this.#phrase(phrases, scope.table));
      if (where) return { linked: scope.link, where };
    }
    return undefined;
  }

  /** "at least 2 appointments", "no referrals", "3 or more appointments" */
  #count(): Condition | undefined {
    const isLeast = this.#reader.eat('at least', 'a minimum of');
    const isMost = !isLeast && this.#reader.eat('at most', 'no more than', 'up to');
    const isMore = !isLeast && !isMost && this.#reader.eat('more than', 'over');
    const isNone =
      !isLeast && !isMost && !isMore && this.#reader.eat('no', 'without any', 'without');
    const n = isNone ? 0 : this.#reader.digits();
    if (n === undefined) return undefined;
    const orMore = this.#reader.eat('or more', 'plus');
    this.#reader.eat('linked');
    const found = this.#linked.find(({ scope: { table } }) =>
      [table.unit, table.name].some((name) => this.#reader.sees(wordsOf(name))),
    );
    if (!found) return undefined;
    const { link, table } = found.scope;
    const words =
      [table.unit, table.name].map(wordsOf).find((each) => this.#reader.sees(each)) ?? [];
    this.#reader.at += words.length;
    if (isNone) return { linked: link, most: 0 };
    if (isLeast || orMore) return { linked: link, least: n };
    if (isMore) return { linked: link, least: n + 1 };
    return isMost ? { linked: link, most: n } : { linked: link, least: n, most: n };
  }
}

/** Whether no other variable has a value with these words. */
function isAlone({ words, variable }: Phrase, phrases: readonly Phrase[]): boolean {
  return !phrases.some(
    (other) =>
      other.value !== undefined &&
      other.variable.name !== variable.name &&
      other.words.join(' ') === words.join(' '),
  );
}

function negated(condition: Condition): Condition {
  if (!('op' in condition)) return { not: condition };
  const { variable } = condition;
  if (condition.op === 'is') return { op: 'is-not', variable, value: condition.value };
  if (condition.op === 'one-of') return { op: 'none-of', variable, values: condition.values };
  if (condition.op === 'missing') return { op: 'present', variable };
  return { not: condition };
}
