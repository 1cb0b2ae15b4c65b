import { type Column, missingReason, type Value, valueAt } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import type { MissingCount } from '../../model/result.ts';
import { type Kind, type Variable, valueLabel } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';
import { capital } from '../parts/words.ts';

/** Kinds of variables that can say whether a stage was reached. */
export const STAGE_KINDS: readonly Kind[] = ['yesno', 'category', 'date', 'integer'];

/** How many came as far as this, and why the others of the stage before did not. */
export interface Stage {
  label: string;
  n: number;
  lost: readonly MissingCount[];
}

export interface ReachedStage extends Stage {
  /** The variable that says so. */
  name: string;
  /** Rows of the frame that reached it and every stage before. */
  rows: Uint32Array;
  /** Rows that reached it, but not a stage before. */
  besides: number;
}

export interface ReachRules {
  /** A count is a stage for each of these: 1 and 2 are "at least once", "at least twice". */
  least: readonly number[];
  /** Categories that mean reached, in small letters. */
  categories: ReadonlySet<string>;
  /** Why a row was lost, where the row says so itself. */
  reasonAt?: (row: number) => string | null;
}

/** Reached is a yes, a date, or a count above 0. */
export const PLAIN_RULES: ReachRules = { least: [1], categories: new Set(['yes']) };

/** The stages one after the other: whoever misses one is lost to all that follow. */
export function reachStages(
  view: View,
  names: readonly string[],
  rules: ReachRules,
): ReachedStage[] {
  let { rows } = view;
  return names.flatMap((name) => {
    const variable = variableNamed(view.frame, name);
    const column = columnNamed(view.frame, name);
    return (variable.kind === 'integer' ? rules.least : [1]).map((least): ReachedStage => {
      const label = stageLabel(variable, least, rules);
      const lost = new Map<string, number>();
      const before = rows;
      rows = before.filter((row) => {
        const missed = missedAt(variable, column, row, least, rules);
        if (missed === null) return true;
        const reason = rules.reasonAt?.(row) ?? missed;
        lost.set(reason, (lost.get(reason) ?? 0) + 1);
        return false;
      });
      const reached = view.rows.filter(
        (row) => missedAt(variable, column, row, least, rules) === null,
      ).length;
      return {
        name,
        label,
        n: rows.length,
        lost: [...lost].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n),
        rows,
        besides: reached - rows.length,
      };
    });
  });
}

/** "Attended, at least 2", "Outcome: Accepted"; a yes and a date say enough by their name. */
function stageLabel(variable: Variable, least: number, { least: all, categories }: ReachRules) {
  const { kind, label, values } = variable;
  if (kind === 'integer' && (all.length > 1 || least !== 1)) return `${label}, at least ${least}`;
  if (kind !== 'category' || categories.has('yes')) return label;
  const named = values.filter((each) => isNamed(each.value, each.label, categories));
  const words = named.length > 0 ? named.map((each) => each.label) : [...categories].map(capital);
  return `${label}: ${words.join(' or ')}`;
}

function isNamed(value: string, label: string, categories: ReadonlySet<string>): boolean {
  return [value, label].some((text) => categories.has(text.trim().toLowerCase()));
}

/** Why a row does not reach a stage; null when it does. */
function missedAt(
  variable: Variable,
  column: Column,
  row: number,
  least: number,
  { categories }: ReachRules,
): string | null {
  const value = valueAt(column, row);
  if (value === null) return missingReason(column, row) ?? 'missing';
  const label = valueLabel(variable, String(value));
  if (isReached(variable.kind, value, label, least, categories)) return null;
  if (variable.kind === 'yesno') return 'no';
  return variable.kind === 'integer' && least > 1 ? `fewer than ${least}` : label;
}

function isReached(
  kind: Kind,
  value: NonNullable<Value>,
  label: string,
  least: number,
  categories: ReadonlySet<string>,
): boolean {
  if (kind === 'date') return true;
  if (kind !== 'category') return Number(value) >= least;
  return isNamed(String(value), label, categories);
}
