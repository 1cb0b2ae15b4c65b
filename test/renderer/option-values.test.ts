import { describe, expect, test } from 'vitest';
import {
  fitOptions,
  fitWords,
  moved,
  optionWords,
  sameOptions,
  stillNeeded,
} from '../../renderer/option-values.ts';
import type { AnalysisDescription } from '../../src/model/option.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Kind, Variable } from '../../src/model/variable.ts';

const variable = (name: string, label: string, kind: Kind): Variable => ({
  name,
  label,
  kind,
  level: 'nominal',
  values: [],
  missing: [],
  evidence: '',
});
const table: TableInfo = {
  name: 'pairs',
  label: 'Pairs',
  unit: 'people',
  rows: 114,
  variables: [variable('w1', 'Warmth, T1', 'decimal'), variable('site', 'Site', 'category')],
  origin: { made: 'import', files: [] },
  version: 1,
};
const analysis: AnalysisDescription = {
  id: 'x',
  title: 'Paired t-test',
  question: 'change',
  answers: 'Did scores change?',
  words: [],
  guide: { formula: [], sources: [], refuses: [] },
  options: [
    {
      key: 'before',
      label: 'Before',
      help: '',
      type: 'variable',
      kinds: ['decimal'],
      required: true,
    },
    {
      key: 'many',
      label: 'Groups',
      help: '',
      type: 'variables',
      kinds: ['category'],
      min: 0,
      max: 3,
    },
    {
      key: 'level',
      label: 'Level',
      help: '',
      type: 'number',
      min: 0.5,
      max: 1,
      step: 0.01,
      default: 0.95,
    },
  ],
};

describe('options of an analysis', () => {
  test('have their defaults, and say what is still needed', () => {
    const values = fitOptions(analysis, {}, table);
    expect(values).toEqual({ before: null, many: [], level: 0.95 });
    expect(stillNeeded(analysis, values)).toEqual(['Before']);
  });

  test('drop variables that this table does not have, or has of another kind', () => {
    const values = fitOptions(
      analysis,
      { before: 'site', many: ['site', 'gone'], level: 0.9 },
      table,
    );
    expect(values).toEqual({ before: null, many: ['site'], level: 0.9 });
  });

  test('are held against what a table has', () => {
    expect(fitWords(analysis, table)).toEqual({ fits: true, words: 'Before: decimal; 1 here' });
    const empty = { ...table, variables: [] };
    expect(fitWords(analysis, empty)).toEqual({ fits: false, words: 'Before: decimal; none here' });
  });

  test('are told in labels', () => {
    const [before, many] = analysis.options;
    if (before === undefined || many === undefined) throw new Error('options');
    expect(optionWords(before, 'w1', table)).toBe('Warmth, T1');
    expect(optionWords(many, [], table)).toBe('none');
    const number = { key: 'r', label: 'Reliability', help: '', type: 'number' } as const;
    const reliability = { ...number, min: 0, max: 1, step: 0.01, default: 0, zero: 'none given' };
    expect(optionWords(reliability, 0, table)).toBe('none given');
    expect(optionWords(reliability, 0.8, table)).toBe('0.8');
  });
});

test('an entry is moved within its list and nowhere else', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});

test('of what another analysis was asked, only what this one takes stays', () => {
  const description = {
    options: [
      {
        key: 'primary',
        label: 'Primary test',
        help: '',
        type: 'choice',
        choices: [{ value: 'fisher', label: 'Fisher' }],
        default: 'fisher',
      },
      {
        key: 'level',
        label: 'Level',
        help: '',
        type: 'number',
        min: 50,
        max: 99,
        step: 1,
        default: 95,
      },
      { key: 'correct', label: 'Correct', help: '', type: 'switch', default: true },
    ],
  } as unknown as AnalysisDescription;
  expect(fitOptions(description, { primary: 'welch', level: 90, correct: 'yes' }, table)).toEqual({
    primary: 'fisher',
    level: 90,
    correct: true,
  });
});

test('a result that is older than an option was made with its default', () => {
  const description = {
    options: [
      { key: 'weight', label: 'Weight', help: '', type: 'variable', kinds: [], required: false },
      {
        key: 'level',
        label: 'Level',
        help: '',
        type: 'number',
        min: 50,
        max: 99,
        step: 1,
        default: 95,
      },
    ],
  } as unknown as AnalysisDescription;
  expect(sameOptions(description, { weight: null, level: 95 }, {})).toBe(true);
  expect(sameOptions(description, { weight: null, level: 90 }, { level: 95 })).toBe(false);
});
