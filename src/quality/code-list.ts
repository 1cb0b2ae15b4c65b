import type { Vodim } from '../model/column-profile.ts';

/** One code of a list. */
export interface ListedCode {
  code: string;
  /** Empty where no source gives one. */
  label: string;
  /** What MHSDS counts it as. */
  class: Exclude<Vodim, 'invalid' | 'missing'>;
  /** First and last day of use, where it was not always in use. */
  from?: string;
  until?: string;
}

/** A list of codes as data, with where it comes from. */
export interface CodeList {
  id: string;
  name: string;
  source: string;
  /** The first character is the national code, a second one is the provider's own. */
  isLocalSecond?: boolean;
  codes: readonly ListedCode[];
  /** Ways to put the codes into groups, each by its name. */
  schemes?: readonly GroupScheme[];
}

export interface GroupScheme {
  id: string;
  name: string;
  source: string;
  groups: readonly { label: string; codes: readonly string[] }[];
}

/** What a cell is to a list, and the code it means. */
export interface Classified {
  class: Vodim;
  /** The code that is meant; null where none is. */
  code: ListedCode | null;
  /** Why the cell is not simply the code; '' where it is. */
  note: string;
}

/**
 * What a value is to a list. As MHSDS does, case and a local second character are overlooked; the note
 * says that they were. A code out of use at the date is invalid, and so is the label of a code.
 */
export function classify(list: CodeList, value: string | null, on?: string): Classified {
  if (value === null || value.trim() === '') return { class: 'missing', code: null, note: '' };
  const { exact, folded, labels } = indexOf(list);
  const text = value.trim();
  const code = exact.get(text);
  if (code) return dated(code, text === value ? '' : 'spaces around it', on);
  const other = folded.get(text.toUpperCase());
  if (other) return dated(other, `the code ${other.code}, written otherwise`, on);
  if (list.isLocalSecond && /^[A-Za-z][A-Za-z0-9]$/.test(text)) {
    const national = folded.get(text.charAt(0).toUpperCase());
    if (national) return dated(national, `the code ${national.code} with a local character`, on);
  }
  const labelled = labels.get(wordsOf(text));
  return labelled
    ? { class: 'invalid', code: labelled, note: `the label of ${labelled.code}, not the code` }
    : { class: 'invalid', code: null, note: '' };
}

function dated(code: ListedCode, note: string, on: string | undefined): Classified {
  const { from, until } = code;
  if (on !== undefined && until !== undefined && on > until) {
    return { class: 'invalid', code, note: `in use only until ${until}` };
  }
  if (on !== undefined && from !== undefined && on < from) {
    return { class: 'invalid', code, note: `in use only from ${from}` };
  }
  return { class: code.class, code, note };
}

interface ListIndex {
  exact: Map<string, ListedCode>;
  folded: Map<string, ListedCode>;
  /** By their words, in any order: “White British” and “British, White”. */
  labels: Map<string, ListedCode>;
}

const indexes = new WeakMap<CodeList, ListIndex>();

function indexOf(list: CodeList): ListIndex {
  const known = indexes.get(list);
  if (known) return known;
  const { codes } = list;
  const made: ListIndex = {
    exact: new Map(codes.map((each) => [each.code, each])),
    folded: new Map(codes.map((each) => [each.code.toUpperCase(), each])),
    labels: new Map(
      codes.filter(({ label }) => label !== '').map((each) => [wordsOf(each.label), each]),
    ),
  };
  for (const { groups } of list.schemes ?? []) {
    for (const { label, codes: own } of groups) {
      for (const code of own) {
        const listed = made.exact.get(code);
        if (listed) made.labels.set(wordsOf(`${label} ${listed.label}`), listed);
      }
    }
  }
  indexes.set(list, made);
  return made;
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
}

/** The group of a code in a scheme; null of a code that the scheme does not place. */
export function groupOf(scheme: GroupScheme, code: string): string | null {
  return scheme.groups.find(({ codes }) => codes.includes(code))?.label ?? null;
}
