import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { evaluation as evaluationSchema } from './contract/schemas/evaluation.ts';
import type { Task } from './model/project.ts';
import type { Receipt } from './model/receipt.ts';
import { Refusal } from './model/refusal.ts';
import type { Evaluation } from './model/report.ts';
import type { Result } from './model/result.ts';
import { readJson } from './read-json.ts';
import { createWorkbench, type OpenWorkbench } from './workbench.ts';
import { writePack } from './write-pack.ts';

export interface EvaluationRun {
  title: string;
  /** Path of the project file. */
  project: string;
  /** Paths of the report pack, relative to the folder. */
  files: readonly string[];
  receipts: readonly (Receipt & { table: string })[];
  results: readonly Result[];
}

/** The history line that ends a run: while it is the newest, nobody has worked in the project. */
const RUN = 'runEvaluation';

/**
 * Declared sources → project → report pack, nothing asked. The project of an earlier run is replaced
 * only when nobody has worked in it since. A refused or cancelled run leaves no project behind.
 */
export async function runEvaluation(file: string, out: string, task: Task): Promise<EvaluationRun> {
  const evaluation = readJson(file, evaluationSchema) as Evaluation;
  mkdirSync(out, { recursive: true });
  const path = join(out, `${fileName(evaluation.title)}.attune`);
  refuseWhenWorkedIn(path);
  // In a folder of its own under its final name: the name stands in the report.
  const workshop = mkdtempSync(join(out, '.unfinished-'));
  const unfinished = join(workshop, basename(path));
  try {
    const workbench = createWorkbench(unfinished, { create: { title: evaluation.title } });
    let done: Omit<EvaluationRun, 'title' | 'project'>;
    try {
      const receipts = await carryOut(workbench, evaluation, dirname(resolve(file)), task);
      const results = workbench.results({});
      workbench.note(RUN, `Ran ${basename(file)}: ${results.length} results.`);
      done = { receipts, results, files: await writePack(workbench, out, task) };
    } finally {
      workbench.close();
    }
    removeProject(path);
    renameSync(unfinished, path);
    return { title: evaluation.title, project: path, ...done };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function carryOut(
  workbench: OpenWorkbench,
  evaluation: Evaluation,
  folder: string,
  task: Task,
): Promise<(Receipt & { table: string })[]> {
  for (const measure of evaluation.measures ?? []) workbench.saveMeasure({ measure });
  const receipts: (Receipt & { table: string })[] = [];
  for (const { file, table, label, unit, decisions } of evaluation.sources) {
    const reading = { file: join(folder, file), ...(decisions ? { changes: decisions } : {}) };
    const { receipt } = await workbench.importFile(
      { ...reading, table, label, unit, again: true },
      task,
    );
    receipts.push({ ...receipt, table });
  }
  // A pair's eligible people may be a cohort of a table that is made before it, so each cohort
  // is kept as soon as its table exists.
  const waiting = [...evaluation.cohorts];
  const keepCohorts = () => {
    const known = new Set(workbench.project({}).tables.map((table) => table.name));
    for (const cohort of waiting.splice(0)) {
      if (known.has(cohort.table)) workbench.saveCohort(cohort);
      else waiting.push(cohort);
    }
  };
  keepCohorts();
  for (const definition of evaluation.tables) {
    await workbench.makeTable({ definition }, task);
    keepCohorts();
  }
  const [lost] = waiting;
  if (lost) {
    throw new Refusal(
      'unknown-table',
      `The cohort “${lost.label}” is of a table that is not made.`,
      {
        where: { table: lost.table },
      },
    );
  }
  for (const [index, spec] of evaluation.analyses.entries()) {
    task.progress(index, evaluation.analyses.length, 'Analysing');
    await task.checkpoint();
    workbench.analyse({ spec });
  }
  workbench.saveReport({ report: evaluation.report });
  return receipts;
}

function refuseWhenWorkedIn(path: string): void {
  if (!existsSync(path)) return;
  const earlier = createWorkbench(path, { readOnly: true });
  try {
    if (earlier.journal({ limit: 1 })[0]?.action === RUN) return;
  } finally {
    earlier.close();
  }
  throw new Refusal('project-worked-in', 'Somebody has worked in this project since it was made.', {
    hint: 'Choose another folder, or move the project away; it was left as it is.',
    where: { file: basename(path) },
  });
}

function removeProject(path: string): void {
  for (const part of [path, `${path}-wal`, `${path}-shm`]) rmSync(part, { force: true });
}

function fileName(title: string): string {
  const safe = title
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return safe.slice(0, 80) || 'evaluation';
}
