import { columnType } from '../../model/column.ts';
import { type Condition, SPANS, type Test } from '../../model/condition.ts';
import type { Variable } from '../../model/variable.ts';
import { DATED } from '../operands.ts';
import { readTypedDay, readTypedYear } from './read-moment.ts';
import { type Token, wordsOf } from './tokens.ts';
import { comes, type Phrase, phrasesOf, type Scope, type Vocabulary } from './vocabulary.ts';

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
  readonly #tokens: readonly Token[];
  readonly #scope: Scope;
  readonly #own: Phrase[];
  readonly #linked: { scope: Scope['linked'][number]; phrases: Phrase[] }[];
  #at = 0;

  constructor(tokens: readonly Token[], scope: Scope) {
    this.#tokens = tokens;
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
    while (this.#at < this.#tokens.length) {
      const start = this.#at;
      const item = this.#item();
      const isUnit = this.#at === start + 1 && units.has(this.#tokens[start]?.word ?? '');
      // What the rows are called is said of all of them, whatever else is called so.
      if (isUnit) continue;
      if (item) {
        if (isOr) any.push([]);
        any.at(-1)?.push(isNegated ? negated(item) : item);
        [isNegated, isOr] = [false, false];
        continue;
      }
      const { word, text } = this.#tokens[this.#at++] as Token;
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

  #sees(...words: string[]): boolean {
    return comes(words, this.#tokens, this.#at);
  }

  /** Goes past one of some wordings, if one comes next. */
  #eat(...wordings: string[]): boolean {
    const found = wordings.map((wording) => wording.split(' ')).find((each) => this.#sees(...each));
    if (found) this.#at += found.length;
    return found !== undefined;
  }

  #attempt<T>(read: () => T | undefined): T | undefined {
    const start = this.#at;
    const found = read();
    if (found === undefined) this.#at = start;
    return found;
  }

  #item(): Condition | undefined {
    return (
      this.#attempt(() => this.#count()) ??
      this.#attempt(() => this.#phrase(this.#own, this.#scope.own)) ??
      this.#attempt(() => this.#ofMainDate()) ??
      this.#attempt(() => this.#ofLinked())
    );
  }

  /** A variable with what is asked of it, or a value that only one variable has. */
  #phrase(phrases: readonly Phrase[], table: Vocabulary): Condition | undefined {
    for (const phrase of phrases) {
      const { words, variable, value } = phrase;
      if (!this.#sees(...words)) continue;
      if (value === undefined) {
        const asked = this.#attempt(() => {
          this.#at += words.length;
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
        return isOwn && this.#sees(...each.words);
      });
    let found = next();
    while (found) {
      values.push(found.value ?? '');
      this.#at += found.words.length;
      const start = this.#at;
      this.#eat(',');
      this.#eat('or', 'and');
      found = next();
      if (!found) this.#at = start;
    }
    const name = variable.name;
    const [only] = values;
    if (only === undefined) return undefined;
    return values.length === 1
      ? { op: 'is', variable: name, value: only }
      : { op: 'one-of', variable: name, values };
  }

  #test(variable: Variable, phrases: readonly Phrase[], table: Vocabulary): Condition | undefined {
    while (this.#eat('is', 'was', 'are', 'were', 'of', 'in', 'has', '=')) {
      // These say nothing.
    }
    const { name, kind } = variable;
    if (this.#eat('not missing', 'known', 'recorded', 'present')) {
      return { op: 'present', variable: name };
    }
    if (this.#eat('missing', 'not known', 'unknown', 'not recorded', 'blank')) {
      return { op: 'missing', variable: name };
    }
    if (DATED.includes(kind)) return this.#date(variable, table);
    if (kind === 'yesno') {
      const isNo = this.#eat('no', 'not');
      if (!isNo) this.#eat('yes');
      return { op: 'is', variable: name, value: isNo ? 0 : 1 };
    }
    if (columnType(kind) === 'numbers') return this.#number(name, kind === 'integer');
    const isNot = this.#eat('not');
    const quoted = this.#quoted(name);
    const asked = quoted ?? this.#values(variable, phrases);
    return asked && (isNot ? negated(asked) : asked);
  }

  #quoted(variable: string): Test | undefined {
    const op = this.#eat('contain', 'containing')
      ? 'contains'
      : this.#eat('start with', 'starting with', 'beginning with')
        ? 'starts-with'
        : undefined;
    const token = this.#tokens[this.#at];
    if (!token || (op === undefined && !token.isQuoted)) return undefined;
    this.#at++;
    return { op: op ?? 'is', variable, value: token.text };
  }

  #number(variable: string, isWhole: boolean): Test | undefined {
    const isRange = this.#eat('between', 'from');
    if (!isRange) {
      const bound = this.#bound(isWhole);
      if (bound) return { ...bound, variable } as Test;
    }
    const low = this.#digits();
    if (low === undefined) return undefined;
    const isTo = this.#eat('to') || (isRange && this.#eat('and'));
    const high = isTo ? this.#digits() : undefined;
    if (high !== undefined) return { op: 'between', variable, low, high };
    if (this.#eat('or more', 'or over', 'or above', 'or older', 'and over', 'plus')) {
      return { op: 'at-least', variable, value: low };
    }
    if (this.#eat('or les', 'or fewer', 'or under', 'or younger', 'and under')) {
      return { op: 'at-most', variable, value: low };
    }
    const values = [low];
    for (;;) {
      const more = this.#attempt(() => (this.#eat(', or', ',', 'or') ? this.#digits() : undefined));
      if (more === undefined) break;
      values.push(more);
    }
    return values.length === 1
      ? { op: 'is', variable, value: low }
      : { op: 'one-of', variable, values };
  }

  #bound(isWhole: boolean): { op: Test['op']; value: number } | undefined {
    const after = (op: Test['op'], by: number, ...wordings: string[]) =>
      this.#attempt(() => {
        const value = this.#eat(...wordings) ? this.#digits() : undefined;
        return value === undefined ? undefined : { op, value: value + by };
      });
    return (
      after('at-least', 0, 'at least', '≥', '>=', 'no les than', 'not below', 'minimum') ??
      after('at-most', 0, 'at most', '≤', '<=', 'up to', 'no more than', 'not above', 'maximum') ??
      after('below', 0, 'below', 'under', 'les than', 'fewer than', '<') ??
      // Only among whole numbers is there a next one.
      (isWhole ? after('at-least', 1, 'over', 'above', 'more than', '>') : undefined)
    );
  }

  #digits(): number | undefined {
    const word = this.#tokens[this.#at]?.word.replace('−', '-') ?? '';
    if (!/^-?\d+(\.\d+)?$/.test(word)) return undefined;
    this.#at++;
    return Number(word);
  }

  #date(variable: Variable, table: Vocabulary): Condition | undefined {
    const name = variable.name;
    const day = () => {
      const found = readTypedDay(this.#tokens, this.#at);
      if (found) this.#at += found.length;
      return found?.day;
    };
    const after = (op: 'before' | 'after' | 'on-or-after' | 'at-most', ...wordings: string[]) =>
      this.#attempt((): Test | undefined => {
        const value = this.#eat(...wordings) ? day() : undefined;
        return value === undefined ? undefined : { op, variable: name, value };
      });
    const years = this.#years();
    if (years.length > 0) return { op: 'in-financial-year', variable: name, years };
    if (this.#eat('last', 'in the last', 'within the last', 'within last')) {
      return this.#within(variable, table, day);
    }
    return (
      after('on-or-after', 'on or after', 'since', 'from') ??
      after('at-most', 'on or before', 'until', 'up to', 'by') ??
      after('before', 'before') ??
      after('after', 'after') ??
      this.#attempt((): Test | undefined => {
        this.#eat('between');
        const low = day();
        const high = low !== undefined && this.#eat('and', 'to') ? day() : undefined;
        if (low === undefined) return undefined;
        if (high !== undefined) return { op: 'between', variable: name, low, high };
        return { op: 'between', variable: name, low, high: low };
      })
    );
  }

  #years(): string[] {
    const years: string[] = [];
    this.#eat('financial year', 'year');
    for (;;) {
      const token = this.#tokens[this.#at];
      const year = token && readTypedYear(token);
      if (year === undefined) break;
      years.push(year);
      this.#at++;
      const start = this.#at;
      this.#eat(',');
      this.#eat('or', 'and');
      const next = this.#tokens[this.#at];
      if (!next || readTypedYear(next) === undefined) this.#at = start;
    }
    return years;
  }

  /** Without a day of its own it ends with the latest in the data. */
  #within(variable: Variable, table: Vocabulary, day: () => string | undefined): Test | undefined {
    const n = this.#digits() ?? 1;
    const word = this.#tokens[this.#at]?.word ?? '';
    const unit = SPANS.find((span) => span === `${word}s` || span === word);
    if (unit === undefined) return undefined;
    this.#at++;
    const typed = this.#attempt(() => (this.#eat('up to', 'to', 'before') ? day() : undefined));
    const until = typed ?? table.lastDayOf(variable);
    if (until === undefined) return undefined;
    return { op: 'within-last', variable: variable.name, n, unit, until };
  }

  /** A year, a day or a stretch of time without a variable is one of the table's main date. */
  #ofMainDate(): Condition | undefined {
    const { own } = this.#scope;
    const dates = own.variables.filter(({ kind }) => DATED.includes(kind));
    const main = dates.find(
      ({ name, label }) => !/birth|\bdob\b|edd|due/i.test(`${name} ${label}`),
    );
    const variable = main ?? dates[0];
    return variable && this.#date(variable, own);
  }

  /** What is asked of a variable of a linked table. */
  #ofLinked(): Condition | undefined {
    for (const { scope, phrases } of this.#linked) {
      const variables = phrases.filter(({ value }) => value === undefined);
      if (!variables.some(({ words }) => this.#sees(...words))) continue;
      const where = this.#attempt(() => this.#phrase(phrases, scope.table));
      if (where) return { linked: scope.link, where };
    }
    return undefined;
  }

  /** "at least 2 appointments", "no referrals", "3 or more appointments" */
  #count(): Condition | undefined {
    const isNone = this.#eat('no', 'without', 'without any');
    const isLeast = !isNone && this.#eat('at least', 'a minimum of');
    const isMost = !isNone && !isLeast && this.#eat('at most', 'no more than', 'up to');
    const isMore = !isNone && !isLeast && !isMost && this.#eat('more than', 'over');
    const n = isNone ? 0 : this.#digits();
    if (n === undefined) return undefined;
    const orMore = this.#eat('or more', 'plus');
    this.#eat('linked');
    const found = this.#linked.find(({ scope: { table } }) =>
      [table.unit, table.name].some((name) => this.#sees(...wordsOf(name))),
    );
    if (!found) return undefined;
    const { link, table } = found.scope;
    const words = [table.unit, table.name].map(wordsOf).find((each) => this.#sees(...each)) ?? [];
    this.#at += words.length;
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
