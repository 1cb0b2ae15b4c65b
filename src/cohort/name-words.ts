import type { Variable } from '../model/variable.ts';
import { isPlainKey, isPlainName, quote, readCode, readQuoted, sayCode } from './quoting.ts';
import type { Reader } from './reader.ts';

type Named = Pick<Variable, 'name' | 'label'>;

/** A variable as a sentence says it: by its label, and by its name too where others have that label. */
export function sayName(
  variable: Named,
  among: readonly Named[],
  isPlain: (text: string) => boolean = isPlainName,
): string {
  const { name, label } = variable;
  if (label === '') return sayCode(name);
  const said = isPlain(label) ? label : quote(label);
  const isAlone = among.filter((other) => other.label === label).length === 1;
  return isAlone ? said : `${said} ${sayCode(name)}`;
}

/** The same where words of the sentence may follow that a label could hold too. */
export function sayKey(variable: Named, among: readonly Named[]): string {
  return sayName(variable, among, isPlainKey);
}

/** Reads the name of one of some variables; of several that could be meant, the longest that `follows` accepts. */
export function readName<V extends Named>(
  reader: Reader,
  among: readonly V[],
  follows: (reader: Reader) => boolean,
): V | undefined {
  return readNamed(reader, among, isPlainName, follows);
}

/** The same of what `sayKey` says. */
export function readKey<V extends Named>(
  reader: Reader,
  among: readonly V[],
  follows: (reader: Reader) => boolean = () => true,
): V | undefined {
  return readNamed(reader, among, isPlainKey, follows);
}

function readNamed<V extends Named>(
  reader: Reader,
  among: readonly V[],
  isPlain: (text: string) => boolean,
  follows: (reader: Reader) => boolean,
): V | undefined {
  const accepted = (variable: V | undefined) =>
    variable !== undefined && follows(reader) ? variable : undefined;
  return reader.attempt(() => {
    const code = readCode(reader);
    if (code !== undefined) return accepted(among.find(({ name }) => name === code));
    const quoted = readQuoted(reader);
    if (quoted !== undefined) return accepted(readLabelled(reader, among, quoted));
    const labels = new Set(among.map(({ label }) => label).filter((label) => reader.sees(label)));
    for (const label of [...labels].filter(isPlain).sort((a, b) => b.length - a.length)) {
      const found = reader.attempt(() => {
        reader.eat(label);
        return accepted(readLabelled(reader, among, label));
      });
      if (found) return found;
    }
    return undefined;
  });
}

function readLabelled<V extends Named>(
  reader: Reader,
  among: readonly V[],
  wanted: string,
): V | undefined {
  const code = reader.attempt(() => (reader.eat(' ') ? readCode(reader) : undefined));
  const found = among.filter(
    ({ name, label }) => label === wanted && (code === undefined || name === code),
  );
  return found.length === 1 ? found[0] : undefined;
}
