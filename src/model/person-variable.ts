import type { Variable } from './variable.ts';

const PERSON = /client|person|patient|participant|subject|service_?user|(^|_)nhs(_|$)/;
const LIKE_AN_ID =
  /(^|_)(client|person|patient|participant|case|user|subject)(_|$)|(^|_)id$|(^|_)nhs(_|$)/;

/** The variable that says which person a row is about; undefined where none is called so. */
export function personVariable(variables: readonly Variable[]): string | undefined {
  return identifierLike(variables).find(({ name }) => PERSON.test(name))?.name;
}

/** Identifiers, and what is called like one. */
export function identifierLike(variables: readonly Variable[]): Variable[] {
  return variables.filter(({ name, kind }) => kind === 'identifier' || LIKE_AN_ID.test(name));
}
