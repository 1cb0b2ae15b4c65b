import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { allCommands, commandNamed } from '../../src/cli/commands.ts';
import { attune } from '../helpers/run-attune.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
});

const run = (...args: string[]) => attune(args, folder);

describe('attune', () => {
  test('the analyses there are: all, found by words, one with its options, none', () => {
    const idsOf = (...words: string[]) =>
      (JSON.parse(run('analyses', ...words, '--json').stdout) as { id: string }[]).map(
        ({ id }) => id,
      );
    expect(idsOf().length).toBeGreaterThan(30);
    expect(idsOf('anova')).toEqual(
      expect.arrayContaining(['one-way-anova', 'two-way-anova', 'repeated-anova']),
    );
    expect(idsOf('chi-squared')).toContain('crosstab');
    expect(idsOf('t-test')).toEqual(
      expect.arrayContaining(['paired-t', 'independent-t', 'one-sample-t']),
    );
    expect(run('analyses', 'kappa').stdout).toContain('none | linear | quadratic');
    const none = run('analyses', 'astrology');
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('No analysis is found by “astrology”.');
  });

  test('from a file to a result, each step with one JSON document', () => {
    writeFileSync(
      join(folder, 'scores.csv'),
      ['id,before,after', ...[1, 2, 3, 4, 5, 6].map((i) => `00${i},${i},${i + (i % 3)}`)].join(
        '\n',
      ),
    );
    writeFileSync(
      join(folder, 'spec.json'),
      JSON.stringify({
        id: 'change',
        analysis: 'paired-t',
        table: 'scores',
        options: { before: ['before'], after: ['after'] },
      }),
    );
    expect(run('new', 'p.attune').code).toBe(0);
    const imported = run('import', 'p.attune', 'scores.csv', '--save-contract', 'c.json', '--json');
    expect(imported.code, imported.stderr).toBe(0);
    expect(JSON.parse(imported.stdout)[0]).toMatchObject({
      table: 'scores',
      receipt: { read: 7, loaded: 6, skipped: 1 },
    });
    expect(JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8')).format).toBe('attune-import/1');
    expect(JSON.parse(run('tables', 'p.attune', '--json').stdout).tables[0].rows).toBe(6);
    expect(
      JSON.parse(run('rows', 'p.attune', 'scores', '--limit', '2', '--json').stdout),
    ).toMatchObject({
      n: 6,
      variables: ['id', 'before', 'after'],
      rows: [{ cells: ['001', 1, 2] }, { cells: ['002', 2, 4] }],
    });
    const where = run('rows', 'p.attune', 'scores', '--where', 'before 2 to 3', '--json');
    expect(JSON.parse(where.stdout)).toMatchObject({
      n: 2,
      where: { condition: { op: 'between', variable: 'before', low: 2, high: 3 } },
    });
    const lost = run('rows', 'p.attune', 'scores', '--where', 'of the elephants');
    expect(lost.code).toBe(1);
    expect(lost.stderr).toContain('not understood: elephants');
    const analysed = run('analyse', 'p.attune', 'spec.json', '--json');
    expect(analysed.code, analysed.stderr).toBe(0);
    expect(JSON.parse(analysed.stdout)[0]).toMatchObject({ id: 'change', n: { used: 6 } });
    for (const file of ['change.docx', 'change.xlsx', 'change.csv', 'change.svg', 'change.json']) {
      expect(run('export', 'p.attune', 'change', '--to', file).code, file).toBe(0);
    }
    expect(run('export', 'p.attune', 'scores', '--to', 'scores.xlsx').code).toBe(0);
    expect(run('report', 'p.attune', '--out', 'pack').code).toBe(0);
    expect(readdirSync(join(folder, 'pack'))).toContain('results.json');
    expect(JSON.parse(run('verify', 'p.attune', '--json').stdout).ok).toBe(true);
  });

  test('a dry run shows the receipt and changes nothing', () => {
    writeFileSync(join(folder, 'a.csv'), 'id,n\n1,2\n');
    run('new', 'p.attune');
    const dry = run('import', 'p.attune', 'a.csv', '--dry-run', '--json');
    expect(JSON.parse(dry.stdout)[0].receipt).toMatchObject({ read: 2, loaded: 1 });
    expect(JSON.parse(run('tables', 'p.attune', '--json').stdout).tables).toEqual([]);
  });

  test('statistics on given numbers', () => {
    writeFileSync(
      join(folder, 'cases.json'),
      JSON.stringify({
        cases: [
          { id: 'a', test: 't_paired', input: { x: [1, 2, 4, null], y: [2, 4, 5, 6] } },
          { id: 'b', test: 'no_such_test', input: {} },
        ],
      }),
    );
    const { results } = JSON.parse(run('stats', 'cases.json', '--json').stdout);
    expect(results[0]).toMatchObject({ id: 'a', result: { n_pairs: 3 } });
    expect(results[1]).toMatchObject({ id: 'b', refused: { code: 'unknown-statistic' } });
  });

  describe('bad input is refused with exit 1 and leaves nothing behind', () => {
    test.each([
      ['an empty file', 'empty.csv', ''],
      ['an old Excel file', 'old.xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old workbook'],
      [
        'a protected workbook',
        'locked.xlsx',
        `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0`,
      ],
      ['a picture called .csv', 'photo.csv', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
      ['a file with no rows', 'headers.csv', 'id,name\n'],
      ['a truncated workbook', 'cut.xlsx', 'PK\x03\x04\x14\0\x08\0\x08\0'],
    ])('%s', (_, name, content) => {
      writeFileSync(join(folder, name), Buffer.from(content, 'latin1'));
      run('new', 'p.attune');
      const before = readdirSync(folder);
      const refused = run('import', 'p.attune', name, '--json');
      expect(refused.code).toBe(1);
      expect(JSON.parse(refused.stdout).refused.where.file).toBe(name);
      expect(refused.stderr.trim().split('\n')).toHaveLength(1);
      expect(refused.stderr).toContain(name);
      expect(readdirSync(folder)).toEqual(before);
      expect(JSON.parse(run('tables', 'p.attune', '--json').stdout).tables).toEqual([]);
    });

    test('a project file that is not one', () => {
      writeFileSync(join(folder, 'p.attune'), 'not a project');
      const refused = run('tables', 'p.attune');
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('not an Attune project');
      expect(readFileSync(join(folder, 'p.attune'), 'utf8')).toBe('not a project');
    });

    test('a project that is there already is not made again', () => {
      run('new', 'p.attune');
      expect(run('new', 'p.attune').code).toBe(1);
    });
  });

  test.each([
    [['nonsense']],
    [['new']],
    [['new', 'a', 'b']],
    [['import', 'p.attune', 'a.csv', '--nonsense']],
    [['rows', 'p.attune', 't', '--limit', 'many']],
    [['report', 'p.attune']],
    [[]],
  ])('wrong usage %j is exit 2, with the usage on it', (args) => {
    const { code, stderr, stdout } = attune(args, folder);
    expect(code).toBe(2);
    expect(stderr + stdout).toContain('attune');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('help names every command', async () => {
    const { code, stdout } = run('help');
    expect(code).toBe(0);
    for (const command of await allCommands()) {
      expect(stdout).toContain(`${command.name} ${command.usage}`);
      expect(await commandNamed(command.name)).toBe(command);
    }
    expect(await commandNamed('toString')).toBeUndefined();
  });
});
