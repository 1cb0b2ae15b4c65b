import type { Condition, LinkedRows } from '../model/condition.ts';
import type { Variable } from '../model/variable.ts';
import { readKey, readName } from './name-words.ts';
import { normalise } from './normalise.ts';
import { readNth } from './nth-words.ts';
import { isPlainKey, readQuoted } from './quoting.ts';
import { Reader } from './reader.ts';
import { tablesOf } from './tables.ts';
import { readTest, seesVerb } from './test-words.ts';

/** A table as sentences name it. */
export interface NamedTable {
  name: string;
  unit: string;
  variables: readonly Variable[];
}

/**
 * The condition that a sentence says, in its normal form (normalise.ts); undefined where it is none of
 * our own sentences. "referrals where" and the like may be left out.
 *
 * @param tables all tables of the project, for what is said of linked rows
 */
export function parseSentence(
  text: string,
  table: NamedTable,
  tables: readonly NamedTable[] = [],
): Condition | undefined {
  const { unit } = table;
  if (text === `all ${unit}`) return { all: [] };
  if (text === `no ${unit}`) return { any: [] };
  const except = `${unit} except those where `;
  const lead = [except, `${unit} where `].find((words) => text.startsWith(words)) ?? '';
  const reader = new Reader(text, lead.length);
  const read = new ClauseReader(reader, tables).clause(table);
  if (read === undefined || !reader.isAtEnd) return undefined;
  const condition = lead === except ? { not: read } : read;
  return normalise(condition, table, tablesOf(tables));
}

class ClauseReader {
  readonly #reader: Reader;
  readonly #tables: readonly NamedTable[];

  constructor(reader: Reader, tables: readonly NamedTable[]) {
    this.#reader = reader;
    this.#tables = tables;
  }

  /** Parts joined by "or", each of which may be parts joined by "and". */
  clause(table: NamedTable): Condition | undefined {
    const any = this.#joined(' or ', () => {
      const all = this.#joined(' and ', () => this.#part(table));
      return all && (all.length === 1 ? all[0] : { all });
    });
    return any && (any.length === 1 ? any[0] : { any });
  }

  #joined(joint: string, read: () => Condition | undefined): Condition[] | undefined {
    const parts: Condition[] = [];
    do {
      const part = read();
      if (part === undefined) return undefined;
      parts.push(part);
    } while (this.#reader.eat(joint));
    return parts;
  }

  #part(table: NamedTable): Condition | undefined {
    const reader = this.#reader;
    if (reader.eat('any row')) return { all: [] };
    if (reader.eat('no row')) return { any: [] };
    if (reader.eat('there ')) return this.#linked(table);
    if (reader.eat('it is the ')) return this.#nth(table);
    if (reader.eat('not (')) {
      const not = this.#closed(table);
      return not && { not };
    }
    if (reader.eat('(')) return this.#closed(table);
    const { variables } = table;
    const variable = readName(reader, variables, seesVerb);
    if (variable === undefined || !reader.eat(' ')) return undefined;
    return readTest(reader, variable, variables, (at) => this.#beginsPart(at, variables));
  }

  #closed(table: NamedTable): Condition | undefined {
    const inner = this.clause(table);
    return this.#reader.eat(')') ? inner : undefined;
  }

  /** Whether what comes there is a part of its own and not the last value of a list. */
  #beginsPart(at: number, variables: readonly Variable[]): boolean {
    const ahead = new Reader(this.#reader.text, at);
    const begins = ['(', 'not (', 'any row', 'no row', 'there is ', 'there are ', 'it is the '];
    return begins.some((words) => ahead.sees(words)) || !!readName(ahead, variables, seesVerb);
  }

  #linked(table: NamedTable): LinkedRows | undefined {
    const reader = this.#reader;
    const bounds = readCount(reader);
    const other = bounds && reader.eat(' in ') ? this.#table() : undefined;
    if (!bounds || !other || !reader.eat(' with ')) return undefined;
    const keys = this.#keys(table, other);
    if (!keys) return undefined;
    const linked = { table: other.name, ...keys };
    if (!reader.eat(' where (')) return { linked, ...bounds };
    const where = this.#closed(other);
    return where && { linked, ...bounds, where };
  }

  #table(): NamedTable | undefined {
    const reader = this.#reader;
    const quoted = readQuoted(reader);
    if (quoted !== undefined) return this.#tables.find(({ name }) => name === quoted);
    const found = this.#tables
      .filter(({ name }) => isPlainKey(name) && reader.sees(`${name} with `))
      .sort((a, b) => b.name.length - a.name.length)[0];
    if (found) reader.eat(found.name);
    return found;
  }

  /** "the same Person ID", or "Client number the same as Person ID" with the other table's first. */
  #keys(own: NamedTable, other: NamedTable): { key: string; foreignKey: string } | undefined {
    const reader = this.#reader;
    if (reader.eat('the same ')) {
      const start = reader.at;
      const key = readKey(reader, own.variables);
      const end = reader.at;
      reader.at = start;
      const foreignKey = readKey(reader, other.variables);
      if (!key || !foreignKey || reader.at !== end) return undefined;
      return { key: key.name, foreignKey: foreignKey.name };
    }
    const foreignKey = readKey(reader, other.variables, (after) => after.sees(' the same as '));
    if (!foreignKey || !reader.eat(' the same as ')) return undefined;
    const key = readKey(reader, own.variables);
    return key && { key: key.name, foreignKey: foreignKey.name };
  }

  #nth(table: NamedTable): Condition | undefined {
    const reader = this.#reader;
    const { variables } = table;
    const nth = readNth(reader);
    if (nth === undefined || !reader.eat(' row by ')) return undefined;
    const by = readKey(reader, variables, (after) => after.sees(' with the same '));
    if (!by || !reader.eat(' with the same ')) return undefined;
    const of = readKey(reader, variables);
    if (!of) return undefined;
    const row = { nth, by: by.name, of: of.name };
    if (!reader.eat(' among those where (')) return row;
    const where = this.#closed(table);
    return where && { ...row, where };
  }
}

function readCount(reader: Reader): { least?: number; most?: number } | undefined {
  if (reader.eat('is a row')) return { least: 1 };
  if (reader.eat('is no row')) return { most: 0 };
  const found = reader.match(
    /(?:is|are) (?:(at least|at most|exactly) (\d{1,7})|between (\d{1,7}) and (\d{1,7})) rows?/y,
  );
  if (!found) return undefined;
  if (found[3] !== undefined) return { least: Number(found[3]), most: Number(found[4]) };
  const n = Number(found[2]);
  if (found[1] === 'exactly') return { least: n, most: n };
  return found[1] === 'at least' ? { least: n } : { most: n };
}
