import { missingReason, valueAt } from '../model/column.ts';
import { columnNamed, type Frame } from '../model/frame.ts';
import type { CheckedForm, ScoringCheck } from '../model/scoring.ts';
import type { ScoreDefinition } from '../model/table.ts';
import { measureNamed } from './known-measures.ts';
import { type ScoreSources, scoreFrame } from './score.ts';

/** How many forms are shown: first those with something out of range. */
const SHOWN = 12;

/** What scoring would do: counts, differences, and the first forms item by item. */
export function checkScoring(
  source: Frame,
  definition: ScoreDefinition,
  sources: ScoreSources,
): ScoringCheck {
  const measure = measureNamed(definition.measure, definition.version, sources.measures);
  const { frame, account, version } = scoreFrame(source, definition, sources);
  const column = (name: string) => columnNamed(frame, name);
  const rows = Array.from({ length: frame.rows }, (_, row) => row);
  const people = new Set(rows.map((row) => valueAt(column('person'), row)));
  const times = Map.groupBy(rows, (row) => String(valueAt(column('time'), row)));
  const order = frame.variables.find(({ name }) => name === 'time')?.values ?? [];
  const isOut = (row: number) =>
    account.outOfRange.some((cell) => cell.row === (frame.origin[row] ?? 0));
  const shown = [...rows.filter(isOut), ...rows.filter((row) => !isOut(row))].slice(0, SHOWN);
  const items = frame.variables.filter(({ name }) => /^item_\d+$/.test(name));
  const scores = frame.variables.filter(({ score }) => score !== undefined);
  return {
    measure: measure.name,
    version,
    forms: frame.rows,
    people: people.size,
    times: order.flatMap(({ value }) => {
      const forms = times.get(value)?.length ?? 0;
      return forms > 0 ? [{ time: value, forms }] : [];
    }),
    account,
    rows: shown.map((row): CheckedForm => {
      const person = valueAt(column('person'), row);
      return {
        person: person === null ? null : String(person),
        time: String(valueAt(column('time'), row) ?? ''),
        row: frame.origin[row] ?? row + 1,
        items: items.map(({ name }) => {
          const counts = valueAt(column(name), row);
          const outside = missingReason(column(name), row) === 'out of range';
          return {
            item: Number(name.slice('item_'.length)),
            value: counts,
            counts: typeof counts === 'number' ? counts : null,
            isOut: outside,
          };
        }),
        scores: scores.map(({ name, label }) => {
          const value = valueAt(column(name), row);
          return {
            name: label,
            value: typeof value === 'number' ? value : null,
            reason: missingReason(column(name), row),
          };
        }),
      };
    }),
  };
}
