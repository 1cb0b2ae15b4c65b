import * as v from 'valibot';
import type { Artifact, Task } from '../../model/project.ts';
import type {
  ColumnProfile,
  FailingRow,
  QualityCheck,
  Rule,
  RuleKindFacts,
  RuleTrial,
  Senders,
} from '../../model/quality.ts';
import type { QualityComparison } from '../../model/quality-comparison.ts';
import type { Step } from '../../model/table.ts';
import { DELIVER, type MethodsOf, nothing, PATIENT, READ, WRITE } from '../method-record.ts';
import { fileReading } from '../schemas/imports.ts';
import { count, name, shortText } from '../schemas/plain.ts';
import { lastDay, rowNumber, rowNumbers, rule, ruleId, sender } from '../schemas/quality.ts';

/** Findings of a check in numbers. */
export interface QualitySummary {
  rules: number;
  findings: number;
  /** Of them open and above `info`. */
  open: number;
}

/** Rules, what they find, and who is asked about it. */
export interface QualityMethods {
  /** Runs the rules; nothing is written. Without a table, those of all tables. */
  quality(input: { table?: string }): QualityCheck;
  /** What the rules find at two points of a table's recipe: 0 before any step, n after the first n of them. */
  compareQuality(input: { table: string; before?: number; after?: number }): QualityComparison;
  /** Runs the rules and keeps what they found: the next check of another version is held against it. */
  checkQuality(input: { table?: string }): QualityCheck;
  /** The rows that fail a rule, with the cells it looked at. */
  failingRows(input: { rule: string; offset: number; limit: number }): {
    n: number;
    rows: readonly FailingRow[];
  };
  ruleKinds(input: Record<string, never>): readonly RuleKindFacts[];
  rules(input: Record<string, never>): readonly Rule[];
  /** What holds when all is well, by the ids of the rules; of those that fit their tables. */
  ruleSentences(input: Record<string, never>): Readonly<Record<string, string>>;
  /** What a rule would find; nothing is written. */
  tryRule(input: { rule: Rule }): RuleTrial;
  /** Adds what would be suggested now and is not among the rules. */
  suggestRules(input: Record<string, never>): readonly Rule[];
  /** Keeps a rule, in place of the one with its id. */
  saveRule(input: { rule: Rule }): readonly Rule[];
  removeRule(input: { id: string }): readonly Rule[];
  exportRules(input: Record<string, never>): Artifact;
  /** Rules from a file, in place of those with the same ids. */
  importRules(input: { file: string }): readonly Rule[];
  /** Where a failing row is corrected: its table and row there (1-based); null where that table lacks it. */
  placeToCorrect(input: { rule: string; row: number }): { table: string; row: number | null };
  /** The step that would put right what a rule complains of, and the table that gets it. */
  suggestFix(input: { rule: string }): { table: string; step: Step } | null;
  /** Rows that fail a rule and are right all the same, until the end of a day or for good. */
  excuseRows(input: {
    rule: string;
    rows: readonly number[];
    reason: string;
    until: string | null;
  }): QualityCheck;
  unexcuseRows(input: { rule: string; rows: readonly number[] }): QualityCheck;
  /** Questions to the sender of the data about failing rows, as a workbook to answer in. */
  exportQueries(input: { rule: string; rows?: readonly number[] }): Promise<Artifact>;
  /** Who is asked about what, how much is open, and what came back. */
  senders(input: Record<string, never>): Senders;
  /** Names who is asked about all rows of a finding, or about some; null = nobody in particular. */
  assignSender(input: { rule: string; rows?: readonly number[]; sender: string | null }): Senders;
  /** The variable of a table that says who sent each row. */
  senderColumn(input: { table: string; variable: string | null }): Senders;
  /** Everything open that a sender is asked about, as one query list. */
  exportSenderQueries(input: { sender: string | null }): Promise<Artifact>;
  /** The workbook with its answers. */
  importAnswers(
    input: { file: string },
    task: Task,
  ): Promise<{ answered: number; unknown: number }>;
  /** The state of the data for Word. */
  exportQuality(input: Record<string, never>): Promise<Artifact>;
  /** One variable as a data manager looks at it. */
  profile(input: { table: string; variable: string }, task: Task): Promise<ColumnProfile>;
}

export const QUALITY_METHODS = {
  quality: { ...READ, input: v.strictObject({ table: v.exactOptional(name) }) },
  compareQuality: {
    ...READ,
    input: v.strictObject({
      table: name,
      before: v.exactOptional(count),
      after: v.exactOptional(count),
    }),
  },
  checkQuality: { ...WRITE, input: v.strictObject({ table: v.exactOptional(name) }) },
  failingRows: {
    ...READ,
    input: v.strictObject({
      rule: ruleId,
      offset: count,
      limit: v.pipe(count, v.maxValue(1_000)),
    }),
  },
  ruleKinds: { ...READ, input: nothing },
  rules: { ...READ, input: nothing },
  ruleSentences: { ...READ, input: nothing },
  tryRule: { ...READ, input: v.strictObject({ rule }) },
  suggestRules: { ...WRITE, input: nothing },
  saveRule: { ...WRITE, input: v.strictObject({ rule }) },
  removeRule: { ...WRITE, input: v.strictObject({ id: ruleId }) },
  exportRules: { ...DELIVER, input: nothing },
  importRules: {
    ...WRITE,
    files: ['file'],
    input: v.strictObject({ file: fileReading.file }),
  },
  placeToCorrect: {
    ...READ,
    input: v.strictObject({ rule: ruleId, row: rowNumber }),
  },
  suggestFix: { ...READ, input: v.strictObject({ rule: ruleId }) },
  excuseRows: {
    ...WRITE,
    input: v.strictObject({
      rule: ruleId,
      rows: rowNumbers,
      reason: v.pipe(shortText, v.minLength(1)),
      until: lastDay,
    }),
  },
  unexcuseRows: {
    ...WRITE,
    input: v.strictObject({ rule: ruleId, rows: rowNumbers }),
  },
  exportQueries: {
    ...DELIVER,
    writes: true,
    input: v.strictObject({ rule: ruleId, rows: v.exactOptional(rowNumbers) }),
  },
  senders: { ...READ, input: nothing },
  assignSender: {
    ...WRITE,
    input: v.strictObject({
      rule: ruleId,
      rows: v.exactOptional(rowNumbers),
      sender: v.nullable(sender),
    }),
  },
  senderColumn: { ...WRITE, input: v.strictObject({ table: name, variable: v.nullable(name) }) },
  exportSenderQueries: {
    ...DELIVER,
    input: v.strictObject({ sender: v.nullable(sender) }),
  },
  importAnswers: {
    ...WRITE,
    files: ['file'],
    input: v.strictObject({ file: fileReading.file }),
  },
  exportQuality: { ...DELIVER, input: nothing },
  profile: { ...PATIENT, input: v.strictObject({ table: name, variable: name }) },
} as const satisfies MethodsOf<QualityMethods>;
