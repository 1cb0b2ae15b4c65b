import { basename } from 'node:path';
import * as v from 'valibot';
import { describeAnalyses } from './analysis/analyses.ts';
import type { Workbench } from './contract/workbench.ts';
import { ruleKinds } from './quality/rule-kinds.ts';
import { readJson } from './read-json.ts';
import { stepKinds } from './recipe/steps.ts';
import { writeDocument } from './store/documents.ts';
import { hideTable } from './store/hidden-tables.ts';
import { readReceipts } from './store/imports.ts';
import { readJournal, writeJournal } from './store/journal.ts';
import { closeProjectFile, createProjectFile, openProjectFile } from './store/project-file.ts';
import { keepSegments } from './store/read-page.ts';
import { deleteResult, readResults } from './store/results.ts';
import { inTransactionNow } from './store/transaction.ts';
import { verifyProject } from './store/verify.ts';
import { analyse, tryAnalysis } from './workbench/analyse.ts';
import { createCellHistory } from './workbench/cell-history.ts';
import { changeRecipe, previewRecipe, remakeTables } from './workbench/change-recipe.ts';
import { changeVariable } from './workbench/change-variable.ts';
import { cohortHistory } from './workbench/cohort-history.ts';
import {
  changeCohort,
  combineCohorts,
  removeCohortNamed,
  restoreCohortNamed,
  saveCohort,
} from './workbench/cohorts.ts';
import { compareImport } from './workbench/compare-import.ts';
import { compareQuality } from './workbench/compare-quality.ts';
import { countCondition, createContext } from './workbench/context.ts';
import { createContextAfter } from './workbench/context-after.ts';
import { placeToCorrect, suggestFix } from './workbench/corrections.ts';
import { countCohorts } from './workbench/count-cohorts.ts';
import { createExplorer } from './workbench/explore.ts';
import {
  currentRender,
  currentReport,
  exportReport,
  exportResult,
  exportTable,
  figureArtifact,
  resultNamed,
} from './workbench/exports.ts';
import { excuseRows, failingRows, unexcuseRows } from './workbench/failing-rows.ts';
import { createCellFinder } from './workbench/find-cell.ts';
import { forgetHistory, history, redo, undo } from './workbench/history.ts';
import { exportHistory } from './workbench/history-log.ts';
import { importFile } from './workbench/import-file.ts';
import { exportContract, keptDecisions, readContract } from './workbench/kept-decisions.ts';
import { linkedRows } from './workbench/linked-rows.ts';
import { makeTable } from './workbench/make-table.ts';
import { matchCodebook } from './workbench/match-codebook.ts';
import { exportMeasure, knownMeasures, removeMeasure, saveMeasure } from './workbench/measures.ts';
import { previewImport } from './workbench/preview-import.ts';
import { problemCells } from './workbench/problem-cells.ts';
import { profile } from './workbench/profile.ts';
import { projectInfo } from './workbench/project-info.ts';
import {
  checkAfterImport,
  checkAndRecord,
  checkQuality,
  rulesOf,
  summaryOf,
} from './workbench/quality.ts';
import { exportQuality } from './workbench/quality-report.ts';
import { quarantine, requeue } from './workbench/quarantine.ts';
import { exportQueries, exportSenderQueries, importAnswers } from './workbench/queries.ts';
import { readRows } from './workbench/read-rows.ts';
import { reimportFile } from './workbench/reimport-file.ts';
import { createRowLists } from './workbench/row-list.ts';
import {
  exportRules,
  importRules,
  removeRule,
  ruleSentences,
  saveRule,
  suggestMore,
  tryRule,
} from './workbench/rules.ts';
import { checkDefinition, scoringSuggestions } from './workbench/scoring.ts';
import { assignSender, senderColumn, senders } from './workbench/senders.ts';
import { bringBackSnapshot, removeSnapshot, saveSnapshot } from './workbench/snapshots.ts';
import { staleResults } from './workbench/stale-results.ts';
import { suggestLinks } from './workbench/suggest-links.ts';
import { suggestMerges } from './workbench/suggest-merges.ts';
import { summarise } from './workbench/summarise.ts';
import { createUnderstander } from './workbench/understand-condition.ts';
import { undoImport } from './workbench/undo-import.ts';

