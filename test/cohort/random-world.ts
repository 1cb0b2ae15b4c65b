import Database from 'better-sqlite3';
import { OPERATORS, type Op } from '../../src/cohort/operators.ts';
import { conditionSql } from '../../src/cohort/sql.ts';
import { valueAt } from '../../src/model/column.ts';
import type { Condition, Scalar, Test } from '../../src/model/condition.ts';
import type { Frame } from '../../src/model/frame.ts';
import { KIND, KINDS, type Kind } from '../../src/model/variable.ts';
import { frameOf, randomFrom } from '../columns/frames.ts';

/** The rows that SQLite keeps, from a table laid out as in a project file. */
export function sqlRows(frame: Frame, condition: Condition): number[] {
  const db = new Database(':memory:');
  try {
    const columns = frame.variables.map(({ kind }, i) => `c${i + 1} ${KIND[kind].storage}`);
    db.exec(`CREATE TABLE t (row INTEGER PRIMARY KEY, ${columns.join(', ')})`);
    const insert = db.prepare(`INSERT INTO t VALUES (?, ${columns.map(() => '?').join(', ')})`);
    for (let row = 0; row < frame.rows; row++) {
      const cells = frame.columns.map((column) => valueAt(column, row));
      insert.run(row, ...cells);
    }
    const { sql, params } = conditionSql(condition, frame.variables);
    return db
      .prepare(`SELECT row FROM t WHERE ${sql} ORDER BY row`)
      .pluck()
      .all(...params) as number[];
  } finally {
    db.close();
  }
}

const VALUES: Record<Kind, readonly Scalar[]> = {
  identifier: ['0012', '12', 'A-1', '999 000 0018'],
  text: ['', 'Élan', 'élan', 'note 10%', 'NOTE_1', 'a 😊 b', 'ABC'],
  category: ['Accepted', 'accepted', 'Rejected', '12'],
  yesno: [0, 1],
  integer: [-3, 0, 1, 12, 2 ** 40],
  decimal: [-0.5, 0, 0.1, 0.3, 12, 1e-9],
  date: ['1969-12-31', '1970-01-01', '2022-04-01', '2023-03-31', '2024-02-29'],
  datetime: [
    '2022-04-01T00:00:00',
    '2022-04-01T09:30:00',
    '2023-03-31T23:59:00',
    '2023-04-01T00:00:00',
  ],
  time: ['00:00:00', '09:30:00', '09:30:01', '23:59:59'],
};

/** A small table of random kinds and values, and a condition on it. */
export function randomWorld(seed: number): { frame: Frame; condition: Condition } {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows = Math.floor(random() * 30);
  const kinds = KINDS.filter(() => random() < 0.7);
  if (kinds.length === 0) kinds.push('text');
  const frame = frameOf(
    Object.fromEntries(
      kinds.map((kind) => [
        `v_${kind}`,
        {
          kind,
          values: Array.from({ length: rows }, () => (random() < 0.25 ? null : pick(VALUES[kind]))),
        },
      ]),
    ),
  );
  const randomTest = (): Test => {
    const kind = pick(kinds);
    const variable = `v_${kind}`;
    const value = () =>
      kind === 'datetime' && random() < 0.5 ? pick(VALUES.date) : pick(VALUES[kind]);
    const able = Object.entries(OPERATORS).filter(([, one]) => one.accepts.includes(kind));
    const op = pick(able)[0] as Op;
    switch (op) {
      case 'missing':
      case 'present':
        return { op, variable };
      case 'one-of':
      case 'none-of':
        return { op, variable, values: Array.from({ length: Math.floor(random() * 4) }, value) };
      case 'between':
        return { op, variable, low: value(), high: value() };
      case 'contains':
      case 'starts-with':
        // By letters, not by their halves: SQLite keeps no half of a letter.
        return {
          op,
          variable,
          value: [...String(value())].slice(0, Math.floor(random() * 4)).join(''),
        };
      case 'before':
      case 'on-or-after':
        return { op, variable, value: String(value()) };
      default:
        return { op, variable, value: value() };
    }
  };
  const grow = (depth: number): Condition => {
    const roll = depth > 3 ? 1 : random();
    const parts = () => Array.from({ length: Math.floor(random() * 3) }, () => grow(depth + 1));
    if (roll < 0.2) return { all: parts() };
    if (roll < 0.4) return { any: parts() };
    if (roll < 0.55) return { not: grow(depth + 1) };
    return randomTest();
  };
  return { frame, condition: grow(0) };
}
