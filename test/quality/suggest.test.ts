import { describe, expect, test } from 'vitest';
import { isoDate, parseIsoDate } from '../../src/model/calendar.ts';
import type { Frame } from '../../src/model/frame.ts';
import type { Rule } from '../../src/model/quality.ts';
import type { MeasureForms } from '../../src/quality/suggest/form-rules.ts';
import { suggestRules } from '../../src/quality/suggest/suggest-rules.ts';
import { frameOf } from '../columns/frames.ts';
import { checkedOf, failing } from './checked.ts';

const N = 40;
const each = <T>(make: (i: number) => T): T[] => Array.from({ length: N }, (_, i) => make(i));
const later = (from: string, days: number) => isoDate((parseIsoDate(from) ?? 0) + days);
const ids = { kind: 'identifier', values: each((i) => `P${100 + i}`) } as const;

/** The rules that would be suggested for `forms`, beside a table of people. */
function suggested(forms: Frame, people: Frame, known: readonly MeasureForms[]): Rule[] {
  const data = { ...checkedOf(forms, { people }), name: 'forms' };
  const others = { ...checkedOf(people, { forms }), name: 'people' };
  return suggestRules([data, others], known).filter(({ table }) => table === 'forms');
}

const found = (rules: readonly Rule[], kind: string, about: string) => {
  const rule = rules.find(
    ({ test, id }) => test.kind === kind && id.startsWith(`forms.${about}.${kind}`),
  );
  if (!rule) throw new Error(`no ${kind} about ${about} among ${rules.map(({ id }) => id)}`);
  return rule;
};

