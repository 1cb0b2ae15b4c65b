import { describe, expect, test } from 'vitest';
import { writtenDate } from '../../src/model/written-date.ts';

describe('a date of ten characters', () => {
  const texts = [
    '2021-04-03',
    '2021/11/3x',
    '03/04/2021',
    '31.12.2020',
    '10-11-2012',
    '2021-13-45',
  ];
  test.each(texts)('%s is read as it is with a time behind it', (text) => {
    const alone = writtenDate(text);
    const longer = writtenDate(`${text} 00:00`);
    expect(alone?.time).toBe(alone && null);
    expect(alone && { ...alone, time: '00:00:00', shape: `${alone.shape} 9:9` }).toEqual(longer);
  });

  test.each(['2021-04/03', '20210-4-03', '1/12/.2021', '202a-04-03', '12-34-567-'])(
    '%s is none',
    (text) => expect(writtenDate(text)).toBeUndefined(),
  );

  test('year first', () => {
    expect(writtenDate('2021-04-03')).toEqual({
      form: 'iso',
      parts: [2021, 4, 3],
      order: 'ymd',
      twoDigitYear: false,
      shape: '9999-9-9',
      padding: 'padded',
      lossy: false,
      time: null,
    });
  });
});
