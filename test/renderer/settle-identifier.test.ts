import { describe, expect, test } from 'vitest';
import { settlingStep, tableToSettle } from '../../renderer/settle-identifier.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { findReplace } from '../../src/recipe/find-replace.ts';
import { frameOf } from '../columns/frames.ts';

const frame = frameOf({
  client_id: { kind: 'identifier', values: ['C1', 'C2'] },
  dob: { kind: 'date', values: ['1990-01-02', null] },
  postcode: { kind: 'text', values: ['SE5 8AZ', 'sw1a1aa'] },
});
const table = (name: string, drop: string | null, from?: string): TableInfo => ({
  name,
  label: name,
  unit: 'rows',
  rows: 2,
  version: 1,
  variables: frame.variables.filter((each) => each.name !== drop),
  origin:
    from === undefined
      ? { made: 'import', files: [] }
      : { made: 'recipe', from, steps: [], outcomes: [] },
});

describe('the step that settles an identifier', () => {
  test('is filled in for the column', () => {
    expect(settlingStep('pseudonymise', 'client_id', frame)).toMatchObject({
      op: 'pseudonymise',
      variables: ['client_id'],
    });
    expect(settlingStep('coarsen', 'dob', frame)).toMatchObject({
      op: 'coarsen-dates',
      variables: ['dob'],
      to: 'month',
    });
    expect(settlingStep('shift', 'dob', frame)).toMatchObject({
      op: 'shift-dates',
      variables: ['dob'],
      person: 'client_id',
    });
  });

  test('leaves the district of a postcode', () => {
    const { op, ...parameters } = settlingStep('coarsen', 'postcode', frame);
    expect(op).toBe('find-replace');
    const context = { unit: 'rows', source: 't', digest: () => '', table: () => frame };
    const done = findReplace.apply(frame, parameters, context as never).frame;
    const column = done.columns[2];
    expect(
      column?.type === 'codes' && [...column.codes].map((at) => column.dictionary[at]),
    ).toEqual(['SE5', 'sw1a']);
  });

  test('goes to the cleaned table, and nowhere where that does not have the column', () => {
    const identifier = { table: 't', variable: 'postcode' } as never;
    const raw = table('t', null);
    expect(tableToSettle([raw], identifier)?.name).toBe('t');
    expect(tableToSettle([raw, table('clean', null, 't')], identifier)?.name).toBe('clean');
    expect(tableToSettle([raw, table('clean', 'postcode', 't')], identifier)).toBeUndefined();
  });
});
