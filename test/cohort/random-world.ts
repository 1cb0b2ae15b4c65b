import Database from 'better-sqlite3';
import { operandsOf } from '../../src/cohort/bind-test.ts';
import { DATED, type OperandKind } from '../../src/cohort/operands.ts';
import { type Op, type Operator, ORDERED, TEXTS } from '../../src/cohort/operator.ts';
import { OPERATORS } from '../../src/cohort/operators.ts';
import { conditionSql, type SqlTable } from '../../src/cohort/sql.ts';
import { tablesOf } from '../../src/cohort/tables.ts';
import { type Column, EMPTY, missingReason, valueAt } from '../../src/model/column.ts';
import { type Condition, type Scalar, SPANS, type Test } from '../../src/model/condition.ts';
import type { Frame } from '../../src/model/frame.ts';
import {
  KIND,
  KINDS,
  type Kind,
  type ValueLabel,
  type Variable,
} from '../../src/model/variable.ts';
import { frameOf, randomFrom } from '../columns/frames.ts';

/** A table of a random world: its frame under a name. */
export interface RandomTable extends Frame {
  name: string;
  unit: string;
}

export interface RandomWorld {
  /** The condition is on the first. */
  tables: [RandomTable, ...RandomTable[]];
  condition: Condition;
}

/** The rows (0-based) that SQLite keeps, from tables laid out as in a project file. */
export function sqlRows({ tables, condition }: RandomWorld): number[] {
  const db = new Database(':memory:');
  try {
    db.exec(
      'CREATE TABLE attune_cell_note (table_id, row, column, kind, raw, reason, PRIMARY KEY (table_id, row, column))',
    );
    const laid = tables.map((table, at) => layOut(db, table, at + 1));
    const { sql, params } = conditionSql(condition, laid[0] as SqlTable, tablesOf(laid));
    const rows = db
      .prepare(sql)
      .pluck()
      .all(...params) as number[];
    return rows.map((row) => row - 1);
  } finally {
    db.close();
  }
}

function layOut(
  db: Database.Database,
  table: RandomTable,
  id: number,
): SqlTable & { name: string } {
  const { name, variables, columns } = table;
  const rows = `rows_${id}`;
  const declared = variables.map(({ kind }, i) => `c${i + 1} ${KIND[kind].storage}`);
  db.exec(`CREATE TABLE ${rows} (row INTEGER PRIMARY KEY, ${declared.join(', ')}) STRICT`);
  const insert = db.prepare(`INSERT INTO ${rows} VALUES (?, ${columns.map(() => '?').join(', ')})`);
  const note = db.prepare('INSERT INTO attune_cell_note VALUES (?, ?, ?, ?, ?, ?)');
  for (let row = 0; row < table.rows; row++) {
    insert.run(row + 1, ...columns.map((column) => valueAt(column, row)));
    for (const [index, column] of columns.entries()) {
      const reason = missingReason(column, row);
      const kind = reason === NOT_VALID ? 'problem' : 'missing-code';
      if (reason !== null && reason !== EMPTY) {
        note.run(id, row + 1, index, kind, 'raw', kind === 'problem' ? 'why' : reason);
      } else if (row % 5 === 0 && reason === null) note.run(id, row + 1, index, 'raw', 'RAW', '');
    }
  }
  return { id, name, rows, variables };
}

const NOT_VALID = 'not a valid value';
const REASONS = [EMPTY, 'not recorded', NOT_VALID, 'declined, or “other”', 'is missing and so on'];

const VALUES: Record<Kind, readonly Scalar[]> = {
  identifier: ['0012', '12', 'A-1', '999 000 0018'],
  text: [
    '',
    'Élan',
    'élan',
    'note 10%',
    'NOTE_1',
    'a 😊 b',
    'ABC',
    'x is y',
    'in progress',
    'A [B]',
  ],
  category: ['Accepted', 'accepted', 'Rejected', '12', 'A, B', 'this and that', '“so”', 'not me'],
  yesno: [0, 1],
  integer: [-3, 0, 1, 12, 2 ** 40],
  decimal: [-0.5, 0, 0.1, 0.3, 12, 1e-9],
  date: ['1969-12-31', '1970-01-01', '2020-02-29', '2022-04-01', '2023-03-31', '2024-02-29'],
  datetime: [
    '2022-04-01T00:00:00',
    '2022-04-01T09:30:00',
    '2023-03-31T23:59:00',
    '2023-04-01T00:00:00',
  ],
  time: ['00:00:00', '09:30:00', '09:30:01', '23:59:59'],
};

const DAYS = [...VALUES.date, '2021-02-28', '2022-03-31', '2023-05-30', '2024-12-31'].map(String);

/** Labels that a sentence could trip over. */
const LABELS = [
  ...['Outcome', 'Outcome', 'Outcome date', 'Date of referral', 'Referral', 'Referral date'],
  ...['Parent and infant', 'is missing', 'Score (before)', 'Group, type', '“Quoted”', 'a [b]'],
  ...[
    'not known',
    'has children',
    'ID with the same',
    'ID',
    '',
    ' edge ',
    'No',
    'x is y',
    'A or B',
  ],
  ...['among those where', 'Élan 2', 'line\nbreak', 'B', 'all', 'say "hi"', '(x)', '12'],
];

