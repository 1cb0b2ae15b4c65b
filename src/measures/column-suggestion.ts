import { valueAt } from '../model/column.ts';
import { columnNamed, type Frame } from '../model/frame.ts';
import type { Measure } from '../model/measure.ts';
import type { ScoringSuggestion } from '../model/scoring.ts';
import type { FormColumns, ScoreDefinition } from '../model/table.ts';
import { dateIn, timeIn } from './column-roles.ts';
import { names } from './column-words.ts';
import { type Block, blocksOf } from './item-blocks.ts';
import { itemReader } from './item-reader.ts';

export interface NamedFrame {
  name: string;
  label: string;
  frame: Frame;
}

/** A suggestion with what is needed to weigh it against others. */
export interface Draft extends Omit<ScoringSuggestion, 'measure'> {
  measure: Measure;
  /** The measure's own name stands in the columns or the table. */
  isNamed: boolean;
  variables: readonly string[];
}

/** Items or scores of a measure in the columns of a table. */
export function columnSuggestion(
  { name, label, frame }: NamedFrame,
  measure: Measure,
  person: string,
): Draft | null {
  const blocks = blocksOf(frame, measure, person);
  const [first] = blocks;
  if (first === undefined) return null;
  const used = blocks.flatMap((block) => [
    ...(typeof block.items === 'string' ? [] : (block.items ?? [])).filter((each) => each !== ''),
    ...Object.values(block.totals ?? {}),
  ]);
  const isNamed =
    used.some((each) => names(labelled(frame, each), measure)) ||
    names(`${name} ${label}`, measure);
  const isLone = blocks.length === 1 && first.time === '';
  const time = isLone ? timeIn(frame, [person, ...used]) : undefined;
  const date = isLone ? dateIn(frame, measure, '') : undefined;
  const layout: ScoreDefinition['layout'] = isLone
    ? {
        form: 'rows',
        ...columnsOf(first),
        ...(time === undefined ? {} : { time }),
        ...(date === undefined ? {} : { date }),
      }
    : {
        form: 'wide',
        blocks: blocks.map((block) => {
          const own = dateIn(frame, measure, block.time);
          return {
            time: block.time || 'T1',
            ...columnsOf(block),
            ...(own === undefined ? {} : { date: own }),
          };
        }),
      };
  const asked = measure.items.length;
  const counts = blocks.some(({ found }) => found > 0)
    ? `${Math.min(...blocks.map(({ found }) => found))} of ${asked} items`
    : 'scores without their items';
  const when = isLone
    ? time === undefined
      ? date === undefined
        ? 'no time point found'
        : `time points by ${date}`
      : `time points in ${time}`
    : `at ${blocks.map((block) => block.time || 'T1').join(', ')}`;
  return {
    from: name,
    measure,
    score: { measure: measure.id, version: measure.version, person, layout },
    sentence: `${counts}, ${when}: ${used[0]} to ${used.at(-1)}.`,
    notices: valueNotices(frame, measure, blocks),
    isNamed,
    variables: used,
  };
}

function columnsOf({ items, totals }: Block): FormColumns {
  return {
    ...(items === undefined ? {} : { items }),
    ...(totals === undefined ? {} : { totals }),
  };
}

/** Answers outside the range of the items. */
function valueNotices(frame: Frame, measure: Measure, blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ items, time }) => {
    if (items === undefined || typeof items === 'string') return [];
    const isOut = items.map((name, place) => {
      const item = measure.items[place];
      if (name === '' || item === undefined) return 0;
      const read = itemReader(item, 'raw');
      const column = columnNamed(frame, name);
      let out = 0;
      for (let row = 0; row < frame.rows; row++) {
        if (read(valueAt(column, row)) === 'out-of-range') out++;
      }
      return out;
    });
    const total = isOut.reduce((sum, n) => sum + n, 0);
    const at = time === '' ? '' : ` at ${time}`;
    return total === 0
      ? []
      : [`${total} ${total === 1 ? 'answer is' : 'answers are'} out of range${at}.`];
  });
}

function labelled(frame: Frame, name: string): string {
  const variable = frame.variables.find((each) => each.name === name);
  return `${name} ${variable?.label ?? ''}`;
}
