import { describe, expect, test } from 'vitest';
import { classify, groupOf } from '../../src/quality/code-list.ts';
import { CODE_LISTS, codeListNamed } from '../../src/quality/code-lists.ts';
import { isNhsNumber, isPhone, POSTCODE } from '../../src/quality/formats.ts';
import { ETHNIC_CATEGORY } from '../../src/quality/lists/ethnic-category.ts';
import { decileOfRank, IMD_EDITIONS } from '../../src/quality/lists/imd-decile.ts';

describe('code lists', () => {
  test('VODIM of ethnic categories, as MHSDS counts them', () => {
    const cells = ['A', 'A1', 'z', '99', 'X', '', null, 'R'];
    const classes = cells.map((cell) => classify(ETHNIC_CATEGORY, cell).class);
    expect(classes).toEqual([
      'valid',
      'valid',
      'other',
      'default',
      'invalid',
      'missing',
      'missing',
      'valid',
    ]);
  });

  test('what is not simply a code is said', () => {
    const note = (text: string) => classify(ETHNIC_CATEGORY, text).note;
    expect(note('M')).toBe('');
    expect(note('m')).toBe('the code M, written otherwise');
    expect(note('M1')).toBe('the code M with a local character');
    expect(note('White British')).toBe('the label of A, not the code');
    expect(note('Black African')).toBe('the label of N, not the code');
    expect(note('N ')).toBe('spaces around it');
  });

  test('Chinese is Other in the NHS scheme and Asian in that of ONS', () => {
    const [nhs, ons] = ETHNIC_CATEGORY.schemes ?? [];
    if (!nhs || !ons) throw new Error('a scheme is missing');
    expect([groupOf(nhs, 'R'), groupOf(ons, 'R')]).toEqual(['Other', 'Asian']);
    expect([groupOf(nhs, 'S'), groupOf(ons, 'S'), groupOf(nhs, 'Z')]).toEqual([
      'Other',
      'Other',
      null,
    ]);
    for (const { groups } of [nhs, ons]) {
      expect(
        groups
          .flatMap(({ codes }) => codes)
          .toSorted()
          .join(''),
      ).toBe('ABCDEFGHJKLMNPRS');
    }
  });

  test('codes go out of use', () => {
    const list = codeListNamed('referral-source');
    expect(classify(list, 'J1', '2020-03-31').class).toBe('valid');
    expect(classify(list, 'J1', '2020-04-01')).toMatchObject({
      class: 'invalid',
      note: 'in use only until 2020-03-31',
    });
    expect(classify(list, 'A4', '2024-01-01').code?.label).toBe('Maternity service');
  });

  test('every list says where it is from, and has no code twice', () => {
    for (const { id, source, codes } of CODE_LISTS) {
      expect(source.length, id).toBeGreaterThan(10);
      expect(new Set(codes.map(({ code }) => code)).size, id).toBe(codes.length);
    }
  });

  test('deciles by rank, at the borders of both editions', () => {
    const [old, recent] = IMD_EDITIONS;
    if (!old || !recent) throw new Error('an edition is missing');
    const ranks = [3284, 3285, 6568, 6569, 9853, 9854];
    expect(ranks.map((rank) => decileOfRank(old, rank))).toEqual([1, 2, 2, 3, 3, 4]);
    const later = [3375, 3376, 6752, 10126, 10127];
    expect(later.map((rank) => decileOfRank(recent, rank))).toEqual([1, 2, 3, 3, 4]);
  });
});

describe('formats', () => {
  test('NHS numbers by modulus 11', () => {
    const valid = [
      '9434765919',
      '943 476 5919',
      '4010232137',
      '9990000018',
      '9990000026',
      '4857773457',
      '9990000050',
      '999-000-0018',
    ];
    const invalid = [
      '9434765918',
      '4857773456',
      '1234567890',
      '9000000050',
      '943476591',
      '9.43477E+09',
      '9434 765 919',
    ];
    const repdigits = Array.from({ length: 10 }, (_, digit) => String(digit).repeat(10));
    expect(valid.filter((text) => !isNhsNumber(text))).toEqual([]);
    expect([...invalid, ...repdigits].filter(isNhsNumber)).toEqual([]);
  });

  test('postcodes', () => {
    const yes = [
      'SE5 8AZ',
      'se58az',
      'SW1A 1AA',
      'M1 1AE',
      'B33 8TH',
      'DN55 1PT',
      'EC1A 1BB',
      'W1A 0AX',
      'ZZ99 3VZ',
    ];
    expect(yes.filter((text) => !POSTCODE.test(text))).toEqual([]);
    expect(['SE5-8AZ', 'SE5', 'GIR 0AA', ''].filter((text) => POSTCODE.test(text))).toEqual([]);
  });

  test('phone numbers', () => {
    const yes = [
      '07700 900123',
      '+44 7700 900123',
      '020 7946 0018',
      '(0113) 496 0000',
      '01632-960001',
    ];
    expect(yes.filter((text) => !isPhone(text))).toEqual([]);
    expect(['12345', '0077009001', '7700900123', '07700'].filter(isPhone)).toEqual([]);
  });
});
