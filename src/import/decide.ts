import { columnType } from '../model/column.ts';
import type { ColumnDecision, FileReading } from '../model/importing.ts';
import { Refusal, type Where } from '../model/refusal.ts';
import type { Kind } from '../model/variable.ts';
import { columnNames } from './column-names.ts';
import { proposedPivot, provenOrder, suggestedCodes } from './column-plan.ts';
import type { ColumnTally } from './column-tally.ts';
import { inferKind } from './infer-kind.ts';

/** Where each column of the file gets its decision from. */
export interface ColumnSource {
  header: string;
  tally: ColumnTally;
  /** The saved decision for this column. */
  saved?: ColumnDecision | undefined;
}

/**
 * Decides every column: a change goes before the contract, the contract before the proposal.
 * @throws Refusal `unknown-column`, `name-taken`
 */
export function decideColumns(
  columns: readonly ColumnSource[],
  reading: FileReading,
  where: Where,
): ColumnDecision[] {
  const names = columnNames(columns.map(({ header }) => header));
  const changes = new Map(reading.changes?.columns?.map((change) => [change.position, change]));
  for (const position of changes.keys()) {
    if (position in columns) continue;
    throw new Refusal(
      'unknown-column',
      `There is no column ${position + 1}; the file has ${columns.length}.`,
      {
        where,
      },
    );
  }
  const decided = columns.map((column, position) => {
    const change = changes.get(position);
    const kind = change?.kind ?? column.saved?.kind ?? inferKind(column.tally, column.header).kind;
    const proposal = proposeColumn(position, column, names[position] ?? '', kind);
    const saved = column.saved?.kind === kind ? settledSave(column.saved, column.tally) : {};
    const kept = column.saved ? keptWhateverTheKind(column.saved) : {};
    const from = { ...proposal, ...kept, ...saved, ...change };
    return complete({ ...from, position, header: column.header, kind }, column.tally);
  });
  refuseEqualNames(decided, where);
  return decided;
}

/**
 * The names of required columns.
 * @throws Refusal `unknown-column`
 */
export function decideRequired(
  columns: readonly ColumnDecision[],
  reading: FileReading,
  where: Where,
): readonly string[] {
  const required = reading.changes?.required ?? reading.contract?.required ?? [];
  for (const name of required) {
    if (columns.some((column) => column.keep && column.name === name)) continue;
    throw new Refusal(
      'unknown-column',
      `“${name}” is required, but no loaded column is called so.`,
      {
        where: { ...where, column: name },
      },
    );
  }
  return required;
}

function keptWhateverTheKind({ name, keep, missing, label, values }: ColumnDecision) {
  return {
    name,
    keep,
    missing,
    ...(label !== undefined && { label }),
    ...(values !== undefined && { values }),
  };
}

function proposeColumn(
  position: number,
  { header, tally, saved }: ColumnSource,
  name: string,
  kind: Kind,
): ColumnDecision {
  const isNothing =
    header === '' &&
    tally.judged + tally.errors + tally.uncalculated === 0 &&
    tally.tokens.length === 0;
  const values = saved ? undefined : tally.labelled.values(tally.judged - tally.labelled.n);
  return {
    position,
    header,
    name,
    keep: !isNothing,
    kind,
    missing: suggestedCodes(kind, tally),
    ...(values && CAN_BE_LABELLED.has(kind) && { values }),
  };
}

/** Kinds whose cells are read by code where the file gives code and label: `1 = Agree`. */
const CAN_BE_LABELLED: ReadonlySet<Kind> = new Set(['category', 'integer', 'decimal']);

/** Adds what the kind needs and drops what it has no use for. */
function complete(decision: ColumnDecision, tally: ColumnTally): ColumnDecision {
  const { dateOrder, pivot, serials, decimal, values, ...others } = decision;
  const canHaveLabels = columnType(others.kind) !== 'days' && others.kind !== 'datetime';
  const rest = { ...others, ...(values && canHaveLabels && { values }) };
  if (rest.kind === 'date' || rest.kind === 'datetime') {
    const order = dateOrder === undefined ? provenOrder(tally) : dateOrder;
    const split = pivot ?? proposedPivot(rest.header, tally, order);
    return {
      ...rest,
      dateOrder: order,
      ...(tally.dates.twoDigitYears > 0 && { pivot: split }),
      ...(tally.serials.n > 0 && { serials: serials ?? null }),
    };
  }
  if (rest.kind === 'decimal' || rest.kind === 'integer') {
    const mark = decimal ?? tally.numbers.mark;
    const isNeeded = rest.kind === 'decimal' || mark === ',' || decimal !== undefined;
    return mark !== null && isNeeded ? { ...rest, decimal: mark } : rest;
  }
  return rest;
}

/** A saved decision; an order of dates that this file contradicts is asked anew. */
function settledSave(saved: ColumnDecision, { dates }: ColumnTally): Partial<ColumnDecision> {
  const against =
    (saved.dateOrder === 'dmy' && dates.monthFirst > 0) ||
    (saved.dateOrder === 'mdy' && dates.dayFirst > 0);
  if (against) return { ...saved, dateOrder: null };
  const { dateOrder, ...rest } = saved;
  return dateOrder === null ? rest : saved;
}

function refuseEqualNames(columns: readonly ColumnDecision[], where: Where): void {
  const taken = new Set<string>();
  for (const { name, keep } of columns) {
    if (!keep) continue;
    const key = name.trim().toLowerCase();
    if (key === '' || taken.has(key)) {
      const why = key === '' ? 'A column has no name.' : `Two columns are called “${name}”.`;
      throw new Refusal('name-taken', why, {
        hint: 'Give each column a name of its own; capitals do not count.',
        where: { ...where, column: name },
      });
    }
    taken.add(key);
  }
}
