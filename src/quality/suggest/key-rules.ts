import { formatShare } from '../../model/format.ts';
import type { Rule } from '../../model/quality.ts';
import { judgeColumn } from '../judge-column.ts';
import { shapeOf } from '../shapes.ts';
import type { ColumnFacts } from './column-facts.ts';
import { draftRule } from './draft-rule.ts';
import type { FactTable } from './suggest-rules.ts';

/** From this share of different values on an identifier is meant to tell rows apart. */
const NEARLY_UNIQUE = 0.97;
/** Shapes that together have this share are those of the column; each has to be common itself. */
const NEARLY_ALL = 0.95;
const COMMON = 0.02;
const MOST_SHAPES = 4;

export function isKey({ variable, present, distinct }: ColumnFacts, rows: number): boolean {
  return (
    variable.kind === 'identifier' &&
    present > 0 &&
    present / rows >= NEARLY_UNIQUE &&
    distinct / present >= NEARLY_UNIQUE
  );
}

/** Identifiers: unique where they tell rows apart, of one shape, or NHS numbers. */
export function keyRules({ data: { name, table }, columns }: FactTable): Rule[] {
  return columns
    .filter(({ variable, present }) => variable.kind === 'identifier' && present > 0)
    .flatMap((facts): Rule[] => {
      const { variable, present, distinct } = facts;
      const values = facts.values();
      const isNhs = judgeColumn(variable, values).some(({ kind }) => kind === 'nhs-number');
      const rules: Rule[] = [];
      if (isKey(facts, table.rows)) {
        rules.push(
          draftRule(
            name,
            { kind: 'unique', variables: [variable.name] },
            `${formatShare(distinct, present)} values are different.`,
          ),
        );
      }
      if (isNhs) {
        rules.push(
          draftRule(
            name,
            { kind: 'format', variable: variable.name, format: 'nhs-number' },
            'These are NHS numbers.',
          ),
        );
        return rules;
      }
      const shapes = commonShapes(values);
      if (shapes.length > 0) {
        rules.push(
          draftRule(
            name,
            { kind: 'shape', variable: variable.name, shapes },
            'Nearly all values have this shape.',
          ),
        );
      }
      return rules;
    });
}

function commonShapes(values: ReturnType<ColumnFacts['values']>): string[] {
  const present = values.reduce((sum, { n }) => sum + n, 0);
  const counts = new Map<string, number>();
  for (const { text, n } of values) {
    const shape = shapeOf(text);
    counts.set(shape, (counts.get(shape) ?? 0) + n);
  }
  const common = [...counts]
    .filter(([, n]) => n / present >= COMMON)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_SHAPES);
  const covered = common.reduce((sum, [, n]) => sum + n, 0);
  const shapes = common.map(([shape]) => shape);
  // Running numbers become longer as they go on.
  const isRunning = shapes.length > 1 && shapes.every((shape) => /^9+$/.test(shape));
  return covered / present >= NEARLY_ALL && !isRunning ? shapes : [];
}
