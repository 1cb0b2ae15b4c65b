import type { HotColumn } from '../../columns/hot/hot-column.ts';
import type { HotTable } from '../../columns/hot/hot-table.ts';
import type { Variable } from '../../model/variable.ts';
import { countCodes, countMissing } from '../column-rows.ts';
import type { SpeltValue } from '../spelling.ts';

/** Different values that say what a column holds. */
const SAMPLE = 10_000;

/** What is known of a column before rules are suggested for it: counted when it is first asked for. */
export interface ColumnFacts {
  variable: Variable;
  column: HotColumn;
  rows: number;
  /** Rows with each code. */
  readonly counts: Uint32Array;
  /** Rows with a value, and how many different ones there are. */
  readonly present: number;
  readonly distinct: number;
  /** Values of a column of texts, or as many of them as say what it holds. */
  values(most?: number): readonly SpeltValue[];
}

export function columnFacts(table: HotTable, variable: Variable): ColumnFacts {
  const column = table.column(variable.name);
  let [counts, present, distinct]: [Uint32Array?, number?, number?] = [];
  const facts: ColumnFacts = {
    variable,
    column,
    rows: table.rows,
    get counts() {
      counts ??= countCodes(column, table.rows);
      return counts;
    },
    get present() {
      present ??= table.rows - countMissing(table, column);
      return present;
    },
    get distinct() {
      distinct ??= facts.counts
        .subarray(column.floor)
        .reduce((n, each) => n + (each > 0 ? 1 : 0), 0);
      return distinct;
    },
    values: (most = SAMPLE) => {
      const found: SpeltValue[] = [];
      if (column.scale.by !== 'text') return found;
      // Identifiers come in order: the first of them are not like the rest, so they are taken from everywhere.
      const step =
        variable.kind === 'identifier' ? Math.ceil((column.size - column.floor) / most) : 1;
      for (let code = column.floor; code < column.size && found.length < most; code += step) {
        const n = facts.counts[code] as number;
        if (n > 0) found.push({ text: column.text(code - column.floor), n });
      }
      return found;
    },
  };
  return facts;
}

/** Words of name and label, apart: "date_of_birth" as "date of birth". */
export function headingOf({ name, label }: Pick<Variable, 'name' | 'label'>): string {
  return `${label} ${name}`.replace(/[_.-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
}

export const isBirth = (variable: Variable) =>
  /\b(dob|d o b|birth|born)\b/i.test(headingOf(variable));

/** Dates that may lie ahead. */
export const isAhead = (variable: Variable) =>
  /\b(edd|due|expected|planned|next|review|until|expiry|target)\b/i.test(headingOf(variable));

/** Dates on which something was written down. */
export const isEntry = (variable: Variable) =>
  variable.kind === 'date' &&
  /\b(entered|entry|recorded|record date|created|keyed|logged|input)\b/i.test(headingOf(variable));

/** A date on which something happened. */
export const isEvent = (variable: Variable) =>
  variable.kind === 'date' && !isBirth(variable) && !isAhead(variable);

export const isPersonType = (variable: Variable) =>
  /\b(person|client|patient|service user) ?type\b|\badult or (child|infant|baby)\b/i.test(
    headingOf(variable),
  );
