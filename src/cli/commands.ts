import type { Command } from './command.ts';
import { analyseCommand } from './commands/analyse.ts';
import { analysesCommand } from './commands/analyses.ts';
import { checkCommand } from './commands/check.ts';
import { cohortsCommand } from './commands/cohorts.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { historyCommand } from './commands/history.ts';
import { importCommand } from './commands/import.ts';
import { measuresCommand } from './commands/measures.ts';
import { newCommand } from './commands/new.ts';
import { quarantineCommand } from './commands/quarantine.ts';
import { recipeCommand, remakeCommand } from './commands/recipe.ts';
import { reportCommand } from './commands/report.ts';
import { rowsCommand } from './commands/rows.ts';
import { runCommand } from './commands/run.ts';
import { scoreCommand } from './commands/score.ts';
import { sendersCommand } from './commands/senders.ts';
import { serveCommand } from './commands/serve.ts';
import { statsCommand } from './commands/stats.ts';
import { tablesCommand } from './commands/tables.ts';
import { redoCommand, undoCommand } from './commands/undo.ts';
import { verifyCommand } from './commands/verify.ts';

/** Every command, in the order of the job. */
export const COMMANDS: readonly Command[] = [
  demoCommand,
  newCommand,
  importCommand,
  quarantineCommand,
  historyCommand,
  undoCommand,
  redoCommand,
  tablesCommand,
  rowsCommand,
  cohortsCommand,
  checkCommand,
  sendersCommand,
  recipeCommand,
  remakeCommand,
  measuresCommand,
  scoreCommand,
  analysesCommand,
  analyseCommand,
  statsCommand,
  exportCommand,
  reportCommand,
  runCommand,
  serveCommand,
  verifyCommand,
];
