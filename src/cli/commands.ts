import type { Command } from './command.ts';

/**
 * Every command by its name, in the order of the job. It is imported when it is asked for: most need much of
 * Attune, which takes a second to import, but the browser shell's own process hardly any.
 */
const COMMANDS = {
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  new: async () => (await import('./commands/new.ts')).newCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  quarantine: async () => (await import('./commands/quarantine.ts')).quarantineCommand,
  history: async () => (await import('./commands/history.ts')).historyCommand,
  undo: async () => (await import('./commands/undo.ts')).undoCommand,
  redo: async () => (await import('./commands/undo.ts')).redoCommand,
  tables: async () => (await import('./commands/tables.ts')).tablesCommand,
  rows: async () => (await import('./commands/rows.ts')).rowsCommand,
  cohorts: async () => (await import('./commands/cohorts.ts')).cohortsCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  senders: async () => (await import('./commands/senders.ts')).sendersCommand,
  recipe: async () => (await import('./commands/recipe.ts')).recipeCommand,
  remake: async () => (await import('./commands/recipe.ts')).remakeCommand,
  measures: async () => (await import('./commands/measures.ts')).measuresCommand,
  score: async () => (await import('./commands/score.ts')).scoreCommand,
  analyses: async () => (await import('./commands/analyses.ts')).analysesCommand,
  analyse: async () => (await import('./commands/analyse.ts')).analyseCommand,
  stats: async () => (await import('./commands/stats.ts')).statsCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  run: async () => (await import('./commands/run.ts')).runCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
} as const satisfies Record<string, () => Promise<Command>>;

export async function commandNamed(name: string): Promise<Command | undefined> {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS]() : undefined;
}

export function allCommands(): Promise<Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}
