import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { METHODS } from '../../src/contract/methods.ts';
import { dispatch } from '../../src/engine/dispatch.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { toyProjects, toySession } from '../helpers/toy-project.ts';

function open() {
  const engine = toySession(mkdtempSync(join(tmpdir(), 'attune-')), toyProjects());
  const faults: string[] = [];
  const ask = (method: unknown, input: unknown) =>
    dispatch(engine, { method, input }, UNWATCHED, (text) => faults.push(text));
  return { engine, faults, ask };
}

const refused = (code: string) => ({ refused: expect.objectContaining({ code }) });

describe('dispatch', () => {
  test('answers with the value of the method', async () => {
    const { ask } = open();
    expect(await ask('newProject', { name: 'One' })).toMatchObject({ ok: { title: 'One' } });
    expect(await ask('project', {})).toMatchObject({ ok: { title: 'One' } });
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'close',
    'workbench',
    'note',
    '',
    null,
    undefined,
    7,
    ['start'],
    { toString: () => 'start' },
  ])('%o is no method', async (method) => {
    expect(await open().ask(method, {})).toEqual(refused('unknown-method'));
  });

  test.each(Object.keys(METHODS))('%s refuses what its schema does not take', async (method) => {
    const { ask } = open();
    for (const input of [undefined, null, 'x', 7, { surprise: 1 }, { name: 'a', more: 'b' }]) {
      expect(await ask(method, input)).toEqual(refused('invalid-input'));
    }
  });

  test('a refused input is named by its field, and nothing of it is repeated', async () => {
    const reply = await open().ask('rows', { table: 'people', offset: 'Jane Doe', limit: 10 });
    expect(reply).toMatchObject({ refused: { where: { option: 'offset' } } });
    expect(JSON.stringify(reply)).not.toContain('Jane');
  });

  test('a method of a project is refused while none is open', async () => {
    expect(await open().ask('project', {})).toEqual(refused('no-project'));
  });

  test('a refusal arrives whole', async () => {
    const reply = await open().ask('openProject', { file: join(tmpdir(), 'nowhere.attune') });
    expect(reply).toEqual({
      refused: {
        code: 'file-not-found',
        message: 'There is no such file.',
        hint: '',
        where: { file: 'nowhere.attune' },
      },
    });
  });

  test('any other throw becomes an incident: the stack here, its number there, no data', async () => {
    const { ask, faults } = open();
    await ask('newProject', { name: 'One' });
    const reply = await ask('report', {});
    expect(reply).toEqual(refused('internal-error'));
    expect(JSON.stringify(reply)).not.toContain('999 000');
    const incident = /incident ([0-9a-f]{8})/.exec(JSON.stringify(reply))?.[1];
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`Incident ${incident} in report: Error`);
    expect(faults[0]).toContain('toy-project.ts');
  });
});
