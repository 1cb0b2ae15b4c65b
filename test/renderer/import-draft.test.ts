import { describe, expect, test } from 'vitest';
import {
  decide,
  importRequest,
  labelOf,
  modeOf,
  NEW_DRAFT,
  previewRequest,
  undoDecision,
} from '../../renderer/import-draft.ts';
import type { ImportPreview } from '../../src/model/reimport.ts';

const UNIT = { id: 1, token: 't', name: 'people april.csv', bytes: 10 };

function preview(more: Partial<ImportPreview> = {}): ImportPreview {
  return { matches: [], receipt: { sheet: null }, ...more } as ImportPreview;
}

const MATCH = { table: 'people', same: 5, of: 5, lacking: [], added: [] };

describe('what was decided', () => {
  test('is taken back step by step, with the answers that belonged to it', () => {
    const one = decide(NEW_DRAFT, 'kind of Age', { changes: { footer: 1 } });
    const two = decide(one, 'header', { changes: { footer: 2 } });
    expect(two.past.map(({ label }) => label)).toEqual(['kind of Age', 'header']);
    expect(undoDecision(two).changes).toEqual({ footer: 1 });
    expect(undoDecision(undoDecision(two))).toMatchObject({ changes: {}, past: [] });
    expect(undoDecision(NEW_DRAFT)).toBe(NEW_DRAFT);
    expect(decide(two, 'the same again', { changes: { footer: 2 } })).toBe(two);
  });

  test('anew has to be accepted anew', () => {
    const accepted = { ...NEW_DRAFT, target: { ...NEW_DRAFT.target, acceptDrift: true } };
    expect(decide(accepted, 'footer', { changes: { footer: 1 } }).target.acceptDrift).toBe(false);
  });
});

describe('where a file goes', () => {
  test('is asked when a table fits, and a new table otherwise', () => {
    expect(modeOf(NEW_DRAFT, preview())).toBe('new');
    expect(modeOf(NEW_DRAFT, preview({ matches: [MATCH] }))).toBe(null);
    expect(modeOf(NEW_DRAFT, preview({ matches: [{ ...MATCH, same: 3 }] }))).toBe('new');
    expect(importRequest(UNIT, NEW_DRAFT, preview({ matches: [MATCH] }), [])).toBe(null);
  });

  test('a new table is named after its file, unlike those that are there', () => {
    expect(importRequest(UNIT, NEW_DRAFT, preview(), ['people_april'])).toEqual({
      file: 't',
      changes: {},
      table: 'people_april_2',
      label: 'People april',
      unit: 'rows',
    });
  });

  test('an update names its key, and is looked at under the decisions of its table', () => {
    const target = { ...NEW_DRAFT.target, mode: 'update', table: 'people', key: ['id'] } as const;
    const draft = { ...NEW_DRAFT, target };
    expect(previewRequest(UNIT, draft)).toMatchObject({ file: 't', table: 'people' });
    expect(importRequest(UNIT, draft, preview(), [])).toEqual({
      file: 't',
      changes: {},
      mode: 'update',
      table: 'people',
      key: ['id'],
    });
    const appended = { ...draft, target: { ...target, mode: 'append' as const } };
    expect(importRequest(UNIT, appended, preview(), [])).not.toHaveProperty('key');
  });

  test('a stack goes as one reading, each sheet by its name, called by what its parts share', () => {
    const unit = { ...UNIT, name: 'Q1 visits.csv', stack: [{ ...UNIT, token: 'u', sheet: 'Two' }] };
    expect(previewRequest(unit, NEW_DRAFT)).toEqual({
      file: 't',
      changes: {},
      stack: [{ file: 'u', changes: { sheet: 'Two' } }],
    });
    const parts = ['referrals Q1.csv', 'referrals Q2.csv'].map((name) => ({
      file: name,
      sheet: null,
    }));
    const shown = preview({
      receipt: { sheet: null, parts } as unknown as ImportPreview['receipt'],
    });
    expect(labelOf(unit, NEW_DRAFT, shown)).toBe('Referrals');
  });
});
