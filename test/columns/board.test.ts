import { describe, expect, test } from 'vitest';
import { brushSums } from '../../renderer/board/brush-sums.ts';
import { Board } from '../../src/columns/board/board.ts';
import type { Choice } from '../../src/columns/board/linked-counts.ts';
import { compareText } from '../../src/columns/collate.ts';
import { addRuns, runsBetween, runsMissing, runsOf } from '../../src/columns/hot/code-runs.ts';
import { frameColumns } from '../../src/columns/hot/frame-columns.ts';
import { numberOf } from '../../src/columns/hot/hot-column.ts';
import { type HotTable, openHotTable } from '../../src/columns/hot/hot-table.ts';
import { sortedList } from '../../src/columns/hot/sorted-list.ts';
import type { Codes } from '../../src/columns/kernel/column-kernel.ts';
import { PlainKernel } from '../../src/columns/kernel/plain-kernel.ts';
import { WasmKernel } from '../../src/columns/kernel/wasm-kernel.ts';
import { allRows } from '../../src/columns/mask.ts';
import type { BrushTile, ChartNumbers, ChartQuestion } from '../../src/model/board.ts';
import { financialYearLabel, financialYearStart, isoDate } from '../../src/model/calendar.ts';
import { type Value, valueAt } from '../../src/model/column.ts';
import type { Frame } from '../../src/model/frame.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { type WebAssemblyHost, webAssembly } from '../../src/model/web-assembly.ts';
import { frameOf, randomFrom, valuesOf } from './frames.ts';
import { sortRows } from './sort-rows.ts';

const host = webAssembly as WebAssemblyHost;
const WARDS = ['Coldharbour', 'Tulse Hill', 'Vassall', 'Stockwell'];

