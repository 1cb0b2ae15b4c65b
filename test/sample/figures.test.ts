import { beforeAll, describe, expect, test } from 'vitest';
import { type ExtractRow, readExtract } from './read-extracts.ts';
import { sampleFolder } from './sample-folder.ts';

// The figures that the evaluation has to give, counted from the raw files by a naive cleaning
// that shares no code with the recipe.

let adults: Map<string, ExtractRow['by']>;
let referrals: ExtractRow['by'][];
let diary: ExtractRow['by'][];
let prfq: ExtractRow['by'][];
let mors: ExtractRow['by'][];
let loaf: ExtractRow['by'][];

const adult = (row: Record<string, string>) => row['Person type']?.trim().toLowerCase() === 'adult';
const unique = (rows: ExtractRow[]) => [
  ...new Map(rows.map(({ fields, by }) => [fields.join('\n'), by])).values(),
];

beforeAll(async () => {
  const { folder } = await sampleFolder();
  const people = unique(await readExtract(folder, 'service users.xlsx', 'Adults', 5)).filter(adult);
  const firstId = new Map<string, string>();
  const idOf = new Map<string, string>();
  for (const row of people) {
    const id = row['Client ID'] ?? '';
    const nhs = row['NHS number'] ?? '';
    if (!firstId.has(nhs)) firstId.set(nhs, id);
    idOf.set(id, firstId.get(nhs) ?? id);
  }
  adults = new Map(
    people
      .filter((row) => idOf.get(row['Client ID'] ?? '') === row['Client ID'])
      .map((row) => [row['Client ID'] ?? '', row]),
  );
  const known = (row: Record<string, string>) => {
    const id = idOf.get((row['Client ID'] ?? row.client_id ?? '').padStart(5, '0'));
    return id === undefined ? [] : [{ ...row, person: id }];
  };
  const whole = (rows: ExtractRow[], n: number) => rows.filter(({ fields }) => fields.length === n);
  referrals = unique(whole(await readExtract(folder, 'referrals.csv'), 11))
    .filter(adult)
    .flatMap(known);
  diary = unique(whole(await readExtract(folder, 'appointments.csv'), 9)).flatMap(known);
  prfq = unique(await readExtract(folder, 'outcomes PRFQ.xlsx', 'PRFQ')).flatMap(known);
  mors = unique(await readExtract(folder, 'outcomes MORS-SF.csv')).flatMap(known);
  loaf = unique(await readExtract(folder, 'outcomes LOAF.csv')).flatMap(known);
});

const inPip = () => [...adults.values()].filter((row) => row.PIP === 'Yes');
const inGroup = (id = '') => adults.get(id)?.['Together Time'] === 'Yes';

describe('who was reached', () => {
  test('285 adults in psychotherapy, 114 in Together Time', () => {
    expect(adults.size).toBe(415);
    expect(inPip()).toHaveLength(285);
    expect([...adults.values()].filter((row) => row['Together Time'] === 'Yes')).toHaveLength(114);
    expect(inPip().filter((row) => row['Together Time'] === 'Yes')).toHaveLength(41);
  });

  test('171 of 285 in IMD deciles 1 to 3, none unknown', () => {
    const deciles = inPip().map((row) => Number(row['IMD decile']));
    expect(deciles.every((decile) => decile >= 1 && decile <= 10)).toBe(true);
    expect(deciles.filter((decile) => decile <= 3)).toHaveLength(171);
  });

  test('190 of 285 Black, Asian or of Multiple groups, none unknown', () => {
    const spelt: Record<string, string> = { 'BLACK AFRICAN': 'N', 'WHITE BRITISH': 'A' };
    const codes = inPip().map((row) => {
      const text = (row['Ethnic category'] ?? '').trim().toUpperCase();
      return spelt[text] ?? text.slice(0, 1);
    });
    expect(codes.every((code) => 'ABCDEFGHJKLMNPRS'.includes(code) && code !== '')).toBe(true);
    expect(codes.filter((code) => 'DEFGHJKLMNP'.includes(code))).toHaveLength(190);
  });
});

describe('referrals', () => {
  const outcome = (row: ExtractRow['by']) => row.Outcome?.trim().toLowerCase();
  const day = (text = '') => {
    const [d, m, y] = text.split('/').map(Number);
    const date = new Date(Date.UTC(y ?? 0, (m ?? 0) - 1, d));
    return text !== '' && date.getUTCDate() === d ? date.getTime() : undefined;
  };

  test('365 of adults: 300 accepted, 52 rejected, 13 pending', () => {
    expect(referrals).toHaveLength(365);
    const counts = ['accepted', 'rejected', 'pending'].map(
      (name) => referrals.filter((row) => outcome(row) === name).length,
    );
    expect(counts).toEqual([300, 52, 13]);
  });

  test('222 of 300 accepted referrals antenatal, 4 not known', () => {
    const accepted = referrals.filter((row) => outcome(row) === 'accepted');
    const timing = accepted.map((row) => {
      const birth = day(row['Infant DOB']) ?? day(row.EDD);
      const received = day(row.Received);
      if (birth === undefined || received === undefined) return 'unknown';
      return received < birth ? 'antenatal' : 'postnatal';
    });
    expect(timing.filter((name) => name === 'antenatal')).toHaveLength(222);
    expect(timing.filter((name) => name === 'unknown')).toHaveLength(4);
  });

  test('continuity-of-care midwifery is the largest source', () => {
    const midwives = referrals.filter((row) => /midwifery/i.test(row['Source of referral'] ?? ''));
    const visitors = referrals.filter((row) =>
      /^(health|hv)/i.test(row['Source of referral'] ?? ''),
    );
    expect(midwives.length).toBeGreaterThan(145);
    expect(visitors.length).toBeGreaterThan(50);
    expect(visitors.length).toBeLessThan(70);
  });
});

