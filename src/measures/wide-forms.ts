import { type Column, textAt, valueAt } from '../model/column.ts';
import { columnNamed, type Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { WideItems } from '../model/table.ts';
import { dateColumn, dayAt, type Form, type Forms, readAnswer } from './form.ts';
import type { Measure } from './measure.ts';

interface Block {
  time: string;
  items: readonly { name: string; column: Column }[];
  date: Column | undefined;
}

/**
 * Forms of a table with one row a person and the items in columns, one block a time point.
 * @throws Refusal when a pattern does not lead to a variable, or a date is not one
 */
export function wideForms(
  frame: Frame,
  person: string,
  layout: WideItems,
  measure: Measure,
): Forms {
  const people = columnNamed(frame, person);
  const blocks = layout.blocks.map((block) => openBlock(frame, block, measure));
  const forms: Form[] = [];
  const outOfRange: { row: number; variable: string; value: string }[] = [];
  for (let row = 0; row < frame.rows; row++) {
    for (const { time, items, date } of blocks) {
      const answers = measure.items.map((item, i) => {
        const source = items[i];
        if (source === undefined) return null;
        const answer = readAnswer(valueAt(source.column, row), item);
        if (answer === 'out-of-range') {
          const value = textAt(source.column, row);
          outOfRange.push({ row: frame.origin[row] ?? row + 1, variable: source.name, value });
        }
        return answer;
      });
      if (answers.every((answer) => answer === null)) continue;
      const name = valueAt(people, row);
      const whose = name === null ? null : String(name);
      forms.push({ person: whose, time, day: dayAt(date, row), row, answers });
    }
  }
  const times = [...new Set(blocks.map((block) => block.time))];
  return {
    forms,
    times: times.map((time) => ({ value: time, label: time })),
    dated: blocks.some((block) => block.date !== undefined),
    outOfRange,
    repeatedItems: 0,
  };
}

function openBlock(frame: Frame, block: WideItems['blocks'][number], measure: Measure): Block {
  const { time, items: pattern, date } = block;
  if (measure.items.length > 1 && !PLACE.test(pattern)) {
    throw new Refusal(
      'bad-pattern',
      `“${pattern}” does not say where the number of the item stands.`,
      {
        hint: 'Write {item} for 1, 2, 3, or {item:02} for 01, 02, 03.',
        where: { option: `items of ${time}` },
      },
    );
  }
  return {
    time,
    items: measure.items.map(({ item }) => {
      const name = pattern.replace(PLACE, (_, width: string | undefined) =>
        String(item).padStart(Number(width ?? 1), '0'),
      );
      return { name, column: columnNamed(frame, name) };
    }),
    date: date === undefined ? undefined : dateColumn(frame, date),
  };
}

const PLACE = /\{item(?::0?(\d+))?\}/;
