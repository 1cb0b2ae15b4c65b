import * as v from 'valibot';
import * as quality from './quality-schemas.ts';
import * as shape from './schemas.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

export type FileKey = 'file' | 'codebook' | 'stack';

/** One record a method: what may enter, and how a shell has to treat it. */
export interface MethodRecord<Input> {
  input: v.GenericSchema<unknown, Input>;
  /** Of the open project, or of the session around it. */
  of: 'project' | 'session';
  /** Changes the project. */
  writes: boolean;
  /**
   * Keys of the input that hold a file: a token on the wire, which the shell turns into a path. `stack`
   * holds several.
   */
  files: readonly FileKey[];
  /**
   * Nobody waits for it before they go on: it lets all other calls pass, before it begins and whenever it
   * stops at a checkpoint.
   */
  patient: boolean;
  /** Answers with an Artifact, which the shell delivers (save dialog, download). */
  delivers: boolean;
}

type MethodsOf<Interface> = {
  [Name in keyof Interface]: Interface[Name] extends (
    input: infer Input,
    ...rest: never[]
  ) => unknown
    ? MethodRecord<Input>
    : never;
};

const READ = {
  of: 'project',
  writes: false,
  files: [],
  patient: false,
  delivers: false,
} as const;
const PATIENT = { ...READ, patient: true } as const;
const WRITE = { ...READ, writes: true } as const;
const DELIVER = { ...READ, delivers: true } as const;
const SESSION = { ...READ, of: 'session' } as const;
const nothing = v.strictObject({});
const { name } = shape;

