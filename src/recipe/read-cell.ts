import { parseIsoDate } from '../model/calendar.ts';
import { Refusal } from '../model/refusal.ts';
import { KIND, type Variable } from '../model/variable.ts';

/** What a column holds for a value that somebody wrote: a number, a day number, a text. */
export type CellValue = number | string;

/** @throws Refusal `bad-value` when the value is not one of the variable's kind */
export function readCell({ kind, name, label }: Variable, written: string | number): CellValue {
  const text = String(written).trim();
  const value = valueFrom(kind, text);
  if (value !== undefined) return value;
  throw new Refusal(
    'bad-value',
    `“${text}” is not a value of ${label}, which is of the kind ${KIND[kind].label.toLowerCase()}.`,
    { hint: kind === 'date' ? 'Write dates as 2022-04-01.' : '', where: { column: name } },
  );
}

function valueFrom(kind: Variable['kind'], text: string): CellValue | undefined {
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'yesno': {
      const number = text === '' ? Number.NaN : Number(text);
      const fits =
        kind === 'decimal'
          ? Number.isFinite(number)
          : kind === 'integer'
            ? Number.isSafeInteger(number)
            : number === 0 || number === 1;
      return fits ? number : undefined;
    }
    case 'date':
      return parseIsoDate(text);
    default:
      return text === '' ? undefined : text;
  }
}
