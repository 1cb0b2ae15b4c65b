import { linkedTables } from '../cohort/linked-tables.ts';
import { pairFrame } from '../measures/pair.ts';
import { scoreFrame } from '../measures/score.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { Origin, TableDefinition, TableInfo } from '../model/table.ts';
import { applyRecipe } from '../recipe/apply-recipe.ts';
import { cohortNamed } from './cohorts.ts';
import type { Context } from './context.ts';
import { eligibleFor } from './eligible.ts';
import { ownMeasures } from './measures.ts';
import { projectDigest } from './pseudonym-key.ts';

/** Computes a table from its definition, and says how it came about. */
export function deriveTable(
  context: Context,
  definition: TableDefinition,
): { frame: Frame; origin: Origin } {
  const { from } = definition;
  const used = new Map<string, number>();
  const read = (name: string) => {
    const table = context.table(name);
    used.set(table.name, table.version);
    return context.frame(table);
  };
  const madeFrom = () => [...used].map(([table, version]) => ({ table, version }));
  const source = read(from);
  if ('steps' in definition) {
    const { steps } = definition;
    // The rows that a step counts are those of the table it started from.
    const { unit } = context.table(from);
    const words = { unit, source: from, digest: projectDigest(context) };
    const { frame, outcomes } = applyRecipe(source, steps, read, words);
    return { frame, origin: { made: 'recipe', from, madeFrom: madeFrom(), steps, outcomes } };
  }
  if ('score' in definition) {
    const { score } = definition;
    const { frame, account, version } = scoreFrame(source, score, {
      measures: ownMeasures(context),
      read,
    });
    const madeBy = { made: 'scores', from, madeFrom: madeFrom(), score } as const;
    return { frame, origin: { ...madeBy, measure: score.measure, version, account } };
  }
  const rule = definition.pair;
  for (const { table, cohort } of [rule.eligible, ...(rule.contacts ? [rule.contacts] : [])]) {
    read(table);
    const { condition } = context.select(context.table(table), cohort).cohort;
    linkedTables(condition).forEach(read);
  }
  const madeWith = [rule.eligible.cohort, rule.contacts?.cohort].flatMap((name) => {
    if (name === undefined) return [];
    const { name: cohort, version } = cohortNamed(context, name);
    return [{ cohort, version }];
  });
  const { frame, account } = pairFrame(source, rule, eligibleFor(context, rule));
  return { frame, origin: { made: 'pairs', from, madeFrom: madeFrom(), madeWith, rule, account } };
}

/** How a made table was defined. @throws Refusal when that is not kept, or the table was imported */
export function definitionOf({ name, label, unit, origin }: TableInfo): TableDefinition {
  if (origin.made === 'recipe')
    return { name, label, unit, from: origin.from, steps: origin.steps };
  if (origin.made === 'pairs') return { name, label, unit, from: origin.from, pair: origin.rule };
  if (origin.made === 'scores' && origin.score) {
    return { name, label, unit, from: origin.from, score: origin.score };
  }
  throw new Refusal(
    'not-made-again',
    origin.made === 'import'
      ? `${name} was imported: it changes by another import.`
      : `${name} was scored by an earlier Attune, which did not keep how.`,
    { hint: origin.made === 'import' ? '' : 'Score it again in Measures.', where: { table: name } },
  );
}
