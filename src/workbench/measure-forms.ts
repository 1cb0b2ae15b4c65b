import { openColumns } from '../measures/form-columns.ts';
import { MEASURES } from '../measures/library.ts';
import { suggestScoring } from '../measures/suggest.ts';
import type { Frame } from '../model/frame.ts';
import type { Measure } from '../model/measure.ts';
import type { FormColumns } from '../model/table.ts';
import type { FormTotal, MeasureForms } from '../quality/suggest/form-rules.ts';
import type { StoredTable } from '../store/tables.ts';
import type { Context } from './context.ts';
import { ownMeasures } from './measures.ts';

/** The questionnaires that tables look like, with the ranges of their items. */
export function measureForms(context: Context, tables: readonly StoredTable[]): MeasureForms[] {
  const known = new Map([...MEASURES, ...ownMeasures(context)].map((each) => [each.id, each]));
  const frames = tables.map((each) => ({
    name: each.name,
    label: each.label,
    frame: unreadFrame(context, each),
  }));
  return suggestScoring(frames, [...known.values()]).flatMap(({ from, score }): MeasureForms[] => {
    const measure = known.get(score.measure);
    const table = frames.find(({ name }) => name === from);
    if (!measure || !table || measure.items.length === 0) return [];
    const { person, layout } = score;
    const { ages } = measure;
    const base = {
      table: from,
      measure: measure.short,
      person,
      blocks: [],
      ...(ages ? { ages } : {}),
    };
    if (layout.form === 'long') {
      const { time, item, value, date, rater } = layout;
      const low = Math.min(...measure.items.map(({ min }) => min));
      const high = Math.max(...measure.items.map(({ max }) => max));
      const told = { ...(date && { date }), ...(rater && { rater }) };
      return [{ ...base, long: { time, item, value, low, high, ...told } }];
    }
    const columns = layout.form === 'wide' ? layout.blocks : [{ time: '', ...layout }];
    const blocks = columns
      // Forms in several tables are suggested for each by themselves too.
      .filter((block) => !('table' in block) || block.table === undefined || block.table === from)
      .map((block) => blockOf(table.frame, person, block, block.time ?? '', measure));
    return [
      {
        ...base,
        blocks,
        ...(layout.form === 'rows' && layout.time !== undefined
          ? { timeVariable: layout.time }
          : {}),
      },
    ];
  });
}

/** Most tables show by the names of their variables that they hold no questionnaire: their rows are not read. */
function unreadFrame(context: Context, table: StoredTable): Frame {
  return {
    rows: table.rows,
    variables: table.variables,
    get columns() {
      return context.frame(table).columns;
    },
    get origin() {
      return context.frame(table).origin;
    },
  };
}

function blockOf(
  frame: Parameters<typeof openColumns>[0],
  person: string,
  columns: FormColumns,
  time: string,
  measure: Measure,
): MeasureForms['blocks'][number] {
  const { items, date, rater, totals = {} } = columns;
  const opened = openColumns(frame, person, columns, measure, time || measure.short);
  const found = opened.items.flatMap((each) =>
    each?.item ? [{ variable: each.name, item: each.item }] : [],
  );
  return {
    time,
    items: found.map(({ variable, item: { min, max } }) => ({ variable, low: min, high: max })),
    ...(date === undefined ? {} : { date }),
    ...(rater === undefined ? {} : { rater }),
    totals:
      items === undefined
        ? []
        : measure.subscales.flatMap(({ key, items: own, score }): FormTotal[] => {
            const variable = totals[key];
            if (variable === undefined || score === 'supplied') return [];
            const parts = found.filter(({ item }) => own.includes(item.item));
            const [first] = parts;
            // Items that count something else than their number are left to the scoring.
            const isPlain = parts.every(({ item }) => !item.values && !item.codes);
            if (!first || !isPlain || parts.length !== own.length) return [];
            return [
              {
                variable,
                how: score,
                of: parts.map((each) => each.variable),
                reversed: parts.filter(({ item }) => item.reverse).map((each) => each.variable),
                around: first.item.min + first.item.max,
              },
            ];
          }),
  };
}
