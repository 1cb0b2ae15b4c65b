import { describe, expect, test } from 'vitest';
import type { ColumnDecision } from '../../src/model/importing.ts';
import type { Kind } from '../../src/model/variable.ts';
import { adaptContract } from '../../src/reimport/adapt-contract.ts';
import { columnDrift, movedColumns } from '../../src/reimport/column-drift.ts';
import type { ExtractColumn } from '../../src/reimport/extract-column.ts';
import { headingLikeness } from '../../src/reimport/heading-likeness.ts';
import { layoutDrift } from '../../src/reimport/layout-drift.ts';
import { pairColumns } from '../../src/reimport/pair-columns.ts';

const decided = (position: number, header: string, kind: Kind = 'text'): ColumnDecision => ({
  position,
  header,
  name: header,
  keep: true,
  kind,
  missing: [],
});

const found = (
  position: number,
  header: string,
  kind: Kind = 'text',
  values: readonly string[] = [],
): ExtractColumn => ({ proposal: decided(position, header, kind), filled: 9, of: 10, values });

describe('headings', () => {
  test.each([
    ['Client ref', 'client_ref', 1],
    ['clientRef', 'Client Ref', 1],
    ['Date seen', 'Date last seen', 0.5],
    ['Site', 'Postcode', 0],
  ])('%s and %s', (a, b, atLeast) => {
    const likeness = headingLikeness(a, b);
    if (atLeast === 0) expect(likeness).toBeLessThan(0.5);
    else expect(likeness).toBeGreaterThanOrEqual(atLeast);
  });

  test('other digits are another question', () => {
    expect(headingLikeness('item_07', 'item_08')).toBe(0);
    expect(headingLikeness('PRFQ item 7', 'prfq_item_7')).toBe(1);
  });
});

describe('columns', () => {
  test('another order is no drift, but told', () => {
    const pairs = pairColumns([decided(0, 'a'), decided(1, 'b')], [found(0, 'b'), found(1, 'a')]);
    expect(columnDrift(pairs)).toEqual([]);
    expect(movedColumns(pairs)).toEqual([
      { header: 'b', from: 2, to: 1 },
      { header: 'a', from: 1, to: 2 },
    ]);
  });

  test('new, missing and renamed are told apart', () => {
    const saved = [
      decided(0, 'Client ref', 'identifier'),
      decided(1, 'Seen on', 'date'),
      decided(2, 'Site'),
    ];
    const now = [
      found(0, 'client_ref', 'identifier'),
      found(1, 'Seen on', 'date'),
      found(2, 'Weight', 'decimal'),
    ];
    expect(
      columnDrift(pairColumns(saved, now)).map(({ what, sentence }) => [what, sentence]),
    ).toEqual([
      [
        'renamed-column',
        '“Client ref” is gone and “client_ref” is new; it seems to be renamed: the headings are alike, both are read as identifier.',
      ],
      ['missing-column', '“Site” is not in this extract.'],
      ['new-column', '“Weight” is new: decimal, 9 of 10 (90\u202f%) filled.'],
    ]);
  });

  test('the same values say that a column was renamed, whatever its heading', () => {
    const saved = [{ ...decided(0, 'Site', 'category'), seen: ['North', 'South', 'East'] }];
    const pairs = pairColumns(saved, [found(0, 'Locality', 'category', ['South', 'North'])]);
    expect(pairs.renamed.map(({ now, why }) => [now.proposal.header, why])).toEqual([
      ['Locality', 'the values are the same, both are read as category'],
    ]);
    const other = pairColumns(saved, [found(0, 'Locality', 'category', ['Red', 'Blue'])]);
    expect(other.renamed).toEqual([]);
  });

  test('a like heading of another kind is no rename', () => {
    const pairs = pairColumns([decided(0, 'Seen', 'date')], [found(0, 'Seen?', 'yesno')]);
    expect([pairs.renamed, pairs.missing.length, pairs.fresh.length]).toEqual([[], 1, 1]);
  });

  test('each column is renamed once, to the one that is most alike', () => {
    const saved = [decided(0, 'Score before'), decided(1, 'Score before birth')];
    const pairs = pairColumns(saved, [found(0, 'score_before_birth'), found(1, 'score_before')]);
    expect(
      pairs.renamed.map(({ saved: { header }, now }) => [header, now.proposal.header]),
    ).toEqual([
      ['Score before', 'score_before'],
      ['Score before birth', 'score_before_birth'],
    ]);
  });

  test('a column that was left out may be missing', () => {
    expect(columnDrift(pairColumns([{ ...decided(0, 'a'), keep: false }], []))).toEqual([]);
  });

  test('the adapted contract has the columns of the extract under the names of before', () => {
    const contract = {
      format: 'attune-import/1',
      dialect: { kind: 'csv', encoding: 'utf-8', delimiter: ';' },
      header: { row: 1, rows: 1 },
      footer: 0,
      columns: [{ ...decided(0, 'Client ref'), name: 'weight' }, decided(1, 'Gone')],
      required: ['weight', 'Gone'],
    } as const;
    const now = [found(0, 'Weight', 'decimal'), found(1, 'client_ref')];
    const proposed = { ...contract, footer: 1, columns: now.map(({ proposal }) => proposal) };
    const adapted = adaptContract(contract, proposed, pairColumns(contract.columns, now));
    expect(adapted.columns.map(({ position, header, name }) => [position, header, name])).toEqual([
      [0, 'Weight', 'Weight (2)'],
      [1, 'client_ref', 'weight'],
    ]);
    expect([adapted.required, adapted.footer]).toEqual([['weight'], 1]);
  });
});

describe('layout', () => {
  const csv = (encoding: 'utf-8' | 'windows-1252', delimiter: ',' | ';', row = 1, footer = 0) => ({
    dialect: { kind: 'csv', encoding, delimiter } as const,
    header: { row, rows: 1 },
    footer,
  });

  test('the same is no drift', () => {
    expect(layoutDrift(csv('utf-8', ','), csv('utf-8', ','))).toEqual([]);
  });

  test('encoding, delimiter, header and footer', () => {
    const findings = layoutDrift(csv('windows-1252', ';', 4, 1), csv('utf-8', ',', 5));
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      'The encoding was windows-1252; this file is utf-8.',
      'The delimiter was a semicolon; in this file it is a comma.',
      'The header was row 4; here it is row 5.',
      'The table used to end with 1 row of totals or notes; this file seems to have no row of them.',
    ]);
  });

  test('sheet and kind of file', () => {
    const sheet = (name: string) => ({
      dialect: { kind: 'xlsx', sheet: name } as const,
      header: { row: 1, rows: 1 },
      footer: 0,
    });
    expect(layoutDrift(sheet('2023'), sheet('2024'))[0]?.what).toBe('sheet');
    expect(layoutDrift(sheet('2023'), csv('utf-8', ','))[0]?.what).toBe('kind-of-file');
  });
});
