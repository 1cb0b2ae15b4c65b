import { conditionBitmap } from '../../cohort/condition-bitmap.ts';
import { addRuns } from '../../columns/hot/code-runs.ts';
import type { HotColumn } from '../../columns/hot/hot-column.ts';
import { hotValue } from '../../columns/hot/hot-value.ts';
import { type CodeList, classify } from '../code-list.ts';
import { CODE_LISTS, codeListNamed } from '../code-lists.ts';
import { failingCells, runsFailing } from '../column-rows.ts';
import type { RowKind, TestOf } from '../rule-kind.ts';
import { labelOf } from '../wording.ts';

type Test = TestOf<'code-list'>;

/** A cell is right when it is a code of the list just as the list writes it. */
function isRight(list: CodeList, test: Test, value: string | number, on?: string): boolean {
  const found = classify(list, String(value), on);
  if (found.class === 'invalid') return false;
  return found.note === '' || (test.local === 'allowed' && found.note.endsWith('local character'));
}

export const codeList: RowKind<Test> = {
  label: 'is a code of a list',
  severity: 'medium',
  dimension: 'validity',
  fields: [
    {
      key: 'variable',
      label: 'Variable',
      form: { of: 'variable', kinds: ['category', 'text', 'identifier', 'integer'] },
    },
    {
      key: 'list',
      label: 'List',
      form: {
        of: 'choice',
        choices: CODE_LISTS.map(({ id, name }) => ({ value: id, label: name })),
      },
    },
    {
      key: 'on',
      label: 'In use on the day of',
      form: { of: 'variable', kinds: ['date'] },
      optional: true,
    },
    {
      key: 'local',
      label: 'A local second character',
      form: { of: 'choice', choices: [{ value: 'allowed', label: 'is allowed' }] },
      optional: true,
    },
  ],
  asks: 'rows',
  sentence: ({ variable, list, on }, words) => {
    const said = `${labelOf(words.variables, variable)} is a code of “${codeListNamed(list).name}”`;
    return on === undefined ? said : `${said} in use on the day of ${labelOf(words.variables, on)}`;
  },
  check: (test, { table }) => {
    const list = codeListNamed(test.list);
    const verdict = failingCells(table, [test.variable], (column) =>
      runsFailing(column, (value) => !isRight(list, test, value)),
    );
    if (test.on === undefined) return verdict;
    for (const span of spans(list)) addOutside(test, table, list, span, verdict.rows);
    return { ...verdict, cells: table.kernel.count(verdict.rows) };
  },
  explain: (test, { table }, row) => {
    const { variable, on } = test;
    const list = codeListNamed(test.list);
    const text = String(hotValue(table.column(variable), row));
    const day = on === undefined ? undefined : hotValue(table.column(on), row);
    const { note } = classify(list, text, day === null ? undefined : (day as string | undefined));
    const said = `${labelOf(table.variables, variable)} is “${text}”`;
    return {
      wrong: [variable],
      ...(on !== undefined && note.startsWith('in use') ? { against: [on] } : {}),
      sentence: note ? `${said}: ${note}.` : `${said}, which is not in “${list.name}”.`,
    };
  },
};

type Span = { from?: string; until?: string };

/** The times of use that codes of the list have. */
function spans({ codes }: CodeList): Span[] {
  const found = codes.filter(({ from, until }) => from !== undefined || until !== undefined);
  return [...new Map(found.map((each) => [`${each.from} ${each.until}`, each])).values()];
}

/** Adds the rows that have a code of one time of use on a day outside it. */
function addOutside(
  { variable, on = '' }: Test,
  table: Parameters<typeof conditionBitmap>[1],
  list: CodeList,
  { from, until }: Span,
  into: Uint32Array,
): void {
  const { kernel } = table;
  const column: HotColumn = table.column(variable);
  const own = kernel.bitmap();
  const inUse = runsFailing(column, (value) => {
    const { code } = classify(list, String(value));
    return code !== null && code.from === from && code.until === until;
  });
  addRuns(kernel, own, column, inUse);
  const late = conditionBitmap(
    {
      any: [
        ...(from === undefined ? [] : [{ op: 'before' as const, variable: on, value: from }]),
        ...(until === undefined
          ? []
          : [
              {
                all: [
                  { op: 'on-or-after' as const, variable: on, value: until },
                  { op: 'is-not' as const, variable: on, value: until },
                ],
              },
            ]),
      ],
    },
    table,
  );
  kernel.and(own, late);
  kernel.or(into, own);
  kernel.release(own);
  kernel.release(late);
}