describe('what is suggested for questionnaires and people', () => {
  const people = frameOf({
    client_id: ids,
    infant_dob: { kind: 'date', values: each((i) => later('2022-01-01', i)) },
    discharge_date: { kind: 'date', values: each((i) => (i === 7 ? null : '2023-09-01')) },
  });
  const wide: MeasureForms = {
    table: 'forms',
    measure: 'MORS-SF',
    person: 'client_id',
    ages: { least: 0, most: 15, source: { text: 'Made up.', status: 'convention' } },
    blocks: [
      { time: 'T1', items: [], date: 't1_date', totals: [] },
      { time: 'T2', items: [], date: 't2_date', totals: [] },
    ],
  };

  test('a first form without a second, of somebody who was closed or had the time', () => {
    const forms = frameOf({
      client_id: ids,
      t1_date: { kind: 'date', values: each((i) => later('2022-06-01', i)) },
      // 3 lacks one and was closed; 7 lacks one, was not closed, but had the time.
      t2_date: {
        kind: 'date',
        values: each((i) => (i === 3 || i === 7 ? null : later('2022-09-01', i))),
      },
    });
    const rules = suggested(forms, people, [wide]);
    const rule = found(rules, 'second-date', 't1_date');
    expect(rule).toMatchObject({ severity: 'info', dimension: 'completeness' });
    expect(rule.test).toMatchObject({
      due: 92,
      when: {
        linked: { table: 'people', key: 'client_id', foreignKey: 'client_id' },
        least: 1,
        where: { op: 'present', variable: 'discharge_date' },
      },
    });
    expect(failing(rule.test, checkedOf(forms, { people }))).toEqual([4, 8]);
    const one = frameOf({
      client_id: ids,
      t1_date: { kind: 'date', values: each((i) => later('2022-06-01', i)) },
      t2_date: { kind: 'date', values: each((i) => (i === 3 ? null : later('2022-09-01', i))) },
    });
    const slip = found(suggested(one, people, [wide]), 'second-date', 't1_date');
    expect(slip).toMatchObject({ severity: 'high', why: expect.stringContaining('39 of 40') });
    // A second form of the same day is none.
    expect(found(rules, 'order', 't2_date').test).toMatchObject({ after: 't1_date', least: 1 });
  });

  test('the same where every form has its rows', () => {
    const rows = [...each((i) => ['T1', i] as const), ...each((i) => ['T2', i] as const)].filter(
      ([time, i]) => time === 'T1' || i !== 5,
    );
    const forms = frameOf({
      client_id: { kind: 'identifier', values: rows.map(([, i]) => `P${100 + i}`) },
      time_point: { kind: 'category', values: rows.map(([time]) => time) },
      done: {
        kind: 'date',
        values: rows.map(([time, i]) => later(time === 'T1' ? '2022-06-01' : '2022-09-01', i)),
      },
    });
    const known: MeasureForms = {
      ...wide,
      blocks: [{ time: '', items: [], date: 'done', totals: [] }],
      timeVariable: 'time_point',
    };
    const rule = found(suggested(forms, people, [known]), 'second-row', 'done');
    expect(rule.severity).toBe('high');
    expect(failing(rule.test, checkedOf(forms, { people }))).toEqual([6]);
  });

  test('the age of the child for which the measure is meant', () => {
    const forms = frameOf({
      client_id: ids,
      // The child of row 10 is three years old.
      t1_date: { kind: 'date', values: each((i) => later('2022-06-01', i === 9 ? 950 : i)) },
      t2_date: { kind: 'date', values: each((i) => later('2022-09-01', i === 9 ? 980 : i)) },
    });
    const rule = found(suggested(forms, people, [wide]), 'order', 't1_date');
    expect(rule).toMatchObject({
      severity: 'medium',
      dimension: 'validity',
      label: 'On t1_date, the child is from 0 to 15 months old, as MORS-SF asks',
      test: { after: { table: 'people', variable: 'infant_dob' }, least: 0, most: 457 },
    });
    expect(failing(rule.test, checkedOf(forms, { people }))).toEqual([10]);
  });

  test('what a person has for good is the same in all of their rows', () => {
    const visits = frameOf({
      client_id: { kind: 'identifier', values: each((i) => `P${100 + (i >> 1)}`) },
      ethnic_category: { kind: 'category', values: each((i) => (i === 21 ? 'B' : 'A')) },
      ward: { kind: 'category', values: each((i) => `W${i % 3}`) },
    });
    const rules = suggested(visits, people, []);
    const rule = found(rules, 'same-for', 'ethnic_category');
    expect(rule).toMatchObject({ severity: 'medium', dimension: 'consistency' });
    expect(failing(rule.test, checkedOf(visits, { people }))).toEqual([22]);
    expect(rules.filter(({ test }) => test.kind === 'same-for')).toHaveLength(1);
  });

  test('a variable that is there in every year; for information where one already lacks it', () => {
    const rows = (lacks: boolean) =>
      frameOf({
        received: { kind: 'date', values: each((i) => later('2021-08-01', 15 * i)) },
        score: { kind: 'integer', values: each((i) => (lacks && i < 16 ? null : i)) },
      });
    const whole = found(suggested(rows(false), people, []), 'every-year', 'score');
    expect(whole).toMatchObject({ severity: 'medium', why: 'So in all 2 years.' });
    expect(failing(whole.test, checkedOf(rows(true), { people }))).toEqual([
      '2021/22, 17 rows: score in 1 of 17 (6\u202f%), in other years 23 of 23 (100\u202f%)',
    ]);
    const gone = found(suggested(rows(true), people, []), 'every-year', 'score');
    expect(gone.severity).toBe('info');
  });
});

describe('the shape of identifiers', () => {
  const shapes = (values: readonly string[]) =>
    suggestRules([{ ...checkedOf(frameOf({ id: { kind: 'identifier', values } })), name: 't' }], [])
      .map(({ test }) => test)
      .flatMap((test) => (test.kind === 'shape' ? [test.shapes] : []));

  test('is that of all of them, not of the first', () => {
    const early = Array.from({ length: 15_000 }, (_, i) => `A${10_000 + i}`);
    const late = Array.from({ length: 60_000 }, (_, i) => `LS-${10_000 + i}`);
    expect(shapes([...early, ...late])).toEqual([['AA-99999', 'A99999']]);
  });

  test('is none where numbers run on and become longer', () => {
    expect(shapes(Array.from({ length: 12_000 }, (_, i) => String(i + 1)))).toEqual([]);
  });
});
