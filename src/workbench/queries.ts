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
import { answerQuery, askQuery, sendQuery } from '../store/quality.ts';
import type { StoredTable } from '../store/tables.ts';
import { inTransactionNow } from '../store/transaction.ts';
import type { Context } from './context.ts';
import { chosen, type Failing, openFailing } from './failing-rows.ts';
import { rowSender } from './row-sender.ts';
import { openBySender } from './senders.ts';

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
  const failing = openFailing(context, input.rule);
  const { rule, kind, data, key } = failing;
  const table = context.table(rule.table);
  const rows = input.rows ? chosen(failing, input.rows) : Array.from(failing.rows);
  const numbers = askAbout(
    context,
    [{ failing, rows }],
    `Wrote ${formatNumber(rows.length, 'count')} questions about ${rule.table} for the sender (${rule.id}).`,
  );
  const explained = rows.map((row) => ({ row, ...kind.explain(rule.test, data, row) }));
  const looked = [
    ...new Set(explained.flatMap(({ wrong, against = [] }) => [...wrong, ...against])),
  ].filter((name) => name !== key);
  const shown = [...(key === null ? [] : [key]), ...looked.slice(0, 8)];
  const label = (name: string) => data.table.column(name).variable.label;
  const placeOf = placesIn(context, table);
  const bytes = await writeQueriesXlsx({
    app: APP,
    title: `${table.label}: ${sentenceOf(failing)}`,
    notes: [
      `${formatNumber(rows.length, 'count')} of ${formatNumber(table.rows, 'count')} rows do not meet this.`,
      HOW_TO_ANSWER,
    ],
    headers: [QUERY_NUMBER, 'File', 'Row of the file', ...shown.map(label), 'What is asked'],
    rows: explained.map(({ row, sentence: wrong }, i) => [
      numbers[i] ?? 0,
      ...placeOf(row),
      ...shown.map((name) => shownText(data.table, name, row)),
      wrong,
    ]),
  });
  return { name: `queries ${table.name}.xlsx`, mime: XLSX, bytes };
}

const HOW_TO_ANSWER = `Look each row up by its place in the file and write into the column “${QUERY_ANSWER}” what is right, or that it is right as it stands. Leave the column “${QUERY_NUMBER}” as it is.`;

/**
 * Everything open that one sender is asked about, of all rules: nothing but places, the ids of records and
 * the questions leaves.
 */
export async function exportSenderQueries(
  context: Context,
  { sender }: { sender: string | null },
): Promise<Artifact> {
  const asked = openBySender(context).flatMap(({ failing, rows }) => {
    const own = rows.get(sender);
    return own === undefined ? [] : [{ failing, rows: own }];
  });
  const n = asked.reduce((sum, { rows }) => sum + rows.length, 0);
  const who = sender ?? 'whoever sent the data';
  if (n === 0) {
    throw new Refusal('nothing-open', `Nothing is open that ${who} could be asked about.`, {
      where: { option: 'sender' },
    });
  }
  const numbers = askAbout(
    context,
    asked,
    `Wrote ${formatNumber(n, 'count')} questions for ${who}.`,
  );
  const lines = asked.flatMap(({ failing, rows }) => {
    const { rule, kind, data, key } = failing;
    const table = context.table(rule.table);
    const placeOf = placesIn(context, table);
    return rows.map((row) => [
      table.label,
      ...placeOf(row),
      key === null ? '' : shownText(data.table, key, row),
      kind.explain(rule.test, data, row).sentence,
    ]);
  });
  const bytes = await writeQueriesXlsx({
    app: APP,
    title: sender === null ? 'Questions about the data' : `Questions for ${sender}`,
    notes: [
      `${formatNumber(n, 'count')} questions about ${asked.length} ${asked.length === 1 ? 'finding' : 'findings'}.`,
      HOW_TO_ANSWER,
    ],
    headers: [QUERY_NUMBER, 'Table', 'File', 'Row of the file', 'Record', 'What is asked'],
    rows: lines.map((line, at) => [numbers[at] ?? 0, ...line]),
  });
  // A sender's name is free text, and no path.
  const plain = (sender ?? 'of nobody in particular').replace(/[^\p{L}\p{N}_-]+/gu, ' ').trim();
  return { name: `queries ${plain}.xlsx`, mime: XLSX, bytes };
}

/** Keeps the questions, with whom they go to. Gives their numbers. */
function askAbout(
  context: Context,
  asked: readonly { failing: Failing; rows: readonly number[] }[],
  sentence: string,
): number[] {
  const { db } = context.project;
  const at = new Date().toISOString();
  return inTransactionNow(context.project, () => {
    const numbers = asked.flatMap(({ failing, rows }) => {
      const senderOf = rowSender(context, failing);
      return rows.map((row) => {
        const id = askQuery(db, failing.rule.id, failing.mark(row), at);
        const sender = senderOf(row);
        if (sender !== null) sendQuery(db, id, sender);
        return id;
      });
    });
    writeJournal(db, 'exportQueries', sentence);
    return numbers;
  });
}

/** File and row in it, by which the sender finds a row. */
function placesIn(context: Context, table: StoredTable): (row: number) => [string, number] {
  const source = rowSource(table.origin);
  const [only] = table.origin.made === 'import' ? table.origin.files : [];
  const { origin } = context.frame(table);
  return (row) => [(source ? source(row) : only)?.name ?? '', origin[row] ?? row + 1];
}

function sentenceOf({ rule, tables }: Failing): string {
  return rule.label ?? kindOf(rule.test).sentence(rule.test, tables.words(rule.table));
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