test('appointments made in each financial year', () => {
  const made: Record<string, number> = {};
  const people = new Set<string>();
  for (const row of diary.filter(({ Activity = '' }) => /^p/i.test(Activity))) {
    const [year = 0, month = 0] = (row.Date ?? '').split('-').map(Number);
    const start = month >= 4 ? year : year - 1;
    made[start] = (made[start] ?? 0) + 1;
    people.add(row.person ?? '');
  }
  expect(made).toEqual({
    2015: 97,
    2016: 188,
    2017: 274,
    2018: 356,
    2019: 431,
    2020: 402,
    2021: 548,
    2022: 617,
    2023: 777,
  });
  expect(people).toEqual(new Set(inPip().map((row) => row['Client ID'])));
  expect(
    diary
      .map(({ Date: date }) => date)
      .filter((date = '') => date > '1900-01-01')
      .sort()[0],
  ).toMatch(/^2015-06/);
});

describe('change in Together Time', () => {
  const items = (
    from: number[],
    answers: Record<number, number>,
    turn: number[],
    top: number,
    least = from.length,
  ) => {
    const own = from.flatMap((item) => {
      const answer = answers[item];
      if (answer === undefined) return [];
      return [turn.includes(item) ? top - answer : answer];
    });
    return own.length >= least
      ? (own.reduce((a, b) => a + b, 0) / own.length) * from.length
      : undefined;
  };
  const change = (pairs: (readonly [number | undefined, number | undefined])[]) => {
    const d = pairs.flatMap(([a, b]) => (a === undefined || b === undefined ? [] : [b - a]));
    const mean = d.reduce((a, b) => a + b, 0) / d.length;
    const sd = Math.sqrt(d.reduce((a, b) => a + (b - mean) ** 2, 0) / (d.length - 1));
    return { n: d.length, mean, t: mean / (sd / Math.sqrt(d.length)) };
  };

  test('PRFQ, 76 pairs: interest and curiosity up, pre-mentalizing down, certainty the same', () => {
    const score = (scale: number[], turn: number[]) =>
      change(
        prfq
          .filter(({ person }) => inGroup(person))
          .map((row) => {
            const at = (time: string) => {
              const answers: Record<number, number> = {};
              for (let item = 1; item <= 18; item++) {
                const text = row[`PRFQ_${String(item).padStart(2, '0')}_${time}`] ?? '';
                if (/^[1-7]$/.test(text)) answers[item] = Number(text);
              }
              return items(scale, answers, turn, 8, 5);
            };
            return [at('T1'), at('T2')] as const;
          }),
      );
    const modes = score([1, 4, 7, 10, 13, 16], []);
    const certainty = score([2, 5, 8, 11, 14, 17], [11]);
    const interest = score([3, 6, 9, 12, 15, 18], [18]);
    expect([modes.n, certainty.n, interest.n]).toEqual([76, 76, 76]);
    expect(modes.t).toBeLessThan(-2.2);
    expect(Math.abs(certainty.t)).toBeLessThan(1);
    expect(interest.t).toBeGreaterThan(2.2);
  });

  test('MORS-SF, 59 pairs: warmth up, invasion down', () => {
    const forms = new Map<string, Record<number, number>>();
    for (const row of mors.filter(({ person }) => inGroup(person))) {
      const key = `${row.person} ${(row.time_point ?? '').slice(-1)}`;
      const answers = forms.get(key) ?? {};
      if (/^[0-5]$/.test(row.response ?? '')) answers[Number(row.item)] = Number(row.response);
      forms.set(key, answers);
    }
    const score = (scale: number[]) =>
      change(
        [...adults.keys()].map((id) => {
          const at = (time: number) => items(scale, forms.get(`${id} ${time}`) ?? {}, [], 5);
          return [at(1), at(2)] as const;
        }),
      );
    const warmth = score([1, 3, 4, 6, 8, 11, 13]);
    const invasion = score([2, 5, 7, 9, 10, 12, 14]);
    expect([warmth.n, invasion.n]).toEqual([59, 59]);
    expect(warmth.t).toBeGreaterThan(2.1);
    expect(invasion.t).toBeLessThan(-2.1);
  });

  test('LOAF, 85 pairs: 13 better, 64 the same, 8 worse', () => {
    const levels = new Map<string, number>();
    for (const row of loaf.filter(({ person }) => inGroup(person))) {
      const key = `${row.person} ${(row['Time point'] ?? '').trim().slice(-1)}`;
      if (/^[1-4]$/.test(row.Level ?? '') && !levels.has(key)) levels.set(key, Number(row.Level));
    }
    const d = [...adults.keys()].flatMap((id) => {
      const [before, after] = [levels.get(`${id} 1`), levels.get(`${id} 2`)];
      return before === undefined || after === undefined ? [] : [after - before];
    });
    expect(d).toHaveLength(85);
    expect(d.filter((x) => x < 0)).toHaveLength(13);
    expect(d.filter((x) => x > 0)).toHaveLength(8);
  });
});
