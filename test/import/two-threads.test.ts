import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadFile } from '../../src/import/load-file.ts';
import { RUN_LIMITS } from '../../src/import/run-limits.ts';
import { SecondThread } from '../../src/import/second-thread.ts';
import { shareColumns } from '../../src/import/share-columns.ts';
import { valueAt } from '../../src/model/column.ts';
import type { DecisionChanges, LoadedFile } from '../../src/model/importing.ts';
import { type Task, UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { seeded } from '../bench/appointments-csv.ts';
import { fileOf, refusalOf } from './fixtures.ts';

const ORDINARY = { ...RUN_LIMITS };
const ROWS = 20_000;
const HEADER = 'id,amount,seen,status,note,visits,empty,mixed';

function content(above = ''): string {
  const random = seeded(5);
  const upTo = (n: number) => Math.floor(random() * n);
  const two = (n: number) => String(n).padStart(2, '0');
  const lines = [`${above}${HEADER}`];
  for (let i = 0; i < ROWS; i++) {
    const cells = [
      `HB-${String((i * 7_919) % ROWS).padStart(6, '0')}`,
      random() < 0.02 ? '' : (upTo(4_000_000) / 100).toFixed(2),
      random() < 0.001 ? '31/02/2024' : `${two(1 + upTo(28))}/${two(1 + upTo(12))}/2${upTo(999)}`,
      ['Attended', 'Did not attend', 'Cancelled'][upTo(3)],
      random() < 0.3 ? `letter ${upTo(900)} about a visit` : `call ${i} was returned – é`,
      random() < 0.001 ? 'n/a' : upTo(12),
      '',
      random() < 0.5 ? upTo(1e9) : `"several, ${upTo(500)}\n""times"""`,
    ];
    lines.push(cells.join(','));
    if (i % 9_000 === 8_999) lines.push('a row,that is,too short', '');
  }
  return lines.join('\n');
}

/** Everything that a load says, its values one by one. */
function allOf({ frame, ...rest }: LoadedFile) {
  const { variables, columns, origin } = frame;
  const values = columns.map((column) => ({
    values: Array.from({ length: frame.rows }, (_, row) => valueAt(column, row)),
    missing: Buffer.from(column.missing).toString('base64'),
    reasons: column.reasons,
    texts: column.type === 'codes' ? column.dictionary : [],
  }));
  return { ...rest, variables, values, origin: [...origin] };
}

async function loadedBy(threads: 1 | 2, file: string, changes: DecisionChanges, limits = {}) {
  Object.assign(RUN_LIMITS, limits, {
    shared: threads === 2 ? 0 : Number.POSITIVE_INFINITY,
    later: 0,
  });
  return allOf(await loadFile({ file, changes }, UNWATCHED));
}

afterEach(() => {
  Object.assign(RUN_LIMITS, ORDINARY);
  vi.restoreAllMocks();
});

describe('a file that two threads read', () => {
  const latin = Buffer.from(content().replaceAll('–', '-'), 'latin1');
  const TINY = { texts: 900, bytes: 20_000, rows: 2_500, fewKeys: 300, merged: 3_000, inMemory: 0 };
  test.each<[string, string | Uint8Array, DecisionChanges, object]>([
    ['as most are', content(), {}, {}],
    ['with a title above the heading', content('Appointments,,,,,,,\n\n'), {}, {}],
    ['with a footer', `${content()}\nTotal,1,,,,,,\n`, { footer: 1 }, {}],
    ['whose columns have many runs', content(), {}, TINY],
    ['whose columns have many runs and a footer', content(), { footer: 2 }, TINY],
    ['in Windows-1252', latin, {}, {}],
    ['in UTF-16', Buffer.from(`\ufeff${content()}`, 'utf16le'), {}, {}],
    ['that names its delimiter', `sep=,\n${content()}`, {}, {}],
    ['with backslashes', content().replaceAll('""times""', '\\"times\\"'), {}, {}],
  ])('is the same as by one: %s', async (_, text, changes, limits) => {
    const file = fileOf(text, 'threads.csv');
    const one = await loadedBy(1, file, changes, limits);
    const columns = vi.spyOn(SecondThread.prototype, 'columns');
    const two = await loadedBy(2, file, changes, limits);
    for (const { value } of columns.mock.results) expect((await value).length).toBeGreaterThan(1);
    expect(columns).toHaveBeenCalled();
    expect(one.values[0]?.values.length).toBeGreaterThan(ROWS - 5);
    expect(two).toEqual(one);
  });

  test('is read by one where the other ends before its time', async () => {
    const file = fileOf(content(), 'threads.csv');
    const one = await loadedBy(1, file, {});
    vi.spyOn(SecondThread.prototype, 'read').mockImplementation(function (this: SecondThread) {
      this.stop();
    });
    expect(await loadedBy(2, file, {})).toEqual(one);
  });

  test('is refused as by one', async () => {
    for (const bad of ['"never closed', 'a\0b']) {
      const file = fileOf(`${content()}\n${bad}`, 'threads.csv');
      const refusals = [1, 2].map((threads) =>
        refusalOf(loadedBy(threads as 1 | 2, file, {})).then(({ code, message, where }) => {
          return { code, message, where };
        }),
      );
      expect(await refusals[1]).toEqual(await refusals[0]);
    }
  });

  test('is cancelled while the other thread is waited for', async () => {
    RUN_LIMITS.shared = 0;
    let pauses = 0;
    const task: Task = {
      progress: () => {},
      checkpoint: async () => {
        if (++pauses > 3) throw new Refusal('cancelled', 'The work was cancelled.');
      },
    };
    const file = fileOf(content(), 'threads.csv');
    expect((await refusalOf(loadFile({ file }, task))).code).toBe('cancelled');
  });
});

test('columns are shared out so that each field is read once', () => {
  const text = Buffer.from(content());
  const [one, other] = shareColumns(text, { delimiter: 0x2c, width: 8 }, 0);
  expect([...one, ...other].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(one).toContain(4);
  expect(one.length).toBeGreaterThan(0);
  expect(shareColumns(text, { delimiter: 0x2c, width: 8 }, 1e3)[0]).toEqual([4]);
  expect(other.length).toBeGreaterThan(1);
  expect(shareColumns(Buffer.from('a\n1\n'), { delimiter: 0x2c, width: 1 }, 0)).toEqual([[0], []]);
  expect(shareColumns(Buffer.from('"'), { delimiter: 0x2c, width: 2 }, 0)).toEqual([[0], [1]]);
});
