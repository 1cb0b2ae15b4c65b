import type {
  BoardAnswer,
  BrushTile,
  ChartChoice,
  ChartFace,
  MemoryPlan,
  NamedChart,
} from '../model/board.ts';
import type {
  Cohort,
  CohortCount,
  CohortDraft,
  CohortVersionWords,
  CombineBy,
} from '../model/cohort.ts';
import type { Value } from '../model/column.ts';
import type { Condition, Link } from '../model/condition.ts';
import type { ContractDrift } from '../model/drift.ts';
import type { Figure } from '../model/figure.ts';
import type { History } from '../model/history.ts';
import type { FileReading, ImportDecisions, Receipt } from '../model/importing.ts';
import type { KnownMeasure, Measure } from '../model/measure.ts';
import type { AnalysisDescription } from '../model/option.ts';
import type { Artifact, JournalEntry, ProjectInfo, Task, VerifyReport } from '../model/project.ts';
import type {
  ColumnProfile,
  FailingRow,
  QualityCheck,
  Rule,
  RuleKindFacts,
  RuleTrial,
  Senders,
} from '../model/quality.ts';
import type { QualityComparison } from '../model/quality-comparison.ts';
import type {
  CellHistory,
  MergeSuggestion,
  RecipeCheck,
  Remade,
  StepKind,
} from '../model/recipe.ts';
import type {
  CodebookMatch,
  CorrectedRow,
  ImportComparison,
  ImportPreview,
  ImportRequest,
  PreviewRequest,
  ProblemCell,
  QuarantineEntry,
} from '../model/reimport.ts';
import type { RenderedReport, ReportDocument } from '../model/report.ts';
import type { AnalysisSpec, Result } from '../model/result.ts';
import type { ScoringCheck, ScoringSuggestion } from '../model/scoring.ts';
import type { StaleResult } from '../model/stale-result.ts';
import type {
  CohortInUse,
  ScoreDefinition,
  Step,
  TableDefinition,
  TableInfo,
} from '../model/table.ts';
import type { ValueLabel } from '../model/variable.ts';

/** Which rows of a table are looked at, and in which order. */
export interface RowChoice {
  table: string;
  cohort?: string;
  /** Narrows the rows further, without being part of the cohort. */
  within?: Condition;
  sort?: readonly { variable: string; descending: boolean }[];
  /** Only rows that hold this text, case ignored. */
  find?: string;
}

export interface RowRequest extends RowChoice {
  offset: number;
  limit: number;
}

export interface CellSearch extends RowChoice {
  /** What is looked for: in labels, values, and what stands in the file; case ignored. */
  text: string;
  /** The variables that are looked through, in their order from left to right. */
  variables: readonly string[];
  /** Goes on after this cell (before it, when `back`); starts at the first (the last) without it. */
  from?: { position: number; variable: string };
  back?: boolean;
}

export interface FoundCell {
  /** Cells that hold the text. */
  cells: number;
  /** The next of them: which it is, counted from 1, and where it stands in the list. */
  at: { nth: number; position: number; variable: string } | null;
}

/** Rows that hold the same value of a key, in this table or another one. */
export interface LinkedRows {
  table: string;
  variable: string;
  n: number;
}

export interface RowPage {
  /** Rows that are left of all, and those of the cohort before anything narrowed it; rows in the table. */
  n: number;
  cohort: number;
  of: number;
  rows: readonly {
    /** 1-based row of the table. */
    row: number;
    cells: readonly Value[];
    /** For imported tables that more than one file went into: where the row is from. */
    source?: { file: string; row: number };
    /** Cells with something to say: problems, missing codes, raw text that differs. */
    notes: readonly {
      column: number;
      kind: 'problem' | 'missing-code' | 'raw';
      raw: string;
      reason: string;
    }[];
  }[];
}

/** Findings of a check in numbers. */
export interface QualitySummary {
  rules: number;
  findings: number;
  /** Of them open and above `info`. */
  open: number;
}