/** Referrals with gaps, of every kind that a chart can show. */
function referrals(rows: number, seed: number): Frame {
  const random = randomFrom(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const some = (value: () => Value) => (random() < 0.1 ? null : value());
  const list = (value: () => Value) => Array.from({ length: rows }, () => some(value));
  return frameOf({
    ward: { kind: 'category', values: list(() => WARDS[upTo(4)] as string), order: WARDS },
    seen: { kind: 'date', values: list(() => isoDate(17_000 + upTo(900))) },
    first: { kind: 'yesno', values: list(() => upTo(2)) },
    before: { kind: 'integer', values: list(() => upTo(28)) },
    after: { kind: 'integer', values: list(() => upTo(20) - 5) },
    rate: { kind: 'decimal', values: list(() => upTo(100_000) / 1000) },
    odd: { kind: 'decimal', values: list(() => Math.sqrt(upTo(500))) },
    person: { kind: 'identifier', values: list(() => `P-${upTo(3000)}`) },
  });
}

const QUESTIONS: Record<string, ChartQuestion> = {
  ward: { show: 'counts', of: { variable: 'ward' } },
  months: { show: 'counts', of: { variable: 'seen' } },
  years: { show: 'counts', of: { variable: 'seen', by: 'financial-years' } },
  before: { show: 'counts', of: { variable: 'before' } },
  rates: { show: 'counts', of: { variable: 'rate' } },
  both: { show: 'heat-map', across: { variable: 'ward' }, down: { variable: 'first' } },
  means: { show: 'means', of: 'before', by: { variable: 'ward' } },
  odd: { show: 'means', of: 'odd', by: { variable: 'first' } },
  boxes: { show: 'boxes', of: 'before', by: { variable: 'ward' } },
  box: { show: 'boxes', of: 'after' },
  rate: { show: 'means', of: 'rate' },
  mean: { show: 'means', of: 'after' },
  pairs: { show: 'pairs', before: 'before', after: 'after' },
};

/** Notes what is taken of its memory and not given back. */
class WatchedKernel extends WasmKernel {
  static readonly taken = new Set<number>();

  override bytes(length: number): Uint8Array {
    return noted(super.bytes(length));
  }

  override shorts(length: number): Uint16Array {
    return noted(super.shorts(length));
  }

  override words(length: number): Uint32Array {
    return noted(super.words(length));
  }

  override doubles(length: number): Float64Array {
    return noted(super.doubles(length));
  }

  override release(array: Codes | Float64Array): void {
    expect(WatchedKernel.taken.delete(array.byteOffset)).toBe(true);
    super.release(array);
  }
}

function noted<T extends ArrayBufferView>(array: T): T {
  WatchedKernel.taken.add(array.byteOffset);
  return array;
}

function tableOf(frame: Frame, kernel: 'plain' | 'wasm'): HotTable {
  return openHotTable(frame.rows, frameColumns(frame), (rows, room) =>
    kernel === 'plain' ? new PlainKernel(rows) : new WasmKernel(rows, room, host),
  );
}

/** n, whiskers and quartiles as R's quantile(x, type = 7) and boxplot's rule give them, and how many are beyond. */
function boxOf(list: readonly number[]): (number | null)[] {
  const sorted = list.toSorted((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return [0, null, null, null, null, null, 0];
  const quantile = (p: number) => {
    const h = (n - 1) * p;
    const [a, b] = [sorted[Math.floor(h)] as number, sorted[Math.ceil(h)] as number];
    return a + (b - a) * (h % 1);
  };
  const [lower, median, upper] = [quantile(0.25), quantile(0.5), quantile(0.75)];
  const reach = 1.5 * (upper - lower);
  const inside = sorted.filter((value) => value >= lower - reach && value <= upper + reach);
  return [n, inside[0] ?? 0, lower, median, upper, inside.at(-1) ?? 0, n - inside.length];
}

/** What a board should say of some rows, from the frame itself, one value after another. */
function told(frame: Frame, rows: readonly number[], question: ChartQuestion, board: Board) {
  const at = (name: string, row: number) => {
    const index = frame.variables.findIndex((variable) => variable.name === name);
    return valueAt(frame.columns[index] as Frame['columns'][number], row);
  };
  const numbers = (name: string, of = rows) =>
    of.map((row) => at(name, row)).filter((value) => typeof value === 'number');
  const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const sd = (list: number[]) => {
    const squares = list.reduce((sum, each) => sum + (each - mean(list)) ** 2, 0);
    return list.length > 1 ? Math.sqrt(squares / (list.length - 1)) : Number.NaN;
  };
  switch (question.show) {
    case 'counts': {
      const { places } = board.face(
        Object.keys(QUESTIONS).find((name) => QUESTIONS[name] === question) as string,
      );
      const column = board.table.column(question.of.variable);
      return places.map(
        (place) =>
          rows.filter((row) => {
            const code = column.codes[row] as number;
            const value = at(question.of.variable, row);
            if (place.isMissing) return value === null;
            if (value === null) return false;
            if (question.of.by === 'financial-years')
              return financialYearLabel(financialYearStart(numberOf(column, code))) === place.label;
            if (place.value !== undefined) return String(value) === place.value;
            const number = typeof value === 'number' ? value : numberOf(column, code);
            return number >= (place.from ?? 0) && number < (place.to ?? 0);
          }).length,
      );
    }
    case 'heat-map':
      return [...WARDS, null].flatMap((ward) =>
        [0, 1, null].map(
          (first) =>
            rows.filter((row) => at('ward', row) === ward && at('first', row) === first).length,
        ),
      );
    case 'means': {
      const by = question.by?.variable;
      const groups: Value[] | undefined =
        by === 'ward' ? [...WARDS, null] : by === 'first' ? [0, 1, null] : undefined;
      const lists = groups
        ? groups.map((group) =>
            numbers(
              question.of,
              rows.filter((row) => at(by as string, row) === group),
            ),
          )
        : [numbers(question.of)];
      return lists.flatMap((list) => [
        list.length,
        list.length > 0 ? mean(list) : null,
        list.length > 1 ? sd(list) : null,
      ]);
    }
    case 'boxes': {
      const groups: (Value | undefined)[] = question.by ? [...WARDS, null] : [undefined];
      return groups.flatMap((group) => {
        const of = rows.filter((row) => group === undefined || at('ward', row) === group);
        return boxOf(numbers(question.of, of));
      });
    }
    case 'pairs': {
      const both = rows.filter((row) => at('before', row) !== null && at('after', row) !== null);
      const [x, y] = [numbers('before', both), numbers('after', both)];
      const change = y.map((each, i) => each - (x[i] as number));
      const [mx, my] = [mean(x), mean(y)];
      const xy = x.reduce((sum, each, i) => sum + (each - mx) * ((y[i] as number) - my), 0);
      const r = xy / (x.length - 1) / (sd(x) * sd(y));
      return [both.length, mx, my, mean(change), sd(change), r];
    }
  }
}

function flat(board: Board, name: string): (number | null)[] {
  return flatOf(board.numbers().charts[name]);
}

function flatOf(numbers: ChartNumbers | undefined): (number | null)[] {
  switch (numbers?.show) {
    case 'counts':
    case 'heat-map':
      return numbers.counts;
    case 'means':
      return numbers.groups.flatMap(({ n, mean, sd }) => [n, mean, sd]);
    case 'boxes':
      return numbers.groups.flatMap(({ n, box, outside }) => [
        n,
        ...(box
          ? [box.low, box.lower, box.median, box.upper, box.high]
          : [null, null, null, null, null]),
        outside,
      ]);
    case 'pairs': {
      const { n, before, after, change, sdOfChange, correlation } = numbers.pairs;
      return [n, before, after, change, sdOfChange, correlation];
    }
    default:
      return [];
  }
}

function close(found: readonly (number | null)[], wanted: readonly (number | null)[]) {
  expect(found.length).toBe(wanted.length);
  for (const [i, value] of found.entries()) {
    // Of no rows, or of one, some figures are 0 / 0.
    const other = Number.isFinite(wanted[i]) ? (wanted[i] as number) : null;
    if (value === null || other === null) expect(value).toBe(other);
    else if (Number.isInteger(other) && Number.isInteger(value)) expect(value).toBe(other);
    else expect(Math.abs(value - other)).toBeLessThan(1e-9 * Math.max(1, Math.abs(other)));
  }
}

describe.each(['plain', 'wasm'] as const)('board (%s)', (kernel) => {
  const frame = referrals(3000, 5);
  const table = tableOf(frame, kernel);

  /** Rows that meet all choices but that of one chart. */
  const rowsBut = (choices: Map<string, Choice>, but?: string) =>
    Array.from(allRows(frame.rows)).filter((row) =>
      [...choices].every(([name, choice]) => {
        if (name === but || !('runs' in choice)) return true;
        const code = choice.column.codes[row] as number;
        return choice.runs.some(([low, high]) => code >= low && code <= high);
      }),
    );

  test('every chart counts the rows of all choices but its own, however these were reached', () => {
    const random = randomFrom(9);
    const upTo = (n: number) => Math.floor(random() * n);
    const board = new Board(table);
    for (const [name, question] of Object.entries(QUESTIONS)) board.add(name, question);
    const choices = new Map<string, Choice>();
    const change: Record<string, () => Choice> = {
      ward: () => ({
        column: table.column('ward'),
        runs: runsOf(
          table.column('ward'),
          WARDS.filter(() => upTo(2)),
        ),
      }),
      months: () => {
        const from = 17_000 + upTo(850);
        const column = table.column('seen');
        return { column, runs: runsBetween(column, from, from + upTo(300)) };
      },
      rates: () => {
        const column = table.column('rate');
        const from = upTo(80);
        return { column, runs: runsBetween(column, from, from + upTo(40)) };
      },
      before: () => ({ column: table.column('before'), runs: runsMissing(table.column('before')) }),
    };
    for (let step = 0; step < 60; step++) {
      const name = Object.keys(change)[upTo(4)] as string;
      if (upTo(6) === 0) {
        board.clear(name);
        choices.delete(name);
      } else {
        const last = choices.get(name);
        let choice = (change[name] as () => Choice)();
        // Most of the time a brush is dragged a little, not thrown.
        if (name === 'months' && last && 'runs' in last && last.runs[0] && upTo(4) > 0) {
          const [low, high] = last.runs[0];
          choice = {
            column: last.column,
            runs: [[low + 3, Math.min(high + 4, last.column.size - 1)]],
          };
        }
        board.choose(name, choice);
        choices.set(name, choice);
      }
      const all = rowsBut(choices);
      expect(board.numbers().rows).toBe(all.length);
      expect([...table.kernel.rowsOf(board.chosen())]).toEqual(all);
      for (const [each, question] of Object.entries(QUESTIONS)) {
        close(flatOf(board.cohortNumbers(each)), told(frame, all, question, board) ?? []);
        close(flat(board, each), told(frame, rowsBut(choices, each), question, board) ?? []);
      }
    }
    board.clearAll();
    expect(board.numbers().rows).toBe(frame.rows);
    for (const name of Object.keys(QUESTIONS)) {
      expect(board.numbers().charts[name]).toEqual(board.face(name).all);
      board.remove(name);
    }
  });

  test('a brush that is thrown from bar to bar counts the same, among choices that come and go', () => {
    const random = randomFrom(21);
    const upTo = (n: number) => Math.floor(random() * n);
    const board = new Board(table);
    for (const [name, question] of Object.entries(QUESTIONS)) board.add(name, question);
    const column = table.column('seen');
    const months = board.face('months').places.filter(({ isMissing }) => !isMissing);
    const choices = new Map<string, Choice>();
    const ward = table.column('ward');
    let making = board.prepare('months', column);
    for (let step = 0; step < 50; step++) {
      if (step % 7 === 3) {
        const choice = { column: ward, runs: runsOf(ward, [WARDS[upTo(4)] as string]) };
        choices.set('ward', choice);
        board.choose('ward', choice);
      } else if (step % 7 === 6) {
        choices.delete('ward');
        board.clear('ward');
      }
      // Sometimes ready, sometimes half made when the next choice comes, sometimes made by pieces.
      if (step % 9 === 0) making = board.prepare('months', column);
      for (let piece = upTo(60); piece > 0 && !making.next().done; piece--);
      const [first, last] = [upTo(months.length), upTo(months.length)].sort((a, b) => a - b);
      const from = months[first as number]?.from ?? 0;
      const to = (months[last as number]?.to ?? 0) - 1;
      const choice = { column, runs: runsBetween(column, from, to) };
      choices.set('months', choice);
      board.choose('months', choice);
      const all = rowsBut(choices);
      expect(board.numbers().rows).toBe(all.length);
      expect([...table.kernel.rowsOf(board.chosen())]).toEqual(all);
      for (const [each, question] of Object.entries(QUESTIONS)) {
        close(flat(board, each), told(frame, rowsBut(choices, each), question, board) ?? []);
      }
    }
    for (const name of Object.keys(QUESTIONS)) board.remove(name);
  });

  test('what is made in pieces while a brush moves is what is made in one go', () => {
    const column = table.column('seen');
    const counted = Object.entries(QUESTIONS).filter(([, { show }]) => /counts|heat/.test(show));
    const open = () => {
      const board = new Board(table);
      for (const [name, question] of counted) board.add(name, question);
      const ward = table.column('ward');
      board.choose('ward', { column: ward, runs: runsOf(ward, ['Vassall', 'Stockwell']) });
      return board;
    };
    const [whole, pieces] = [open(), open()];
    expect(whole.brushTile('months')).toBeNull();
    for (const _ of whole.prepare('months', column));
    let at = 0;
    for (const _ of pieces.prepare('months', column)) {
      at += 1;
      expect(pieces.brushTile('months')).toBeNull();
      pieces.choose('months', { column, runs: runsBetween(column, 17_000, 17_000 + 10 * at) });
    }
    expect(at).toBeGreaterThan(counted.length);
    expect(pieces.brushTile('months')).toEqual(whole.brushTile('months'));
    // Another choice elsewhere ends the making, and what was made.
    const making = whole.prepare('years', column);
    making.next();
    whole.clear('ward');
    expect(making.next().done).toBe(true);
    expect([whole.brushTile('years'), whole.brushTile('months')]).toEqual([null, null]);
  });

  test('a brush from bar to bar is the sum of what was got ready, place by place', () => {
    const random = randomFrom(33);
    const upTo = (n: number) => Math.floor(random() * n);
    const column = table.column('seen');
    const board = new Board(table);
    for (const [name, question] of Object.entries(QUESTIONS)) {
      if (name !== 'odd') board.add(name, question);
    }
    const first = table.column('before');
    board.choose('before', { column: first, runs: runsBetween(first, 3, 17) });
    for (const _ of board.prepare('months', column));
    const brushed = brushSums(board.brushTile('months') as BrushTile);
    const { places } = board.face('months');
    const stretches = places.filter(({ isMissing }) => !isMissing).length;
    for (let round = 0; round < 20; round++) {
      const [from = 0, to = 0] = [upTo(stretches), upTo(stretches)].sort((a, b) => a - b);
      const days = [places[from]?.from ?? 0, (places[to]?.to ?? 0) - 1] as const;
      board.choose('months', { column, runs: runsBetween(column, ...days) });
      const { rows, charts } = brushed(from, to);
      const { months: _, ...others } = board.numbers().charts;
      expect({ rows, charts }).toEqual({ rows: board.numbers().rows, charts: others });
    }
    // Ranks are added up in the order of their rows.
    board.add('odd', QUESTIONS.odd as ChartQuestion);
    for (const _ of board.prepare('months', column));
    expect(board.brushTile('months')).toBeNull();
  });

  test('a board within a cohort counts no other rows', () => {
    const board = new Board(table);
    board.add('ward', { show: 'counts', of: { variable: 'ward' } });
    const rows = table.kernel.bitmap();
    const first = table.column('first');
    addRuns(table.kernel, rows, first, runsOf(first, [1]));
    board.within(rows);
    expect(board.numbers().rows).toBe(table.kernel.count(rows));
    board.add('first', { show: 'counts', of: { variable: 'first' } });
    expect(flat(board, 'first')).toEqual([0, table.kernel.count(rows), 0]);
    board.within(undefined);
    expect(board.numbers().charts.first).toEqual(board.face('first').all);
  });

  test('of very many values the most frequent stand alone, and the others together', () => {
    const board = new Board(table);
    const { places, all } = board.add('person', {
      show: 'counts',
      of: { variable: 'person', most: 5 },
    });
    const persons = valuesOf(frame, 'person');
    const counts = Map.groupBy(persons, (person) => person);
    const present = persons.filter((person) => person !== null);
    const top = [...counts]
      .filter(([person]) => person !== null)
      .map(([person, rows]) => ({ person: String(person), n: rows.length }))
      .toSorted((a, b) => b.n - a.n || compareText(a.person, b.person))
      .slice(0, 5);
    const sum = top.reduce((upTo, { n }) => upTo + n, 0);
    expect(places.slice(0, 5).map(({ value }) => value)).toEqual(
      top.map(({ person }) => person).toSorted(compareText),
    );
    expect(places[5]).toMatchObject({ others: new Set(present).size - 5 });
    const found = all.show === 'counts' ? all.counts : [];
    expect(found.slice(5)).toEqual([present.length - sum, persons.length - present.length]);
    expect(found.slice(0, 5).toSorted()).toEqual(top.map(({ n }) => n).toSorted());
  });

  test('a list is sorted as the frame is', () => {
    const rows = table.kernel.bitmap();
    const ward = table.column('ward');
    addRuns(table.kernel, rows, ward, runsOf(ward, ['Vassall', 'Stockwell']));
    const chosen = table.kernel.rowsOf(rows);
    for (const variable of ['ward', 'seen', 'before', 'rate', 'odd', 'person']) {
      for (const descending of [false, true]) {
        const by = [
          { variable: 'first', descending: !descending },
          { variable, descending },
        ];
        expect(sortedList(table, chosen, by)).toEqual(sortRows(frame, chosen, by));
        expect(sortedList(table, chosen, by.slice(1))).toEqual(
          sortRows(frame, chosen, by.slice(1)),
        );
      }
    }
  });

  test('a board refuses what it cannot show, and says why', () => {
    const board = new Board(table);
    const add = (question: ChartQuestion) => () => board.add('chart', question);
    expect(add({ show: 'counts', of: { variable: 'person' } })).toThrow(Refusal);
    expect(add({ show: 'counts', of: { variable: 'ward', by: 'months' } })).toThrow(Refusal);
    expect(add({ show: 'means', of: 'ward' })).toThrow(Refusal);
    expect(add({ show: 'boxes', of: 'rate' })).toThrow(Refusal);
    expect(add({ show: 'counts', of: { variable: 'nobody' } })).toThrow(Refusal);
    expect(() => board.choose('chart', { rows: table.kernel.bitmap() })).toThrow(Refusal);
  });
});

test('a board gives all memory back that it took, chart by chart or when it is closed', () => {
  const frame = referrals(300, 6);
  const table = openHotTable(
    frame.rows,
    frameColumns(frame),
    (rows, room) => new WatchedKernel(rows, room, host),
  );
  for (const { name } of table.variables) table.column(name);
  const before = new Set(WatchedKernel.taken);
  const board = new Board(table);
  const [ward, seen] = [table.column('ward'), table.column('seen')];
  for (const [name, question] of Object.entries(QUESTIONS)) board.add(name, question);
  for (let day = 0; day < 3; day++) {
    board.choose('ward', { column: ward, runs: runsOf(ward, WARDS.slice(0, 2)) });
    board.choose('months', { column: seen, runs: runsBetween(seen, 17_000, 17_200 + day) });
    for (const _ of board.prepare('months', seen));
    board.choose('months', { column: seen, runs: runsBetween(seen, 17_000, 17_400 + day) });
  }
  expect(WatchedKernel.taken.size).toBeGreaterThan(before.size);
  for (const name of ['ward', 'both', 'rate', 'boxes']) board.remove(name);
  board.close();
  expect(WatchedKernel.taken).toEqual(before);
});
