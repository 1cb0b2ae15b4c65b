import { describe, expect, test } from 'vitest';
import { findIdentifiers } from '../../src/quality/find-identifiers.ts';
import { identifierColumns } from '../../src/quality/identifier-columns.ts';
import { judgeColumn } from '../../src/quality/judge-column.ts';
import { maskText } from '../../src/quality/mask-text.ts';
import { maskValue } from '../../src/quality/shown-text.ts';
import { madeUpNhsNumber } from '../../src/sample/nhs-number.ts';
import { randomOf } from '../../src/sample/random.ts';
import { frameOf } from '../columns/frames.ts';
import { checkedOf } from './checked.ts';
import { generatedNotes, innocentColumns } from './generated-notes.ts';

const variable = (name: string, kind: 'text' | 'category' | 'identifier' = 'text') => ({
  name,
  label: name,
  kind,
});

describe('the finder of identifiers', () => {
  const notes = generatedNotes(6_000);

  test('finds at least 99 % of those in generated notes, of every kind', () => {
    const own = notes.filter(({ kind }) => kind !== null);
    const missed = own.filter(
      ({ text, kind }) => !findIdentifiers(text).some((found) => found.kind === kind),
    );
    expect(own.length).toBe(3_000);
    expect(
      missed.length / own.length,
      missed
        .slice(0, 5)
        .map(({ text }) => text)
        .join('\n'),
    ).toBeLessThanOrEqual(0.01);
    for (const [kind, some] of Map.groupBy(own, (each) => each.kind)) {
      const lost = missed.filter((each) => each.kind === kind).length;
      expect(lost / some.length, String(kind)).toBeLessThanOrEqual(0.01);
    }
  });

  test('and hardly any where there is none', () => {
    const plain = notes.filter(({ kind }) => kind === null);
    const wrong = plain.filter(({ text }) => findIdentifiers(text).length > 0);
    expect(wrong.length / plain.length, wrong[0]?.text).toBeLessThanOrEqual(0.02);
  });

  test('flags at most 2 % of columns that identify nobody', () => {
    const columns = innocentColumns(1_100);
    const wrong = columns.filter(
      ({ name, kind, values }) => judgeColumn(variable(name, kind), values).length > 0,
    );
    const names = wrong.map(({ name, values }) => `${name} (${values.length})`).join(', ');
    expect(wrong.length / columns.length, names).toBeLessThanOrEqual(0.02);
  });

  test('a forename behind another word with a capital is found, with its surname', () => {
    const text = 'Mother Sarah called, then Health Visitor Sarah Jones came';
    const said = findIdentifiers(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);
    expect(said).toEqual([
      ['name', 'Sarah'],
      ['name', 'Sarah Jones'],
    ]);
  });

  test('an ordinal after a room is no postcode', () => {
    expect(findIdentifiers('Room B2 3rd floor')).toEqual([]);
    expect(findIdentifiers('room b2 3rd floor, SE5 4TH').length).toBe(1);
  });

  test('ten digits are judged by the column', () => {
    const random = randomOf('judged');
    const real = Array.from({ length: 50 }, () => ({ text: madeUpNhsNumber(random), n: 1 }));
    expect(judgeColumn(variable('number', 'identifier'), real)).toEqual([
      { kind: 'nhs-number', isWhole: true, n: 50 },
    ]);
    // One in eleven passes by chance.
    const chance = Array.from({ length: 500 }, () => ({
      text: String(random.whole(1_000_000_000, 9_999_999_999)),
      n: 1,
    }));
    expect(judgeColumn(variable('number', 'identifier'), chance)).toEqual([]);
    expect(judgeColumn(variable('nhs_no', 'identifier'), chance)).toEqual([
      { kind: 'nhs-number', isWhole: true, n: 500 },
    ]);
  });

  test('columns of names and postcodes are told by all of their values', () => {
    const values = (texts: string[]) => texts.map((text) => ({ text, n: 1 }));
    expect(judgeColumn(variable('Surname'), values(['Okonjo', 'O’Neill', 'Thorne']))[0]?.kind).toBe(
      'name',
    );
    expect(judgeColumn(variable('pc'), values(['SE5 8AZ', 'M1 1AE']))).toEqual([
      { kind: 'postcode', isWhole: true, n: 2 },
    ]);
  });

  test('what is shown names nobody', () => {
    expect(maskText('999 123 4526')).toBe('999 ••• ••26');
    expect(maskText('Okonjo')).toBe('••••••');
    const shown = maskValue(
      { ...variable('note'), level: 'nominal', values: [], missing: [], evidence: '' },
      'Ring 07700 900142 about NHS 999 000 0018, SE5 8AZ',
    );
    expect(shown).toBe('Ring 077•• ••••42 about NHS 999 ••• ••18, ••• •••');
  });
});

test('a whole column is counted in all rows; of very many texts it is said how many were looked at', () => {
  const rows = 60_000;
  const all = Array.from({ length: rows }, (_, i) => i);
  const table = frameOf({
    nhs_no: { kind: 'identifier', values: all.map((i) => String(9_990_000_000 + i)) },
    note: {
      kind: 'text',
      values: all.map((i) => `Rang 07700 9${10_000 + (i % 90_000)}, note ${i}`),
    },
  });
  const found = identifierColumns({ ...checkedOf(table), name: 't' });
  expect(found.map(({ variable: name, n, of, looked }) => [name, n, of, looked])).toEqual([
    ['nhs_no', rows, rows, null],
    ['note', 50_000, rows, 50_000],
  ]);
});
