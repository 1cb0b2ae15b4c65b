import { record, wrongInput } from './read-input.ts';

export interface Factor {
  name: string;
  labels: readonly string[];
}

/**
 * An outcome and two factors, under names of the caller's: the outcome is the first list that holds only
 * numbers. Rows with a missing value are left out.
 * @throws Refusal `unreadable-input` unless there are three lists of one length, one of them of numbers
 */
export function factorial(input: unknown): { outcome: number[]; first: Factor; second: Factor } {
  const lists = Object.entries(record(input, 'The input')).map(([name, value]) => ({
    name,
    cells: cellsOf(value, name),
  }));
  const outcome = lists.find(({ cells }) => cells.every((cell) => typeof cell !== 'string'));
  const [first, second, ...more] = lists.filter((list) => list !== outcome);
  if (!outcome || !first || !second || more.length > 0) {
    throw wrongInput('Three lists are required: numbers, and the levels of two factors.');
  }
  const length = outcome.cells.length;
  if (lists.some(({ cells }) => cells.length !== length)) {
    throw wrongInput('The outcome and the factors must have the same length.');
  }
  const rows = outcome.cells.map((_, i) => i);
  const complete = rows.filter((i) => lists.every(({ cells }) => cells[i] !== null));
  const factor = ({ name, cells }: (typeof lists)[number]): Factor => ({
    name,
    labels: complete.map((i) => String(cells[i])),
  });
  return {
    outcome: complete.map((i) => Number(outcome.cells[i])),
    first: factor(first),
    second: factor(second),
  };
}

function cellsOf(value: unknown, name: string): (string | number | null)[] {
  if (!Array.isArray(value)) throw wrongInput(`“${name}” must be a list.`);
  return value.map((cell: unknown) => {
    if (cell === null || typeof cell === 'string') return cell;
    if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
    throw wrongInput(`“${name}” holds something other than text, a number or null.`);
  });
}