const VALUE_LABELS = [
  ...['Accepted', 'Yes', 'No', '12', '1', 'A', 'this or that', 'in time', 'missing', '“so”', ''],
  ...['1 April 2022', 'not me', 'Least deprived', '[x]', 'A, B', 'between', 'one of no values'],
];

/** Tables of random kinds, labels, values and gaps, and a condition on the first of them. */
export function randomWorld(seed: number): RandomWorld {
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const times = <T>(n: number, make: () => T) => Array.from({ length: n }, make);

  const randomTable = (name: string): RandomTable => {
    const rows = below(30);
    const kinds: Kind[] = ['date', pick(['identifier', 'integer'])];
    kinds.push(...KINDS.filter(() => random() < 0.6));
    const isPlain = random() < 0.3;
    const frame = frameOf(
      Object.fromEntries(
        kinds.map((kind, at) => [
          pick([`v${at}_${kind}`, `odd ]${at}`]),
          {
            kind,
            label: isPlain ? `Label ${at}` : pick(LABELS),
            order: isPlain ? [] : randomLabels(kind),
            values: times(rows, () => (random() < 0.25 ? null : pick(VALUES[kind]))),
          },
        ]),
      ),
    );
    const columns = frame.columns.map((column): Column => {
      const missing = column.missing.map((code) => (code === 0 ? 0 : 1 + below(REASONS.length)));
      return { ...column, missing, reasons: REASONS };
    });
    return { ...frame, columns, name, unit: pick(['people', 'rows where', 'all']) };
  };

  const randomLabels = (kind: Kind): ValueLabel[] => {
    if (random() < 0.5) return [];
    return VALUES[kind]
      .filter(() => random() < 0.5)
      .map((value) => ({ value: String(value), label: pick(VALUE_LABELS) }));
  };

  const tables: RandomWorld['tables'] = [
    randomTable('main'),
    randomTable(pick(['visits', 'visits with notes', 'a.b-c'])),
  ];

  const randomOperand = (kind: OperandKind, { kind: of }: Variable, table: RandomTable) => {
    const value = () =>
      of === 'datetime' && random() < 0.5 ? pick(VALUES.date) : pick(VALUES[of]);
    switch (kind) {
      case 'value':
        return value();
      case 'values':
        return times(random() < 0.1 ? 13 + below(20) : below(4), value);
      case 'part':
        // By letters, not by their halves: SQLite keeps no half of a letter.
        return [...String(value())].slice(0, below(4)).join('');
      case 'count':
        return below(60) + 1;
      case 'span':
        return pick(SPANS);
      case 'day':
        return pick(DAYS);
      case 'moment': {
        const dated = table.variables.filter((each) => DATED.includes(each.kind));
        return random() < 0.6 ? { variable: pick(dated).name } : { day: pick(DAYS) };
      }
      case 'years':
        return times(1 + below(3), () => pick(['1969/70', '1999/00', '2021/22', '2022/23']));
      case 'reasons':
        return random() < 0.4 ? undefined : times(1 + below(3), () => pick(REASONS));
    }
  };

  const randomTest = (table: RandomTable): Test => {
    const variable = pick(table.variables);
    const able = Object.entries(OPERATORS).filter(([, one]) => one.accepts.includes(variable.kind));
    const [op, operator] = pick(able) as [Op, Operator];
    const operands = operandsOf(operator)
      .map(([name, kind]) => [name, randomOperand(kind, variable, table)] as const)
      .filter(([, value]) => value !== undefined);
    const test = { op, variable: variable.name, ...Object.fromEntries(operands) };
    if (op !== 'age-at' || random() < 0.4) return test as unknown as Test;
    const { low, high, ...rest } = test as unknown as { low: number; high: number };
    return { ...rest, ...(random() < 0.5 ? { low } : { high }) } as unknown as Test;
  };

  const keysOf = (table: RandomTable) =>
    table.variables.filter(({ kind }) => TEXTS.includes(kind) || kind === 'integer');

  const grow = (table: RandomTable, depth: number): Condition => {
    const roll = depth > 3 ? 1 : random();
    const parts = () => times(below(3), () => grow(table, depth + 1));
    if (roll < 0.17) return { all: parts() };
    if (roll < 0.34) return { any: parts() };
    if (roll < 0.45) return { not: grow(table, depth + 1) };
    if (roll < 0.6) {
      const other = pick(tables);
      const where = random() < 0.7 ? { where: grow(other, depth + 1) } : {};
      return {
        linked: {
          table: other.name,
          key: pick(keysOf(table)).name,
          foreignKey: pick(keysOf(other)).name,
        },
        ...(random() < 0.6 ? { least: below(3) } : {}),
        ...(random() < 0.4 ? { most: below(3) } : {}),
        ...where,
      };
    }
    if (roll < 0.7) {
      const ordered = table.variables.filter(({ kind }) => ORDERED.includes(kind));
      const where = random() < 0.5 ? { where: grow(table, depth + 1) } : {};
      return {
        nth: pick([1, 2, 3, 12, 'last'] as const),
        by: pick(ordered).name,
        of: pick(keysOf(table)).name,
        ...where,
      };
    }
    return randomTest(table);
  };
  return { tables, condition: grow(tables[0], 0) };
}
