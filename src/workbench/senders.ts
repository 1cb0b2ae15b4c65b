import { variableNamed } from '../model/frame.ts';
import type { SenderAccount, Senders } from '../model/quality-check.ts';
import { writeJournal } from '../store/journal.ts';
import {
  askedBySender,
  EVERY_ROW,
  namedSenders,
  readRuleSenders,
  readSenderColumns,
  writeSender,
  writeSenderColumns,
} from '../store/senders.ts';
import { inTransactionNow } from '../store/transaction.ts';
import { openCheckedTables } from './checked-table.ts';
import type { Context } from './context.ts';
import { chosen, type Failing, openFailing, openRows } from './failing-rows.ts';
import { checkQuality } from './quality.ts';
import { rowSender } from './row-sender.ts';

/** Open rows of one finding that one sender is asked about. */
export interface OpenForSender {
  failing: Failing;
  rows: Map<string | null, number[]>;
}

/** The open rows of all findings above `info`, by who is asked about them. */
export function openBySender(context: Context): OpenForSender[] {
  const tables = openCheckedTables(context);
  return checkQuality(context)
    .findings.filter(({ rule, hasRows, met }) => hasRows && !met && rule.severity !== 'info')
    .map(({ rule }) => {
      const failing = openFailing(context, rule.id, tables);
      const senderOf = rowSender(context, failing);
      return { failing, rows: Map.groupBy(openRows(context, failing), senderOf) };
    });
}

/** Who is asked about what, how much of it is open, and what came back. */
export function senders(context: Context): Senders {
  const { db } = context.project;
  const accounts = new Map<string | null, SenderAccount>();
  const account = (sender: string | null): SenderAccount => {
    const made = accounts.get(sender) ?? {
      sender,
      open: 0,
      findings: 0,
      asked: 0,
      answered: 0,
      askedAt: null,
      answeredAt: null,
    };
    accounts.set(sender, made);
    return made;
  };
  for (const name of namedSenders(db)) account(name);
  for (const { rows } of openBySender(context)) {
    for (const [sender, own] of rows) {
      const { open, findings } = account(sender);
      Object.assign(account(sender), { open: open + own.length, findings: findings + 1 });
    }
  }
  for (const { sender, ...asked } of askedBySender(db)) Object.assign(account(sender), asked);
  return {
    accounts: [...accounts.values()].toSorted(byName),
    columns: readSenderColumns(db),
    rules: readRuleSenders(db),
  };
}

/** By name; what nobody was named for comes last. */
function byName(a: SenderAccount, b: SenderAccount): number {
  if (a.sender === null || b.sender === null) return a.sender === null ? 1 : -1;
  return a.sender.localeCompare(b.sender, 'en');
}

export function assignSender(
  context: Context,
  input: { rule: string; rows?: readonly number[]; sender: string | null },
): Senders {
  const { db } = context.project;
  const { rule, rows, sender } = input;
  const failing = openFailing(context, rule);
  inTransactionNow(context.project, () => {
    const marks = rows ? chosen(failing, rows).map((row) => failing.mark(row)) : [EVERY_ROW];
    for (const mark of marks) writeSender(db, rule, mark, sender);
    const who = sender === null ? 'nobody in particular' : sender;
    const what = rows ? `${rows.length} rows of ${rule}` : rule;
    writeJournal(db, 'assignSender', `${what}: ${who} is asked.`);
  });
  return senders(context);
}

export function senderColumn(
  context: Context,
  input: { table: string; variable: string | null },
): Senders {
  const { db } = context.project;
  const table = context.table(input.table);
  const variable = input.variable === null ? null : variableNamed(table, input.variable);
  inTransactionNow(context.project, () => {
    const { [table.name]: _, ...others } = readSenderColumns(db);
    writeSenderColumns(db, variable ? { ...others, [table.name]: variable.name } : others);
    writeJournal(
      db,
      'senderColumn',
      variable
        ? `${variable.label} says who sent each row of ${table.label}.`
        : `No variable says any more who sent the rows of ${table.label}.`,
    );
  });
  return senders(context);
}