/** Every method of the contract. The compiler holds it complete against the interfaces. */
export const METHODS = {
  start: { ...SESSION, input: nothing },
  newProject: { ...SESSION, input: v.strictObject({ name }) },
  openProject: {
    ...SESSION,
    files: ['file'],
    input: v.strictObject({ file: shape.fileReading.file }),
  },
  openRecent: { ...SESSION, input: v.strictObject({ id: name }) },
  forgetRecent: { ...SESSION, input: v.strictObject({ id: name }) },
  openSample: { ...SESSION, input: nothing },
  closeProject: { ...SESSION, input: nothing },

  project: { ...READ, input: nothing },
  previewFile: {
    ...READ,
    files: ['file', 'stack'],
    input: v.strictObject({ ...shape.fileReading, table: v.exactOptional(name) }),
  },
  matchCodebook: {
    ...READ,
    files: ['file', 'stack', 'codebook'],
    input: v.strictObject({ ...shape.fileReading, codebook: shape.fileReading.file }),
  },
  readContract: {
    ...READ,
    files: ['file'],
    input: v.strictObject({ file: shape.fileReading.file }),
  },
  importFile: {
    ...WRITE,
    files: ['file', 'stack'],
    input: shape.importRequest,
  },
  compareImport: { ...READ, files: ['file', 'stack'], input: shape.importRequest },
  undoImport: { ...WRITE, input: v.strictObject({ table: name }) },
  quarantine: { ...READ, input: v.strictObject({ table: name }) },
  requeue: {
    ...WRITE,
    input: v.strictObject({
      table: name,
      rows: v.pipe(v.array(shape.correctedRow), v.maxLength(10_000)),
    }),
  },
  receipts: { ...READ, input: nothing },
  problemCells: { ...READ, input: v.strictObject({ table: name }) },
  contractOf: { ...READ, input: v.strictObject({ table: name }) },
  exportContract: { ...DELIVER, input: v.strictObject({ table: name }) },
  removeTable: { ...WRITE, input: v.strictObject({ table: name }) },

  rows: { ...READ, input: shape.rowRequest },
  findCell: { ...READ, input: shape.cellSearch },
  findRow: { ...READ, input: shape.rowPlace },
  linkedRows: {
    ...READ,
    input: v.strictObject({ table: name, variable: name, value: shape.shortText }),
  },
  summary: {
    ...READ,
    input: v.strictObject({
      table: name,
      variable: name,
      cohort: v.exactOptional(name),
      after: v.exactOptional(shape.steps),
    }),
  },
  changeVariable: {
    ...WRITE,
    input: v.strictObject({ table: name, variable: name, change: shape.variableChange }),
  },

  quality: { ...READ, input: v.strictObject({ table: v.exactOptional(name) }) },
  compareQuality: {
    ...READ,
    input: v.strictObject({
      table: name,
      before: v.exactOptional(shape.count),
      after: v.exactOptional(shape.count),
    }),
  },
  checkQuality: { ...WRITE, input: v.strictObject({ table: v.exactOptional(name) }) },
  failingRows: {
    ...READ,
    input: v.strictObject({
      rule: quality.ruleId,
      offset: shape.count,
      limit: v.pipe(shape.count, v.maxValue(1_000)),
    }),
  },
  placeToCorrect: {
    ...READ,
    input: v.strictObject({ rule: quality.ruleId, row: quality.rowNumber }),
  },
  suggestFix: { ...READ, input: v.strictObject({ rule: quality.ruleId }) },
  ruleKinds: { ...READ, input: nothing },
  rules: { ...READ, input: nothing },
  ruleSentences: { ...READ, input: nothing },
  tryRule: { ...READ, input: v.strictObject({ rule: quality.rule }) },
  suggestRules: { ...WRITE, input: nothing },
  saveRule: { ...WRITE, input: v.strictObject({ rule: quality.rule }) },
  removeRule: { ...WRITE, input: v.strictObject({ id: quality.ruleId }) },
  exportRules: { ...DELIVER, input: nothing },
  importRules: {
    ...WRITE,
    files: ['file'],
    input: v.strictObject({ file: shape.fileReading.file }),
  },
  excuseRows: {
    ...WRITE,
    input: v.strictObject({
      rule: quality.ruleId,
      rows: quality.rowNumbers,
      reason: v.pipe(shape.shortText, v.minLength(1)),
      until: quality.lastDay,
    }),
  },
  unexcuseRows: {
    ...WRITE,
    input: v.strictObject({ rule: quality.ruleId, rows: quality.rowNumbers }),
  },
  exportQueries: {
    ...DELIVER,
    writes: true,
    input: v.strictObject({ rule: quality.ruleId, rows: v.exactOptional(quality.rowNumbers) }),
  },
  senders: { ...READ, input: nothing },
  assignSender: {
    ...WRITE,
    input: v.strictObject({
      rule: quality.ruleId,
      rows: v.exactOptional(quality.rowNumbers),
      sender: v.nullable(quality.sender),
    }),
  },
  senderColumn: { ...WRITE, input: v.strictObject({ table: name, variable: v.nullable(name) }) },
  exportSenderQueries: {
    ...DELIVER,
    input: v.strictObject({ sender: v.nullable(quality.sender) }),
  },
  importAnswers: {
    ...WRITE,
    files: ['file'],
    input: v.strictObject({ file: shape.fileReading.file }),
  },
  exportQuality: { ...DELIVER, input: nothing },
  profile: { ...PATIENT, input: v.strictObject({ table: name, variable: name }) },

  countCohort: {
    ...READ,
    input: v.strictObject({
      table: name,
      condition: shape.condition,
      after: v.exactOptional(shape.steps),
    }),
  },
  understandCondition: {
    ...READ,
    input: v.strictObject({
      table: name,
      text: v.pipe(v.string(), v.maxLength(20_000)),
      after: v.exactOptional(shape.steps),
    }),
  },
  suggestLinks: { ...READ, input: v.strictObject({ table: name, to: name }) },
  cohorts: { ...PATIENT, input: nothing },
  cohortHistory: { ...READ, input: v.strictObject({ name }) },
  saveCohort: { ...WRITE, input: shape.cohortDraft },
  changeCohort: { ...WRITE, input: v.strictObject({ name, change: shape.cohortChange }) },
  combineCohorts: { ...WRITE, input: shape.cohortCombination },
  removeCohort: { ...WRITE, input: v.strictObject({ name }) },
  restoreCohort: { ...WRITE, input: v.strictObject({ name }) },

  exploreNeeds: { ...READ, input: v.strictObject({ table: name }) },
  exploreOpen: { ...READ, input: shape.boardRequest },
  explorePrepare: { ...PATIENT, input: v.strictObject({ table: name, chart: name }) },
  exploreChoose: { ...READ, input: shape.choiceRequest },
  exploreFigure: { ...READ, input: v.strictObject(shape.boardChart) },
  exploreExport: {
    ...DELIVER,
    input: v.strictObject({
      ...shape.boardChart,
      format: v.picklist(['svg', 'png', 'csv']),
      picture: v.exactOptional(shape.picture),
    }),
  },
  exploreClose: { ...READ, input: nothing },

  measures: { ...READ, input: nothing },
  saveMeasure: { ...WRITE, input: v.strictObject({ measure: shape.someMeasure }) },
  importMeasure: {
    ...WRITE,
    files: ['file'],
    input: v.strictObject({ file: shape.fileReading.file }),
  },
  removeMeasure: { ...WRITE, input: v.strictObject({ id: name, version: name }) },
  exportMeasure: { ...DELIVER, input: v.strictObject({ id: name, version: name }) },
  suggestScoring: { ...READ, input: v.strictObject({ table: v.exactOptional(name) }) },
  checkScoring: {
    ...READ,
    input: v.strictObject({ from: name, score: shape.scoreDefinition }),
  },

  makeTable: { ...WRITE, input: v.strictObject({ definition: shape.tableDefinition }) },
  stepKinds: { ...READ, input: nothing },
  previewRecipe: {
    ...READ,
    input: v.strictObject({ from: name, steps: shape.steps, step: v.exactOptional(shape.count) }),
  },
  changeRecipe: { ...WRITE, input: v.strictObject({ table: name, steps: shape.steps }) },
  remakeTables: {
    ...WRITE,
    input: v.strictObject({ tables: v.exactOptional(v.pipe(v.array(name), v.maxLength(1_000))) }),
  },
  cellHistory: {
    ...READ,
    input: v.strictObject({ table: name, row: shape.count, variable: name }),
  },
  suggestMerges: {
    ...READ,
    input: v.strictObject({
      table: name,
      variable: name,
      after: v.exactOptional(shape.steps),
      method: v.exactOptional(v.picklist(['fingerprint', 'ngram', 'edits', 'all'])),
    }),
  },

  analyses: { ...READ, input: nothing },
  analyse: { ...WRITE, input: v.strictObject({ spec: shape.analysisSpec }) },
  tryAnalysis: { ...READ, input: v.strictObject({ spec: shape.analysisSpec }) },
  results: { ...READ, input: nothing },
  staleResults: { ...PATIENT, input: nothing },
  removeResult: { ...WRITE, input: v.strictObject({ id: name }) },

  report: { ...READ, input: nothing },
  saveReport: { ...WRITE, input: v.strictObject({ report: shape.reportDocument }) },
  renderReport: { ...READ, input: nothing },

  exportTable: {
    ...DELIVER,
    input: v.strictObject({
      table: name,
      cohort: v.exactOptional(name),
      within: v.exactOptional(shape.condition),
      format: v.picklist(['csv', 'xlsx']),
    }),
  },
  exportResult: {
    ...DELIVER,
    input: v.strictObject({
      id: name,
      format: v.picklist(['docx', 'xlsx', 'csv', 'svg', 'json', 'png']),
      figure: v.exactOptional(shape.count),
      picture: v.exactOptional(shape.picture),
    }),
  },
  exportReport: {
    ...DELIVER,
    input: v.strictObject({ format: v.picklist(['docx', 'xlsx', 'json']) }),
  },

  journal: {
    ...READ,
    input: v.strictObject({ limit: shape.entries }),
  },
  history: { ...READ, input: v.strictObject({ limit: shape.entries }) },
  undo: { ...WRITE, input: v.strictObject({ to: v.exactOptional(shape.count) }) },
  redo: { ...WRITE, input: v.strictObject({ to: v.exactOptional(shape.count) }) },
  saveSnapshot: { ...WRITE, input: v.strictObject({ name }) },
  restoreSnapshot: { ...WRITE, input: v.strictObject({ name }) },
  removeSnapshot: { ...WRITE, input: v.strictObject({ name }) },
  forgetHistory: { ...WRITE, input: nothing },
  exportHistory: {
    ...DELIVER,
    input: v.strictObject({ format: v.picklist(['txt', 'json']) }),
  },
  verify: { ...READ, input: nothing },
} as const satisfies MethodsOf<Workbench & Session>;

export type MethodName = keyof typeof METHODS;
