import { parseIsoDate } from '../model/calendar.ts';
import type { Scalar } from '../model/condition.ts';
import { Refusal } from '../model/refusal.ts';
import type { Variable } from '../model/variable.ts';

/**
 * A value in the form of the variable's kind. Dates and times are as they are stored: `2022-04-01`,
 * `2022-04-01T09:30:00`, `09:30:00`.
 *
 * @throws Refusal `bad-operand`
 */
export function typeOperand(value: Scalar, variable: Variable): Scalar {
  const text = String(value);
  switch (variable.kind) {
    case 'integer':
    case 'decimal':
    case 'yesno': {
      const number = text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(number) ? number : refuseOperand(text, variable, 'a number', '12');
    }
    case 'date':
      return isDate(text) ? text : refuseOperand(text, variable, 'a date', '2022-04-01');
    case 'datetime': {
      const [day, time] = [text.slice(0, 10), clock(text.slice(11))];
      if (isDate(text)) return text;
      return isDate(day) && time !== undefined && /[T ]/.test(text.charAt(10))
        ? `${day}T${time}`
        : refuseOperand(text, variable, 'a date with a time', '2022-04-01T09:30');
    }
    case 'time':
      return clock(text) ?? refuseOperand(text, variable, 'a time', '09:30');
    case 'identifier':
    case 'text':
    case 'category':
      return text;
  }
}

function isDate(text: string): boolean {
  return parseIsoDate(text) !== undefined;
}

/** `HH:MM:SS` of a time with or without its seconds. */
function clock(text: string): string | undefined {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)) return undefined;
  return text.length === 5 ? `${text}:00` : text;
}

function refuseOperand(text: string, variable: Variable, what: string, example: string): never {
  throw new Refusal(
    'bad-operand',
    `“${text}” is not ${what}, and ${variable.label} holds such values only.`,
    {
      hint: `Write it as ${example}.`,
      where: { column: variable.name },
    },
  );
}
