import { type Column, missingReason, textAt } from '../model/column.ts';
import { type Frame, variableIndex } from '../model/frame.ts';
import type { CellHistory } from '../model/recipe.ts';
import { Refusal } from '../model/refusal.ts';
import { rowSource } from '../model/row-source.ts';
import type { Step } from '../model/table.ts';
import { KIND } from '../model/variable.ts';
import { applyStep, recipeContext } from '../recipe/apply-recipe.ts';
import { withoutOrigins, withRowNumbers } from '../recipe/row-numbers.ts';
import { readNotes } from '../store/read-notes.ts';
import type { StoredTable } from '../store/tables.ts';
import type { Context } from './context.ts';
import { projectDigest } from './pseudonym-key.ts';

type Entry = CellHistory['steps'][number];

/**
 * How a cell came to be: its text in the file, what it was read as, and what each step of each recipe on the
 * way made of it. Steps that left it as it was are not told. Keeps the last recipe that it followed.
 */
export function createCellHistory(context: Context) {
  let last: { id: number; version: number; frames: readonly Frame[] } | undefined;

  /** The frames of a recipe from its source to its end, with rows that can be followed. */
  const framesOf = (table: StoredTable, from: string, steps: readonly Step[]): readonly Frame[] => {
    if (last?.id === table.id && last.version === table.version) return last.frames;
    const source = context.table(from);
    const read = (name: string) => withoutOrigins(context.frame(context.table(name)));
    const words = { unit: source.unit, source: from, digest: projectDigest(context) };
    const inContext = recipeContext(read, words);
    const frames = [withRowNumbers(context.frame(source))];
    for (const [at, step] of steps.entries()) {
      frames.push(applyStep(frames.at(-1) as Frame, step, inContext, at + 1).frame);
    }
    last = { id: table.id, version: table.version, frames };
    return frames;
  };

  const follow = (name: string, row: number, variable: string): Entry[] => {
    const table = context.table(name);
    const frame = context.frame(table);
    const index = variableIndex(frame, variable);
    const { origin } = table;
    if (origin.made === 'import') return imported(table, frame, row, index);
    if (origin.made === 'scores' || origin.made === 'pairs') {
      const how = origin.made === 'scores' ? 'Scored' : 'Paired';
      return [entry(name, `${how} from ${origin.from}`, frame.columns[index] as Column, row)];
    }
    const frames = framesOf(table, origin.from, origin.steps);
    const final = frames.at(-1);
    const source = final?.origin[row] ?? 0;
    if (!final || final.rows !== frame.rows) {
      return [
        entry(
          name,
          `Made from ${origin.from}, which has changed since`,
          frame.columns[index] as Column,
          row,
        ),
      ];
    }
    return [...followRecipe(table, origin, frames, source, row, variable)];
  };

  function followRecipe(
    { name }: StoredTable,
    origin: { from: string; steps: readonly Step[]; outcomes: readonly { sentence: string }[] },
    frames: readonly Frame[],
    source: number,
    row: number,
    variable: string,
  ): Entry[] {
    const found: Entry[] = [];
    let wanted = variable;
    let now = { row, value: cellOf(frames.at(-1), row, variable) };
    for (let at = origin.steps.length - 1; at >= 0; at--) {
      const step = origin.steps[at] as Step;
      const before = frames[at] as Frame;
      if (step.op === 'rename-variable' && !step.off && step.name === wanted)
        wanted = String(step.variable);
      const was = cellOf(before, rowOf(before, source), wanted);
      if (was?.text !== now.value?.text || was?.why !== now.value?.why) {
        const what = `Step ${at + 1}: ${origin.outcomes[at]?.sentence ?? step.op}`;
        found.unshift({
          table: name,
          what,
          value: now.value?.text ?? null,
          why: now.value?.why ?? null,
        });
      }
      now = { row, value: was };
      if (was === undefined) return found;
    }
    const earlier = source > 0 ? follow(origin.from, source - 1, wanted) : [];
    return [...earlier, ...found];
  }

  function imported(table: StoredTable, frame: Frame, row: number, index: number): Entry[] {
    const column = frame.columns[index] as Column;
    const { origin, name, variables } = table;
    if (origin.made !== 'import') return [];
    const file = (rowSource(origin) ?? (() => origin.files[0]))(row);
    const place = `Row ${frame.origin[row] ?? row + 1} of ${file?.name ?? 'the file'}${file?.sheet ? `, sheet ${file.sheet}` : ''}`;
    const note = readNotes(context.project.db, table, [row]).find(
      (each) => each.column === index && each.raw !== '',
    );
    const kind = KIND[variables[index]?.kind ?? 'text'].label.toLowerCase();
    const read = entry(
      name,
      `Read as ${kind}${note?.reason ? `: ${note.reason}` : ''}`,
      column,
      row,
    );
    if (!note) return [{ ...read, what: place }];
    return [{ table: name, what: place, value: note.raw, why: null }, read];
  }

  return (input: { table: string; row: number; variable: string }): CellHistory => {
    const table = context.table(input.table);
    if (input.row < 1 || input.row > table.rows) {
      throw new Refusal(
        'no-such-row',
        `${table.name} has ${table.rows} rows, and no row ${input.row}.`,
        {
          where: { table: table.name, row: input.row },
        },
      );
    }
    const { label, name } = table.variables[
      variableIndex(table, input.variable)
    ] as StoredTable['variables'][number];
    return {
      table: table.name,
      row: input.row,
      variable: name,
      label,
      steps: follow(table.name, input.row - 1, name),
    };
  };
}

interface Cell {
  text: string | null;
  why: string | null;
}

/** Undefined where there is no such row or variable. */
function cellOf(
  frame: Frame | undefined,
  row: number | undefined,
  variable: string,
): Cell | undefined {
  const index = frame?.variables.findIndex(({ name }) => name === variable) ?? -1;
  const column = frame?.columns[index];
  if (!column || row === undefined) return undefined;
  const why = missingReason(column, row);
  return { text: why === null ? textAt(column, row) : null, why };
}

/** The only row that came from a row of the source. */
function rowOf(frame: Frame, source: number): number | undefined {
  const at = frame.origin.indexOf(source);
  return at >= 0 && frame.origin.indexOf(source, at + 1) < 0 ? at : undefined;
}

function entry(table: string, what: string, column: Column, row: number): Entry {
  const why = missingReason(column, row);
  return { table, what, value: why === null ? textAt(column, row) : null, why };
}