export interface OpenWorkbench extends Workbench {
  /** Adds a line to the history. */
  note(action: string, sentence: string): void;
  close(): void;
}

/**
 * Opens a project, or makes one: the composition root. Everything the window and the command line do
 * goes through what this returns; a test needs nothing else.
 */
export function createWorkbench(
  path: string,
  options: { create?: { title: string }; readOnly?: boolean } = {},
): OpenWorkbench {
  const project = options.create
    ? createProjectFile(path, options.create.title)
    : openProjectFile(path, options.readOnly === undefined ? {} : { readOnly: options.readOnly });
  const { db } = project;
  const context = createContext(project);
  const explorer = createExplorer(context);
  const at = createContextAfter(context);
  const understand = createUnderstander();
  const listOf = createRowLists(context);
  const kept = keepSegments();
  const findCell = createCellFinder(context, listOf);
  const change = <T>(action: string, sentence: string, work: () => T): T =>
    inTransactionNow(project, () => {
      const value = work();
      writeJournal(db, action, sentence);
      return value;
    });

  return {
    project: () => projectInfo(context),

    previewFile: (input, task) => previewImport(context, input, task),
    matchCodebook,
    readContract: ({ file }) => readContract(file),
    importFile: async (input, task) => {
      const { mode = 'new' } = input;
      const imported =
        mode === 'new'
          ? await importFile(context, input, task)
          : await reimportFile(context, mode, input, task);
      task.progress(1, 1, 'Checking');
      const quality = summaryOf(checkAfterImport(context, imported.table.name));
      return { ...imported, quality };
    },
    compareImport: (input, task) => compareImport(context, input, task),
    undoImport: (input) => undoImport(context, input),
    quarantine: (input) => quarantine(context, input),
    requeue: (input, task) => requeue(context, input, task),
    receipts: () =>
      readReceipts(db).map(({ receipt, table, importedAt }) => ({ ...receipt, table, importedAt })),
    problemCells: (input) => problemCells(context, input),
    contractOf: ({ table }) => keptDecisions(context, table),
    exportContract: async ({ table }) => exportContract(context, table),
    removeTable: (input) => {
      const table = context.table(input.table);
      change('removeTable', `Removed the table ${table.name} (${table.rows} ${table.unit}).`, () =>
        hideTable(db, table),
      );
      return projectInfo(context);
    },

    rows: (input) => readRows(context, listOf, kept, input),
    findCell,
    findRow: ({ row, ...choice }) => {
      const position = listOf(choice).rows.indexOf(row - 1);
      return { position: position < 0 ? null : position };
    },
    linkedRows: (input) => linkedRows(context, input),
    summary: (input) => summarise(at(input), input),
    changeVariable: (input) => changeVariable(context, input),

    quality: ({ table }) => checkQuality(context, table === undefined ? {} : { only: table }),
    compareQuality: (input) => compareQuality(context, input),
    checkQuality: (input) => checkAndRecord(context, input),
    failingRows: (input) => failingRows(context, input),
    ruleKinds,
    rules: () => rulesOf(context),
    ruleSentences: () => ruleSentences(context),
    tryRule: ({ rule }) => tryRule(context, rule),
    suggestRules: () => suggestMore(context),
    saveRule: (input) => saveRule(context, input),
    removeRule: (input) => removeRule(context, input),
    exportRules: () => exportRules(context),
    importRules: (input) => importRules(context, input),
    placeToCorrect: (input) => placeToCorrect(context, input),
    suggestFix: (input) => suggestFix(context, input),
    excuseRows: (input) => excuseRows(context, input),
    unexcuseRows: (input) => unexcuseRows(context, input),
    exportQueries: (input) => exportQueries(context, input),
    senders: () => senders(context),
    assignSender: (input) => assignSender(context, input),
    senderColumn: (input) => senderColumn(context, input),
    exportSenderQueries: (input) => exportSenderQueries(context, input),
    importAnswers: (input, task) => importAnswers(context, input, task),
    exportQuality: () => exportQuality(context),
    profile: (input, task) => profile(context, input, task),

    countCohort: (input) => {
      const then = at(input);
      return countCondition(then, then.table(input.table), input.condition);
    },
    understandCondition: (input) => understand(at(input), input),
    suggestLinks: ({ table, to }) => suggestLinks(context, context.table(table), context.table(to)),
    cohorts: () => countCohorts(context),
    cohortHistory: (input) => cohortHistory(context, input),
    saveCohort: (draft) => saveCohort(context, draft),
    changeCohort: (input) => changeCohort(context, input),
    combineCohorts: (input) => combineCohorts(context, input),
    removeCohort: (input) => removeCohortNamed(context, input),
    restoreCohort: (input) => restoreCohortNamed(context, input),

    exploreNeeds: (input) => explorer.needs(input),
    exploreOpen: (input) => explorer.open(input),
    explorePrepare: (input, task) => explorer.prepare(input, task),
    exploreChoose: (input) => explorer.choose(input),
    exploreFigure: (input) => explorer.figure(input),
    exploreExport: async (input) => {
      const figure = explorer.figure(input);
      const { format, picture } = input;
      const { title: name, subtitle: basis } = figure;
      return figureArtifact(figure, { name, basis, format, picture });
    },
    exploreClose: () => {
      explorer.close();
      return {};
    },

    makeTable: ({ definition }, task) => makeTable(context, definition, task),
    stepKinds,
    previewRecipe: (input) => previewRecipe(context, input),
    changeRecipe: (input, task) => changeRecipe(context, input, task),
    remakeTables: (input, task) => remakeTables(context, input, task),
    cellHistory: createCellHistory(context),
    suggestMerges: (input) => suggestMerges(at(input), input),

    measures: () => knownMeasures(context),
    saveMeasure: ({ measure }) => saveMeasure(context, measure),
    importMeasure: ({ file }) => saveMeasure(context, readJson(file, v.unknown()), basename(file)),
    removeMeasure: (input) => removeMeasure(context, input),
    exportMeasure: (input) => exportMeasure(context, input),
    suggestScoring: (input) => scoringSuggestions(context, input),
    checkScoring: (input) => checkDefinition(context, input),

    analyses: describeAnalyses,
    analyse: ({ spec }) => analyse(context, spec),
    tryAnalysis: ({ spec }) => tryAnalysis(context, spec),
    results: () => readResults(db),
    staleResults: () => staleResults(context),
    removeResult: ({ id }) => {
      const { title } = resultNamed(context, id);
      change('removeResult', `Removed the result ${title} (${id}).`, () => deleteResult(db, id));
      return readResults(db);
    },

    report: () => currentReport(context),
    saveReport: ({ report }) => {
      change('saveReport', `Changed the report: ${report.blocks.length} blocks.`, () =>
        writeDocument(db, 'report', JSON.stringify(report)),
      );
      return report;
    },
    renderReport: () => currentRender(context),

    exportTable: (input) => exportTable(context, input),
    exportResult: (input) => exportResult(context, input),
    exportReport: ({ format }, task) => exportReport(context, format, task),

    journal: ({ limit }) => readJournal(db, limit),
    history: (input) => history(context, input),
    undo: (input) => undo(context, input),
    redo: (input) => redo(context, input),
    saveSnapshot: (input) => saveSnapshot(context, input),
    restoreSnapshot: (input) => bringBackSnapshot(context, input),
    removeSnapshot: (input) => removeSnapshot(context, input),
    forgetHistory: () => forgetHistory(context),
    exportHistory: async ({ format }) => exportHistory(context, format),
    verify: () => verifyProject(project),
    note: (action, sentence) => change(action, sentence, () => undefined),
    close: () => {
      context.close();
      closeProjectFile(project);
    },
  };
}
