import type { Bitmap } from '../columns/kernel/column-kernel.ts';
import { DIMENSIONS, type Dimension, type Rule } from '../model/quality.ts';
import type { Excuse, RuleFinding, RuleTrouble } from '../model/quality-check.ts';
import { Refusal } from '../model/refusal.ts';
import { addRow, without } from './row-bits.ts';
import { rowMark } from './row-mark.ts';
import type { CheckedTable, RowKind, Words } from './rule-kind.ts';
import { kindOf } from './rule-kinds.ts';

/** What the rules of one table find. */
export interface TableCheck {
  findings: Omit<RuleFinding, 'before'>[];
  troubles: RuleTrouble[];
  /** For each dimension that a rule above `info` asks: rows without an open finding. */
  good: Map<Dimension, number>;
}

interface Decided {
  words: Words;
  /** Excuses of a rule that still hold. */
  excuses(rule: string): readonly Excuse[];
  /** Of failing rows those that a cleaning step has put right. */
  corrected(rule: Rule, rows: () => readonly number[]): readonly number[];
  /** The variable that tells rows apart. */
  key: string | null;
}

/** Runs every rule that is on; one that does not fit the table is told and keeps nobody from running. */
export function checkTable(
  data: CheckedTable,
  rules: readonly Rule[],
  decided: Decided,
): TableCheck {
  const { kernel, rows } = data.table;
  const findings: TableCheck['findings'] = [];
  const troubles: RuleTrouble[] = [];
  const open = new Map<Dimension, Bitmap>();
  for (const rule of rules) {
    if (!rule.on) continue;
    try {
      const { finding, rows: failing } = runRule(rule, data, decided);
      if (failing) {
        if (rule.severity !== 'info') {
          const own = open.get(rule.dimension) ?? kernel.bitmap();
          open.set(rule.dimension, own);
          if (!finding.met) kernel.or(own, failing);
        }
        kernel.release(failing);
      }
      if (finding.n > 0) findings.push(finding);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      troubles.push({ rule, message: error.message });
    }
  }
  const good = new Map<Dimension, number>();
  for (const dimension of DIMENSIONS) {
    const bitmap = open.get(dimension);
    if (!bitmap) continue;
    good.set(dimension, rows - kernel.count(bitmap));
    kernel.release(bitmap);
  }
  return { findings, troubles, good };
}

/** One rule; the rows are those that fail and are neither excused nor corrected. */
function runRule(
  rule: Rule,
  data: CheckedTable,
  { words, excuses, corrected, key }: Decided,
): { finding: TableCheck['findings'][number]; rows?: Bitmap } {
  const kind = kindOf(rule.test);
  const sentence = rule.label ?? kind.sentence(rule.test, words);
  if (kind.asks === 'items') {
    const { unit, items, of } = kind.check(rule.test, data);
    const n = items.length;
    const settled = { excused: 0, corrected: 0 };
    const base = { rule, sentence, unit, n, of, cells: n, ...settled, hasRows: false, items };
    return { finding: { ...base, met: isMet(rule, n, of) } };
  }
  const { kernel } = data.table;
  const { rows, of, cells } = kind.check(rule.test, data);
  const n = kernel.count(rows);
  const held = n === 0 ? [] : excuses(rule.id);
  let excused = 0;
  if (held.length > 0) {
    const marks = new Set(held.map((each) => each.row));
    const pardoned = kernel.bitmap();
    for (const row of kernel.rowsOf(rows)) {
      if (!marks.has(markOf(kind, rule, data, key, row))) continue;
      addRow(pardoned, row);
      excused += 1;
    }
    without(kernel, rows, pardoned);
    kernel.release(pardoned);
  }
  const right = n === excused ? [] : corrected(rule, () => Array.from(kernel.rowsOf(rows)));
  if (right.length > 0) {
    const settled = kernel.bitmap();
    for (const row of right) addRow(settled, row);
    without(kernel, rows, settled);
    kernel.release(settled);
  }
  const settled = { excused, corrected: right.length };
  const base = { rule, sentence, unit: data.unit, n, of, cells: cells ?? n, ...settled };
  return {
    finding: {
      ...base,
      met: isMet(rule, n - excused - right.length, of),
      hasRows: true,
      items: [],
    },
    rows,
  };
}

/** The mark of a failing row under its rule. */
export function markOf(
  kind: RowKind,
  rule: Rule,
  data: CheckedTable,
  key: string | null,
  row: number,
): string {
  const { wrong, against = [] } = kind.explain(rule.test, data, row);
  return rowMark(data.table, key, [...wrong, ...against], row);
}

function isMet({ most }: Rule, n: number, of: number): boolean {
  return n === 0 || (most !== undefined && n <= most * of);
}