/** What the right panel shows of a variable. */
export interface VariableSummary {
  name: string;
  n: number;
  missing: readonly { reason: string; n: number }[];
  problems: number;
  distinct: number;
  /** The most frequent values, with their counts; for numbers and dates a histogram stands in `bins`. */
  top: readonly { value: string; label: string; n: number }[];
  bins: readonly { label: string; n: number }[];
  /** Minimum, median, maximum, mean and SD where they make sense, ready to show. */
  figures: readonly { label: string; value: string }[];
}

export interface VariableChange {
  label?: string;
  values?: readonly ValueLabel[];
}

/** How rows of two tables may belong together, and how well that fits their data. */
export interface SuggestedLink {
  link: Link;
  /** Different keys of the first table, and those of them that the other has too. */
  of: number;
  shared: number;
  /** Where a key stands in one row only: of the first table, of the other, of both or of neither. */
  unique: 'here' | 'there' | 'both' | 'neither';
}

/** A condition with its sentence, said whole. */
export interface SaidCondition {
  condition: Condition;
  sentence: string;
}

/** What somebody typed: what it was understood as, or what comes nearest. */
export interface UnderstoodCondition {
  understood: SaidCondition | null;
  /** Words that nothing could be made of. */
  unread: readonly string[];
  nearest: readonly SaidCondition[];
}

/**
 * Everything Attune can do with one project: the interface of the engine.
 * Reading never changes the project; every writing method runs in one transaction with its journal entry.
 * Every method refuses by throwing a Refusal.
 */
export interface Workbench {
  project(input: Record<string, never>): ProjectInfo;

  /**
   * Reads a file as the load would and shows what comes of it. Under a contract, or the decisions of a
   * table, what has drifted is told and not refused.
   */
  previewFile(input: PreviewRequest, task: Task): Promise<ImportPreview>;
  /** What a codebook says about the columns of a file, and what the two do not have in common. */
  matchCodebook(input: FileReading & { codebook: string }, task: Task): Promise<CodebookMatch>;
  /** The decisions that a contract file holds. */
  readContract(input: { file: string }): ImportDecisions;
  /**
   * Reads the file whole into a new table, or into one that is there: in place of its rows, under them, or
   * as an update by key. A refused or cancelled import leaves nothing behind.
   */
  importFile(
    input: ImportRequest,
    task: Task,
  ): Promise<{
    table: TableInfo;
    receipt: Receipt;
    decisions: ImportDecisions;
    /** How the file differs from its contract; absent without one, null when it does not. */
    drift?: ContractDrift | null;
    /** For an import into a table that was there. */
    comparison?: ImportComparison;
    /** What the rules found in the table. */
    quality: QualitySummary;
  }>;
  /** What an import would do, before it is done: nothing is written. Refuses what the import would refuse. */
  compareImport(input: ImportRequest, task: Task): Promise<ImportComparison>;
  /** Takes the last import into a table back, whole; a table that a single import made is gone with it. */
  undoImport(input: { table: string }): ProjectInfo;
  /** Rows of a table's files that were not loaded. */
  quarantine(input: { table: string }): readonly QuarantineEntry[];
  /** Loads corrected rows out of quarantine, read as the cells of their file are. */
  requeue(input: { table: string; rows: readonly CorrectedRow[] }, task: Task): Promise<TableInfo>;
  receipts(
    input: Record<string, never>,
  ): readonly (Receipt & { table: string; importedAt: string })[];
  /** The first thousand cells of an imported table that did not fit, and how many there are. */
  problemCells(input: { table: string }): { of: number; cells: readonly ProblemCell[] };
  contractOf(input: { table: string }): ImportDecisions;
  /** The decisions that are kept with a table, as a file to use for other extracts. */
  exportContract(input: { table: string }): Promise<Artifact>;
  removeTable(input: { table: string }): ProjectInfo;

