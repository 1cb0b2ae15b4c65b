import { longDate, parseIsoDate } from '../model/calendar.ts';
import type { Scalar } from '../model/condition.ts';
import type { Variable } from '../model/variable.ts';

/** A value as a sentence says it: its label, "1 April 2022", a true minus. */
export function sayValue(variable: Variable, value: Scalar): string {
  const label = variable.values.find((entry) => entry.value === String(value))?.label;
  if (label !== undefined) return label;
  if (variable.kind === 'yesno') return value === 1 ? 'Yes' : value === 0 ? 'No' : String(value);
  if (variable.kind === 'date' || variable.kind === 'datetime') return sayMoment(String(value));
  if (variable.kind === 'time') return withoutSeconds(String(value));
  if (typeof value === 'number') return String(value).replace('-', '−');
  return value === value.trim() && value !== '' ? value : `“${value}”`;
}

const MOST = 12;

/** "A, B or C"; of a long list only its length and its beginning. */
export function sayList(
  variable: Variable,
  values: readonly Scalar[],
  joint: 'and' | 'or',
): string {
  if (values.length > MOST) {
    const first = values.slice(0, 3).map((value) => sayValue(variable, value));
    return `one of ${values.length} values (${first.join(', ')} …)`;
  }
  const said = values.map((value) => sayValue(variable, value));
  const last = said.pop();
  if (last === undefined) return 'one of no values';
  return said.length === 0 ? last : `${said.join(', ')} ${joint} ${last}`;
}

function sayMoment(iso: string): string {
  const day = parseIsoDate(iso.slice(0, 10));
  if (day === undefined) return iso;
  const time = withoutSeconds(iso.slice(11));
  return time === '' ? longDate(day) : `${longDate(day)}, ${time}`;
}

function withoutSeconds(time: string): string {
  return time.replace(/^(\d\d:\d\d):00$/, '$1');
}
