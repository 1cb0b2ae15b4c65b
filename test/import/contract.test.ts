import { describe, expect, test } from 'vitest';
import { loadFile } from '../../src/import/load-file.ts';
import type { FileReading, ImportDecisions } from '../../src/model/importing.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { bookOf, fileOf, load, preview, refusalOf, sheetRow, valuesOf } from './fixtures.ts';

function replay(file: string, contract: ImportDecisions, changes = {}) {
  const reading: FileReading = { file, contract, changes };
  return loadFile(reading, UNWATCHED);
}

/** As it is saved in a file and read back. */
function saved(decisions: ImportDecisions): ImportDecisions {
  return JSON.parse(JSON.stringify(decisions));
}

const FIRST = 'id;seen;q7;note\nHB1;03/04/2021;1;a\nHB2;05/06/2021;99;b\nHB3;07/08/2021;4;c\n';
const DECIDED = {
  columns: [
    { position: 0, name: 'person' },
    { position: 1, dateOrder: 'dmy' },
    { position: 2, missing: [{ code: '99', reason: 'not answered' }] },
    { position: 3, keep: false },
  ],
  required: ['person'],
};

describe('contract', () => {
  test('replays to the same table', async () => {
    const file = fileOf(FIRST);
    const first = await load(file, DECIDED);
    const again = await replay(file, saved(first.decisions));
    expect(again).toEqual(first);
  });

  test('is applied to the next extract, columns found by their heading', async () => {
    const { decisions } = await load(fileOf(FIRST), DECIDED);
    const next = fileOf('note;q7;id;seen\nx;99;HB7;09/10/2022\ny;2;;11/12/2022\n');
    const loaded = await replay(next, saved(decisions));
    expect(loaded.frame.variables.map(({ name }) => name)).toEqual(['q7', 'person', 'seen']);
    expect(valuesOf(loaded, 'seen')).toEqual(['2022-10-09']);
    expect(valuesOf(loaded, 'q7')).toEqual([null]);
    expect(loaded.receipt.quarantine[0]?.reason).toBe('person is required and has no value');
    expect(loaded.decisions.columns.map(({ position, header }) => [position, header])).toEqual([
      [0, 'note'],
      [1, 'q7'],
      [2, 'id'],
      [3, 'seen'],
    ]);
  });

  test('the kind is kept where the data alone would say another', async () => {
    const { decisions } = await load(fileOf(FIRST), DECIDED);
    const next = fileOf('id;seen;q7;note\nHB7;09/10/2022;x;\nHB8;10/10/2022;y;\n');
    const loaded = await replay(next, saved(decisions));
    expect(loaded.decisions.columns[2]?.kind).toBe('integer');
    expect(loaded.receipt.problems).toEqual([
      { column: 'q7', reason: 'not a whole number', n: 2, firstRow: 2 },
    ]);
  });

  test('missing and new columns are refused with both lists', async () => {
    const { decisions } = await load(fileOf(FIRST), DECIDED);
    const refusal = await refusalOf(
      replay(fileOf('id;seen;q8;note\nHB1;1;2;3\n'), saved(decisions)),
    );
    expect(refusal.code).toBe('columns-differ');
    expect(refusal.message).toBe(
      'The columns are not those of the saved decisions. Missing: q7. New: q8.',
    );
  });

  test('dates that contradict the saved order are asked anew', async () => {
    const { decisions } = await load(fileOf(FIRST), DECIDED);
    const next = fileOf('id;seen;q7;note\nHB1;04/25/2021;1;a\nHB2;05/06/2021;2;b\n');
    expect((await refusalOf(replay(next, saved(decisions)))).code).toBe('unanswered-question');
    const changes = { columns: [{ position: 1, dateOrder: 'mdy' }] };
    const loaded = await replay(next, saved(decisions), changes);
    expect(valuesOf(loaded, 'seen')).toEqual(['2021-04-25', '2021-05-06']);
  });

  test('another encoding is refused instead of read as other letters', async () => {
    const { decisions } = await load(fileOf(Buffer.from('id,name\n1,Zo\xeb\n', 'latin1')));
    const refusal = await refusalOf(replay(fileOf('id,name\n1,Zoë\n'), saved(decisions)));
    expect(refusal).toMatchObject({ code: 'encoding-differs', where: { option: 'encoding' } });
    const plain = await replay(fileOf('id,name\n1,Ann\n'), saved(decisions));
    expect(valuesOf(plain, 'name')).toEqual(['Ann']);
  });

  test('repeated headings are matched in their order', async () => {
    const text = 'Score,Score,\n1,x,7\n2,y,8\n';
    const { decisions } = await load(fileOf(text), { columns: [{ position: 1, name: 'Word' }] });
    const loaded = await replay(fileOf(text), saved(decisions));
    expect(loaded.frame.variables.map(({ name }) => name)).toEqual(['Score', 'Word', 'Column 3']);
  });

  test('a contract for text is refused for a workbook', async () => {
    const { decisions } = await load(fileOf(FIRST), DECIDED);
    const book = bookOf({ rows: sheetRow(1, ['id', 'seen']) + sheetRow(2, ['HB1', 2]) });
    expect((await refusalOf(replay(book, saved(decisions)))).code).toBe('other-kind-of-file');
  });
});

describe('changes', () => {
  test('another kind brings its own evidence and missing codes', async () => {
    const file = fileOf('id,n\nHB1,12\nHB2,NK\nHB3,14\n');
    const asText = await load(file, { columns: [{ position: 1, kind: 'text' }] });
    expect(valuesOf(asText, 'n')).toEqual(['12', 'NK', '14']);
    expect(asText.decisions.columns[1]).toMatchObject({ kind: 'text', missing: [] });
    const asDate = await preview(file, { columns: [{ position: 1, kind: 'date' }] });
    expect(asDate.columns[1]?.problems.map(({ raw }) => raw)).toEqual(['12', '14']);
  });

  test('no header, a footer, a delimiter', async () => {
    const file = fileOf('a;b\nc;d\ne;f\n');
    const loaded = await load(file, { header: { row: 0, rows: 0 }, footer: 1 });
    expect(valuesOf(loaded, 'Column 1')).toEqual(['a', 'c']);
    const one = await load(file, { delimiter: ',' });
    expect(one.frame.variables.map(({ name }) => name)).toEqual(['a;b']);
  });

  test.each([
    ['a name twice', { columns: [{ position: 1, name: 'ID ' }] }, 'name-taken'],
    ['no name', { columns: [{ position: 1, name: ' ' }] }, 'name-taken'],
    ['a column that is not there', { columns: [{ position: 9, keep: false }] }, 'unknown-column'],
    ['a required column that is not there', { required: ['age'] }, 'unknown-column'],
    ['a header of four rows', { header: { row: 1, rows: 4 } }, 'header-rows'],
  ])('%s is refused', async (_, changes, code) => {
    expect((await refusalOf(load(fileOf('id,n\nHB1,12\n'), changes))).code).toBe(code);
  });
});