  rows(input: RowRequest): RowPage;
  /** The next cell that holds a text, and how many do; what is past the end goes on at the start. */
  findCell(input: CellSearch): FoundCell;
  /** Where a row (1-based) stands in the list; null when it is not in it. */
  findRow(input: RowChoice & { row: number }): { position: number | null };
  /** Where a value of a key stands: how many rows of all tables that share the key, its own table first. */
  linkedRows(input: { table: string; variable: string; value: string }): readonly LinkedRows[];
  /** `after`: of the table as it is after these steps, which are not kept. */
  summary(input: {
    table: string;
    variable: string;
    cohort?: string;
    after?: readonly Step[];
  }): VariableSummary;
  changeVariable(input: { table: string; variable: string; change: VariableChange }): TableInfo;

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

  countCohort(input: { table: string; condition: Condition; after?: readonly Step[] }): CohortInUse;
  /** Reads a condition in words: one of our own sentences, or labels, values, years and ranges. */
  understandCondition(input: {
    table: string;
    text: string;
    after?: readonly Step[];
  }): UnderstoodCondition;
  /** How rows of one table may belong to rows of another, the likeliest first. */
  suggestLinks(input: { table: string; to: string }): readonly SuggestedLink[];
  /** Every cohort with its sentence, its rows and people, and what uses it. */
  cohorts(input: Record<string, never>): readonly CohortCount[];
  /** Every version of a cohort and what changed, the newest first; also of one that was removed. */
  cohortHistory(input: { name: string }): readonly CohortVersionWords[];
  /** Keeps a cohort; another condition under a name that is there is its next version. */
  saveCohort(input: CohortDraft): Cohort;
  /** Another label or description: no new version. */
  changeCohort(input: { name: string; change: { label?: string; description?: string } }): Cohort;
  /** Makes a cohort of two or more of the same table, as they are now. */
  combineCohorts(input: {
    name: string;
    label: string;
    description?: string;
    by: CombineBy;
    parts: readonly string[];
  }): Cohort;
  removeCohort(input: { name: string }): ProjectInfo;
  /** Undoes the removal: the cohort is back with its versions. */
  restoreCohort(input: { name: string }): Cohort;

  /** What exploring a table will need in memory; nothing is read for it. */
  exploreNeeds(input: { table: string }): MemoryPlan;
  /** Puts a board of linked charts up, in place of the one before; `within` is who is looked at at all. */
  exploreOpen(input: {
    table: string;
    charts: readonly NamedChart[];
    within?: Condition;
    choices?: readonly ChartChoice[];
  }): { charts: Record<string, ChartFace>; numbers: BoardAnswer };
  /**
   * Gets ready for a choice on a chart that will be moved. The tile holds until something is chosen on
   * another chart; null where there is none.
   */
  explorePrepare(
    input: { table: string; chart: string },
    task: Task,
  ): Promise<{ tile: BrushTile | null }>;
  /** Changes what is chosen on some charts of the open board; gives the numbers of all of them. */
  exploreChoose(input: { table: string; choices: readonly ChartChoice[] }): BoardAnswer;
  /** A chart of the open board as a figure of the cohort that is chosen: counts, shares of it, shares of all. */
  exploreFigure(input: {
    table: string;
    chart: string;
    measure: 'count' | 'share' | 'rate';
  }): Figure;
  /** The same as a file; `picture` = the PNG that the window drew of it, in base64. */
  exploreExport(input: {
    table: string;
    chart: string;
    measure: 'count' | 'share' | 'rate';
    format: 'svg' | 'png' | 'csv';
    picture?: string;
  }): Promise<Artifact>;
  /** Takes the board down and gives its memory back. */
  exploreClose(input: Record<string, never>): Record<string, never>;

