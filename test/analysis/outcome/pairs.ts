import { runAnalysis } from '../../../src/analysis/analyses.ts';
import { pairFrame } from '../../../src/measures/pair.ts';
import { scoreFrame } from '../../../src/measures/score.ts';
import { columnNamed, type Frame, variableNamed } from '../../../src/model/frame.ts';
import type { Measure, Subscale } from '../../../src/model/measure.ts';
import type { Finding, OptionValue } from '../../../src/model/result.ts';
import { frameOf } from '../../columns/frames.ts';

type Score = number | null;

const source = { text: 'A test', status: 'convention' } as const;

/** One score from 0 to 45, higher is better, given as it is. */
export const DEMO: Subscale = {
  key: 'total',
  name: 'Demo',
  items: [],
  score: 'supplied',
  range: { low: 0, high: 45 },
  direction: 'higher',
  level: 'scale',
  levels: [],
  missing: { minItems: 0, prorate: false },
  cutoffs: [],
  reliableChange: [],
  sources: { items: source, range: source, direction: source, missing: source },
};

/** Scores of people at T1 and T2, as the product makes them: scored, then paired. */
export function pairsOf(
  scores: Readonly<
    Record<string, { subscale: Subscale; before: readonly Score[]; after: readonly Score[] }>
  >,
  more: Parameters<typeof frameOf>[0] = {},
): Frame {
  const entries = Object.entries(scores);
  const people = (entries[0]?.[1].before ?? []).map((_, i) => `p${i + 1}`);
  const measure: Measure = {
    id: 'demo',
    version: '1',
    name: 'Demo',
    short: 'DEMO',
    reference: '',
    licence: '',
    stage: '',
    cautions: [],
    answers: 'raw',
    items: [],
    key: source,
    subscales: entries.map(([key, { subscale }]) => ({ ...subscale, key })),
  };
  const received = frameOf({
    id: { kind: 'identifier', values: people },
    ...Object.fromEntries(
      entries.flatMap(([key, { before, after }]) => [
        [`${key}_T1`, { kind: 'decimal' as const, values: [...before] }],
        [`${key}_T2`, { kind: 'decimal' as const, values: [...after] }],
      ]),
    ),
    ...more,
  });
  const totals = (time: string) =>
    Object.fromEntries(entries.map(([key]) => [key, `${key}_${time}`]));
  const { frame } = scoreFrame(
    received,
    {
      measure: 'demo',
      person: 'id',
      layout: {
        form: 'wide',
        blocks: ['T1', 'T2'].map((time) => ({ time, totals: totals(time) })),
      },
    },
    { measures: [measure] },
  );
  return pairFrame(
    frame,
    {
      person: 'person',
      time: 'time',
      before: 'T1',
      after: 'T2',
      eligible: { table: 'people', person: 'id' },
    },
    {
      people: people.map((person) => ({ person, from: null, until: null })),
      carried: Object.keys(more).map((name) => [
        variableNamed(received, name),
        columnNamed(received, name),
      ]),
    },
  ).frame;
}

export function analysed(
  id: string,
  frame: Frame,
  options: Readonly<Record<string, OptionValue>> = {},
): Finding {
  const rows = Uint32Array.from({ length: frame.rows }, (_, i) => i);
  return runAnalysis(id, { frame, rows, unit: 'people' }, options);
}

export function numberAt(finding: Finding, key: string): number | null {
  const found = finding.estimates.find((each) => each.key === key);
  if (found) return found.value;
  throw new Error(
    `no estimate ${key} among ${finding.estimates.map((each) => each.key).join(', ')}`,
  );
}

/** A table as it is read: header and texts. */
export function cellsOf(finding: Finding, table: string): (string | number | null)[][] {
  const found = finding.tables.find(({ id }) => id === table);
  return (found?.rows ?? []).map(({ cells }) => cells.map(({ text, value }) => text ?? value));
}

export const repeated = (counts: readonly (readonly [number, number])[]) =>
  counts.flatMap(([value, n]) => Array.from({ length: n }, () => value));
