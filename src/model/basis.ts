import type { Figure } from './figure.ts';
import { formatNumber } from './format.ts';
import type { Result } from './result.ts';
import { escapeRich } from './rich.ts';

/**
 * Who, n and missing in one line: "285 of 399 people: Programme is … . n = 285; missing: 3 (not known 3)."
 * @param changed what has changed since, in words; '' while the result holds
 */
export function basisSentence(result: Result, changed = ''): string {
  const compared = comparedWords(result);
  return `${cohortWords(result)}. ${compared === '' ? '' : `Compared: ${compared}. `}n = ${count(result.n.used)}; missing: ${missingWords(result)}.${changed === '' ? '' : ` Out of date: ${changed}`}`;
}

/** Each cohort that was compared, in words: "Early: 40 of 120 people (…); the rest". */
export function comparedWords({ compared }: Pick<Result, 'compared'>): string {
  if (!compared) return '';
  const last =
    compared.with === 'rest' ? ['the rest'] : compared.with === 'everyone' ? ['all'] : [];
  return [...compared.cohorts.map((cohort) => cohortWords({ cohort })), ...last].join('; ');
}

/**
 * Size and words of a cohort: "285 of 399 people: Programme is Parent-infant psychotherapy", "All 3,690 appointments".
 * The cohort's sentence repeats the unit ("people where …", "all people"): it is said once here. A cohort
 * with a label of its own begins with it: "Adults in psychotherapy: 285 of 399 adults (Programme is PIP)".
 */
export function cohortWords({ cohort }: Pick<Result, 'cohort'>): string {
  const { n, of, unit, label, sentence, name } = cohort;
  const size = sizeWords(cohort);
  if (name === null || label === '' || label === sentence || sentence === '') return size;
  const who = n === of ? `${count(n)} ${unit}` : `${count(n)} of ${count(of)} ${unit}`;
  if (size.startsWith(`${who}: `)) return `${label}: ${who} (${size.slice(who.length + 2)})`;
  return size.startsWith(who) ? `${label}: ${size}` : size;
}

/** A chart that says itself who it is about, for files that hold nothing else. */
export function withBasis<Kind extends Figure>(figure: Kind, basis: string): Kind {
  return { ...figure, notes: [...figure.notes, escapeRich(basis)] };
}

/** "285 of 399 people: Programme is …" */
export function sizeWords({ n, of, unit, ...cohort }: Result['cohort']): string {
  const words = (cohort.sentence || cohort.label).replace(/\.\s*$/, '');
  if (words === `all ${unit}`) return `All ${count(n)} ${unit}`;
  const who = n === of ? `${count(n)} ${unit}` : `${count(n)} of ${count(of)} ${unit}`;
  if (words === '') return who;
  if (words.startsWith(`${unit} where `)) return `${who}: ${words.slice(unit.length + 7)}`;
  if (words.startsWith(`${unit} `)) return `${who}, ${words.slice(unit.length + 1)}`;
  return `${who}: ${words}`;
}

/** "3 (not known 3)"; "none" when nothing is missing. */
export function missingWords({ n }: Result): string {
  const counted = n.missing.filter((entry) => entry.n > 0);
  if (counted.length === 0) return 'none';
  const sum = counted.reduce((total, entry) => total + entry.n, 0);
  const reasons = counted.map((entry) => `${entry.reason} ${count(entry.n)}`);
  const comma = counted.some(({ reason }) => reason.includes(','));
  return `${count(sum)} (${reasons.join(comma ? '; ' : ', ')})`;
}

function count(n: number): string {
  return formatNumber(n, 'count');
}