  makeTable(input: { definition: TableDefinition }, task: Task): Promise<TableInfo>;
  /** Every kind of cleaning step. */
  stepKinds(input: Record<string, never>): readonly StepKind[];
  /** What a recipe would do, step by step, and what one of its steps changes, old → new; nothing is written. */
  previewRecipe(input: { from: string; steps: readonly Step[]; step?: number }): RecipeCheck;
  /** Gives a made table another recipe: steps changed, moved, switched off. It is made again in its place. */
  changeRecipe(input: { table: string; steps: readonly Step[] }, task: Task): Promise<TableInfo>;
  /** Makes tables again from what their sources are now: those named, or all that are out of date. */
  remakeTables(input: { tables?: readonly string[] }, task: Task): Promise<Remade>;
  /** How a cell came to be what it is, from the text in the file on. */
  cellHistory(input: { table: string; row: number; variable: string }): CellHistory;
  /** Spellings that are probably of one value, to be merged by the step “map-values”. */
  suggestMerges(input: {
    table: string;
    variable: string;
    after?: readonly Step[];
    method?: 'fingerprint' | 'ngram' | 'edits' | 'all';
  }): readonly MergeSuggestion[];

  /** The library and the project's own. */
  measures(input: Record<string, never>): readonly KnownMeasure[];
  /** Keeps a measure in the project; a version that has scored a table stays as it was. */
  saveMeasure(input: { measure: Measure }): KnownMeasure;
  importMeasure(input: { file: string }): KnownMeasure;
  removeMeasure(input: { id: string; version: string }): readonly KnownMeasure[];
  exportMeasure(input: { id: string; version: string }): Artifact;
  /** Which measures the tables may hold, and columns that look like one and cannot be. */
  suggestScoring(input: { table?: string }): {
    suggestions: readonly ScoringSuggestion[];
    warnings: readonly string[];
  };
  /** What scoring would do; nothing is written. */
  checkScoring(input: { from: string; score: ScoreDefinition }): ScoringCheck;

  analyses(input: Record<string, never>): readonly AnalysisDescription[];
  /** Computes and keeps. */
  analyse(input: { spec: AnalysisSpec }): Result;
  /** Computes the same and keeps nothing: what a form shows while one chooses. */
  tryAnalysis(input: { spec: AnalysisSpec }): Result;
  results(input: Record<string, never>): readonly Result[];
  /** Those whose data or cohort have changed since, with what changed. */
  staleResults(input: Record<string, never>): readonly StaleResult[];
  removeResult(input: { id: string }): readonly Result[];

  report(input: Record<string, never>): ReportDocument;
  saveReport(input: { report: ReportDocument }): ReportDocument;
  renderReport(input: Record<string, never>): RenderedReport;

  exportTable(input: {
    table: string;
    cohort?: string;
    within?: Condition;
    format: 'csv' | 'xlsx';
  }): Promise<Artifact>;
  /** `figure` = that chart alone: as SVG, its values as CSV, or the PNG the window drew of it, in base64. */
  exportResult(input: {
    id: string;
    format: 'docx' | 'xlsx' | 'csv' | 'svg' | 'json' | 'png';
    figure?: number;
    picture?: string;
  }): Promise<Artifact>;
  exportReport(input: { format: 'docx' | 'xlsx' | 'json' }, task: Task): Promise<Artifact>;

  journal(input: { limit: number }): readonly JournalEntry[];
  /** Everything that was done, newest first, what of it can be undone and redone, and the snapshots. */
  history(input: { limit: number }): History;
  /** Takes the newest change back, or all back to one: that entry of the history and everything after it. */
  undo(input: { to?: number }): { project: ProjectInfo; sentences: readonly string[] };
  /** Does again what was undone last, or all up to one entry of the history. */
  redo(input: { to?: number }): { project: ProjectInfo; sentences: readonly string[] };
  /** Keeps the project as it is under a name. */
  saveSnapshot(input: { name: string }): History;
  /** Puts the whole project back as a snapshot has it; that can be undone. */
  restoreSnapshot(input: { name: string }): ProjectInfo;
  removeSnapshot(input: { name: string }): History;
  /** Gives up every undo, and deletes for good the removed tables that were kept for it. */
  forgetHistory(input: Record<string, never>): History;
  /** The history as a text to read, or as JSON. */
  exportHistory(input: { format: 'txt' | 'json' }): Promise<Artifact>;
  verify(input: Record<string, never>): VerifyReport;
}
