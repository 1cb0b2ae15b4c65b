import { APP } from '../app.ts';
import { readFile } from '../import/read-file.ts';
import { textAt } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import type { Artifact, Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { rowSource } from '../model/row-source.ts';
import { kindOf } from '../quality/rule-kinds.ts';
import { shownText } from '../quality/shown-text.ts';
import { QUERY_ANSWER, QUERY_NUMBER, QUERY_SHEET } from '../report/query-headings.ts';
import { writeQueriesXlsx } from '../report/xlsx.ts';
import { writeJournal } from '../store/journal.ts';
import { answerQuery, askQuery } from '../store/quality.ts';
import { inTransactionNow } from '../store/transaction.ts';
import { openCheckedTables } from './checked-table.ts';
import type { Context } from './context.ts';
import { chosen, openFailing } from './failing-rows.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The failing rows as questions to whoever sent them: number of the question, place in the file, the
 * record's id, the cells that the rule looked at, what is wrong. Nothing else leaves; identifiers are
 * masked, as the sender finds the row by its place. The questions are kept, to take the answers in.
 */
export async function exportQueries(
  context: Context,
  input: { rule: string; rows?: readonly number[] },
): Promise<Artifact> {
  const { db } = context.project;
  const failing = openFailing(context, input.rule);
  const { rule, kind, data, key } = failing;
  const table = context.table(rule.table);
  const rows = input.rows ? chosen(failing, input.rows) : Array.from(failing.rows);
  const at = new Date().toISOString();
  const numbers = inTransactionNow(context.project, () => {
    const asked = rows.map((row) => askQuery(db, rule.id, failing.mark(row), at));
    writeJournal(
      db,
      'exportQueries',
      `Wrote ${formatNumber(rows.length, 'count')} questions about ${rule.table} for the sender (${rule.id}).`,
    );
    return asked;
  });
  const source = rowSource(table.origin);
  const [only] = table.origin.made === 'import' ? table.origin.files : [];
  const { origin } = context.frame(table);
  const explained = rows.map((row) => ({ row, ...kind.explain(rule.test, data, row) }));
  const looked = [
    ...new Set(explained.flatMap(({ wrong, against = [] }) => [...wrong, ...against])),
  ].filter((name) => name !== key);
  const shown = [...(key === null ? [] : [key]), ...looked.slice(0, 8)];
  const label = (name: string) => data.table.column(name).variable.label;
  const sentence =
    rule.label ??
    kindOf(rule.test).sentence(rule.test, openCheckedTables(context).words(rule.table));
  const bytes = await writeQueriesXlsx({
    app: APP,
    title: `${table.label}: ${sentence}`,
    notes: [
      `${formatNumber(rows.length, 'count')} of ${formatNumber(table.rows, 'count')} rows do not meet this.`,
      `Look each row up by its place in the file and write into the column “${QUERY_ANSWER}” what is right, or that it is right as it stands. Leave the column “${QUERY_NUMBER}” as it is.`,
    ],
    headers: [QUERY_NUMBER, 'File', 'Row of the file', ...shown.map(label), 'What is asked'],
    rows: explained.map(({ row, sentence: wrong }, i) => [
      numbers[i] ?? 0,
      (source ? source(row) : only)?.name ?? '',
      origin[row] ?? row + 1,
      ...shown.map((name) => shownText(data.table, name, row)),
      wrong,
    ]),
  });
  return { name: `queries ${table.name}.xlsx`, mime: XLSX, bytes };
}

/** @throws Refusal `not-a-query-list` and those of reading a file */
export async function importAnswers(
  context: Context,
  { file }: { file: string },
  task: Task,
): Promise<{ answered: number; unknown: number }> {
  const { db } = context.project;
  const first = await readFile({ file, changes: { sheet: QUERY_SHEET } }, task);
  const { decisions } = first;
  // Whatever an answer looks like, it is text.
  const columns = decisions.columns.map(({ position }) => ({ position, kind: 'text' as const }));
  const read = await readFile({ file, changes: { sheet: QUERY_SHEET, columns } }, task);
  const columnOf = (header: string) => {
    const at = read.decisions.columns
      .filter(({ keep }) => keep)
      .findIndex((each) => each.header.trim() === header);
    const column = read.frame.columns[at];
    if (column) return column;
    throw new Refusal('not-a-query-list', `The sheet ${QUERY_SHEET} has no column “${header}”.`, {
      hint: 'Take the workbook that Attune wrote, with the answers filled in.',
      where: { file: read.receipt.file, sheet: QUERY_SHEET },
    });
  };
  const [numbers, answers] = [columnOf(QUERY_NUMBER), columnOf(QUERY_ANSWER)];
  const at = new Date().toISOString();
  return inTransactionNow(context.project, () => {
    let [answered, unknown] = [0, 0];
    for (let row = 0; row < read.frame.rows; row++) {
      const answer = textAt(answers, row).trim();
      if (answer === '') continue;
      if (answerQuery(db, Number(textAt(numbers, row)), answer, at)) answered += 1;
      else unknown += 1;
    }
    writeJournal(
      db,
      'importAnswers',
      `Took in ${answered} answers from ${read.receipt.file}${unknown > 0 ? `; ${unknown} belong to no question of this project` : ''}.`,
    );
    return { answered, unknown };
  });
}
