import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import type { RuleFinding } from '../../src/model/quality-check.ts';
import { kindOf } from '../../src/quality/rule-kinds.ts';
import { SOURCES } from '../../src/sample/evaluation/sources.ts';
import type { Fault } from '../../src/sample/fault.ts';
import { writeSample } from '../../src/sample/write-sample.ts';
import { closeProjectFile, createProjectFile } from '../../src/store/project-file.ts';
import { openCheckedTables } from '../../src/workbench/checked-table.ts';
import { createContext } from '../../src/workbench/context.ts';
import { importFile } from '../../src/workbench/import-file.ts';
import { checkQuality } from '../../src/workbench/quality.ts';

/** One place that a finding points at: a row of a file, and the headers of the cells. */
interface Place {
  finding: RuleFinding;
  file: string;
  sheet: string | undefined;
  row: number;
  columns: readonly string[];
  sentence: string;
}

const folder = mkdtempSync(join(tmpdir(), 'attune-faults-'));
const sample = await writeSample(folder);
const faults = JSON.parse(readFileSync(sample.faults, 'utf8')) as Fault[];
const project = createProjectFile(join(folder, 'sample.attune'), 'Sample');
const context = createContext(project);
for (const { file, table, label, unit, decisions } of SOURCES) {
  // Columns that the evaluation leaves out are read here: faults stand in them too.
  const columns = decisions?.columns?.map((column) => ({ ...column, keep: true }));
  const changes = { ...decisions, ...(columns ? { columns } : {}) };
  await importFile(context, { file: join(folder, file), changes, table, label, unit }, UNWATCHED);
}
const check = checkQuality(context);
const tables = openCheckedTables(context);
const places = check.findings.flatMap(placesOf);
closeProjectFile(project);

/** Where the rows of a finding stand in their files. */
function placesOf(finding: RuleFinding): Place[] {
  const { rule } = finding;
  const kind = kindOf(rule.test);
  if (kind.asks !== 'rows') return [];
  const source = SOURCES.find(({ table }) => table === rule.table);
  const data = tables.checked(rule.table);
  const { origin, variables } = context.frame(context.table(rule.table));
  const { rows } = kind.check(rule.test, data);
  return Array.from(data.table.kernel.rowsOf(rows), (row) => {
    const { wrong, sentence } = kind.explain(rule.test, data, row);
    return {
      finding,
      file: source?.file ?? '',
      sheet: source?.decisions?.sheet,
      row: origin[row] ?? 0,
      columns: wrong.map((name) => headerOf(rule.table, name, variables)),
      sentence,
    };
  });
}

function headerOf(
  table: string,
  name: string,
  variables: readonly { name: string; label: string }[],
): string {
  const decided = data(table)?.columns.find((each) => each.name === name);
  return decided?.header ?? variables.find((each) => each.name === name)?.label ?? name;
}

function data(table: string) {
  return tables.checked(table).imported?.decisions;
}

function isAt(fault: Fault, place: Place): boolean {
  const isRow =
    fault.file === place.file &&
    fault.row === place.row &&
    (fault.sheet === undefined || place.sheet === undefined || fault.sheet === place.sheet);
  return isRow && (fault.column === undefined || lastHeader(place.columns).includes(fault.column));
}

/** Headings of two rows are joined: the last is that of the column. */
function lastHeader(columns: readonly string[]): string[] {
  return columns.flatMap((header) => [header, header.split(/ [–—/] |: /).at(-1) ?? header]);
}

/** Faults of the file as a whole are told as items. */
function isItem(fault: Fault): boolean {
  const kinds: Partial<Record<Fault['kind'], string>> = {
    footer: 'no-footer',
    'ragged-row': 'all-loaded',
    'ambiguous-dates': 'date-order',
  };
  const table = SOURCES.find(
    ({ file, decisions }) =>
      file === fault.file && (decisions?.sheet ?? fault.sheet) === fault.sheet,
  )?.table;
  const finding = check.findings.find(
    ({ rule }) => rule.table === table && rule.test.kind === kinds[fault.kind],
  );
  if (fault.kind === 'ragged-row') {
    return (
      finding?.items.some((item) => item.includes(`row ${fault.row.toLocaleString('en-GB')}:`)) ??
      false
    );
  }
  return finding !== undefined;
}

describe('the faults of the sample', () => {
  test('every rule can be run', () => {
    expect(check.troubles).toEqual([]);
    expect(check.rules).toBeGreaterThan(60);
  });

  test('every one of them is found', () => {
    expect(faults.length).toBeGreaterThan(300);
    const missed = faults.filter(
      (fault) => !isItem(fault) && !places.some((place) => isAt(fault, place)),
    );
    expect(missed).toEqual([]);
  });

  test('nothing else is found above info', () => {
    const others = places.filter(
      (place) =>
        place.finding.rule.severity !== 'info' &&
        !faults.some((fault) => fault.file === place.file && fault.row === place.row),
    );
    expect(others.map(({ finding, row, sentence }) => [finding.rule.id, row, sentence])).toEqual(
      [],
    );
    const items = check.findings.filter(
      ({ rule, hasRows }) => !hasRows && rule.severity !== 'info',
    );
    expect(items.map(({ rule, n }) => `${rule.id}: ${n}`).sort()).toEqual([
      'diary.all-loaded: 1',
      'referrals_received.all-loaded: 1',
      'referrals_received.date-order: 1',
    ]);
  });
});
