import type { TableInfo } from './table.ts';

/** A variable of a table. */
export interface KeyPlace {
  table: string;
  variable: string;
}

/** Names that many tables have for numbers of their own, which say nothing about one another. */
const OWN_NUMBERS = new Set([
  'id',
  'no',
  'nr',
  'key',
  'row',
  'ref',
  'number',
  'record',
  'record_id',
]);
/** A key whose spellings were merged by a recipe is a category there. */
const KEY_KINDS: readonly string[] = ['identifier', 'category', 'text'];

/**
 * Where a key stands in all tables: variables of its name, and of whatever names steps and pairing held
 * against it. The place that was asked about comes first; a variable that is an identifier nowhere is no key.
 */
export function sharedKeys(tables: readonly TableInfo[], asked: KeyPlace): KeyPlace[] {
  const names = namesOf(tables, asked.variable.toLowerCase());
  const places = tables.flatMap(({ name: table, variables }) =>
    variables
      .filter(({ name, kind }) => names.has(name.toLowerCase()) && KEY_KINDS.includes(kind))
      .map(({ name: variable, kind }) => ({ table, variable, kind })),
  );
  if (!places.some(({ kind }) => kind === 'identifier')) return [];
  const isAsked = (place: KeyPlace) =>
    place.table === asked.table && place.variable === asked.variable;
  return [
    asked,
    ...places
      .filter((place) => !isAsked(place))
      .map(({ table, variable }) => ({ table, variable })),
  ];
}

/** All names that a key goes by; only its own where numbers of that name have nothing in common. */
function namesOf(tables: readonly TableInfo[], name: string): Set<string> {
  const joined = tables.flatMap(joinedNames);
  const names = new Set([name]);
  for (const each of names) {
    for (const [one, other] of joined) {
      if (one === each) names.add(other);
      if (other === each) names.add(one);
    }
  }
  return OWN_NUMBERS.has(name) && names.size === 1 ? new Set() : names;
}

/** Pairs of names that the making of a table held against each other. */
function joinedNames({ origin }: TableInfo): [string, string][] {
  const pair = (one: unknown, other: unknown): [string, string][] => {
    const others = [other].flat();
    return [one].flat().flatMap((each, at): [string, string][] => {
      const there = others[at];
      return typeof each === 'string' && typeof there === 'string'
        ? [[each.toLowerCase(), there.toLowerCase()]]
        : [];
    });
  };
  if (origin.made === 'recipe') {
    return origin.steps.flatMap(({ key, foreignKey }) => pair(key, foreignKey));
  }
  return origin.made === 'pairs' ? pair(origin.rule.person, origin.rule.eligible.person) : [];
}
