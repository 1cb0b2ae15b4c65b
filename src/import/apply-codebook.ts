import type { ColumnDecision, ImportDecisions } from '../model/importing.ts';
import { missingToken } from '../model/missing-tokens.ts';
import { KIND, type Kind, type MissingCode, type ValueLabel } from '../model/variable.ts';
import type { Codebook, CodebookVariable } from './codebook.ts';
import { SOURCE_COLUMNS } from './source-columns.ts';
import { type FoundValue, valueFinder } from './value-finder.ts';

/** What codebook and file do not have in common, both ways. */
export interface Unmatched {
  variables: {
    /** Described, but no column of the file. */
    codebookOnly: readonly string[];
    /** Columns of the file that the codebook does not describe. */
    fileOnly: readonly string[];
  };
  /** Known only where the cells of the file are: one entry a variable that has anything to tell. */
  values: readonly {
    variable: string;
    /** Values of the file without a label. */
    unlabelled: readonly { value: string; n: number }[];
    /** Labelled values that no cell has. They stay in the list of values. */
    unused: readonly ValueLabel[];
  }[];
}

/** The different filled cells of a column of the file, by position, and how often each occurs. */
export type CellCounts = (position: number) => ReadonlyMap<string, number>;

/**
 * Puts kinds, labels, value labels and missing codes of a codebook into import decisions. Columns are
 * found by heading, by name, or by the last part of a path (`group/q7`), capitals aside. What the
 * cells of the file prove, such as the order of dates, stays. Without `cells`, values are not compared.
 */
export function applyCodebook(
  decisions: ImportDecisions,
  codebook: Codebook,
  cells?: CellCounts,
): { decisions: ImportDecisions; unmatched: Unmatched } {
  const find = variableFinder(codebook.variables);
  const used = new Set<CodebookVariable>();
  const fileOnly: string[] = [];
  const values: Unmatched['values'][number][] = [];
  const columns = decisions.columns.map((column) => {
    const variable = find(column);
    if (!variable) {
      if (column.keep && !isSource(column)) fileOnly.push(column.name);
      return column;
    }
    used.add(variable);
    const counts = cells?.(column.position);
    const decided = described(column, variable, counts);
    const compared = counts && compare(decided, counts);
    if (compared) values.push(compared);
    return decided;
  });
  const codebookOnly = codebook.variables
    .filter((variable) => !used.has(variable) && !variable.isOptional)
    .map(({ name }) => name);
  return {
    decisions: { ...decisions, columns },
    unmatched: { variables: { codebookOnly, fileOnly }, values },
  };
}

function isSource({ header }: ColumnDecision): boolean {
  return SOURCE_COLUMNS.some((name) => name === header);
}

function variableFinder(variables: readonly CodebookVariable[]) {
  const byName = new Map(variables.map((each) => [key(each.name), each]));
  return ({ header, name }: ColumnDecision): CodebookVariable | undefined => {
    const path = key(header).split('/');
    const tails = path.map((_, i) => path.slice(i).join('/'));
    return [...tails, key(name)].map((each) => byName.get(each)).find((each) => each !== undefined);
  };
}

function key(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}

function described(
  column: ColumnDecision,
  variable: CodebookVariable,
  counts: ReadonlyMap<string, number> | undefined,
): ColumnDecision {
  const { dateOrder, decimal, values: _values, ...rest } = column;
  const kind = kindOf(column, variable, counts);
  const isDate = kind === 'date' || kind === 'datetime';
  const order = dateOrder ?? variable.dateOrder;
  const mark = decimal ?? variable.decimal;
  const values = variable.values.length > 0 ? variable.values : column.values;
  return {
    ...rest,
    kind,
    missing: merged(variable.missing, column.missing),
    ...(isDate && order !== undefined && { dateOrder: order }),
    ...((kind === 'decimal' || kind === 'integer') && mark && { decimal: mark }),
    ...(values && !isDate && kind !== 'time' && { values }),
    ...(variable.label !== '' && { label: variable.label }),
  };
}

/** The kind that a codebook gives a column, where the file does not speak against it. */
function kindOf(
  column: ColumnDecision,
  { kind, values }: CodebookVariable,
  counts: ReadonlyMap<string, number> | undefined,
): Kind {
  const isNumber = column.kind === 'integer' || column.kind === 'decimal';
  if (kind === 'decimal' && isNumber) return column.kind;
  if (kind === 'yesno' && !values.every(({ value }) => value === '0' || value === '1')) {
    return 'category';
  }
  if (kind !== undefined && kind !== 'category') return kind;
  if (values.length === 0) return kind ?? column.kind;
  // Only the ends of a scale are labelled: the numbers between them stay numbers.
  if (isNumber && kind === undefined && counts) {
    const find = valueFinder(values);
    const open = [...counts.keys()].filter(
      (text) => !find(text.trim()) && /^-?\d/.test(text.trim()),
    );
    if (open.length > values.length) return column.kind;
  }
  return KIND[column.kind].storage === 'TEXT' && column.kind.startsWith('date')
    ? column.kind
    : 'category';
}

function merged(
  described: readonly MissingCode[],
  decided: readonly MissingCode[],
): readonly MissingCode[] {
  const codes = new Set(described.map(({ code }) => key(code)));
  return [...described, ...decided.filter(({ code }) => !codes.has(key(code)))];
}

function compare(
  { name, kind, values, missing }: ColumnDecision,
  counts: ReadonlyMap<string, number>,
): Unmatched['values'][number] | undefined {
  if (!values || values.length === 0) return undefined;
  const find = valueFinder(values);
  const codes = new Set(missing.map(({ code }) => key(code)));
  const met = new Set<FoundValue['value']>();
  const unlabelled: { value: string; n: number }[] = [];
  for (const [text, n] of counts) {
    const trimmed = text.trim();
    const found = find(trimmed);
    if (found) met.add(found.value);
    else if (!codes.has(key(trimmed)) && missingToken(trimmed) === undefined) {
      unlabelled.push({ value: trimmed, n });
    }
  }
  const unused = kind === 'yesno' ? [] : values.filter(({ value }) => !met.has(value));
  if (unlabelled.length === 0 && unused.length === 0) return undefined;
  unlabelled.sort((a, b) => b.n - a.n);
  return { variable: name, unlabelled, unused };
}
