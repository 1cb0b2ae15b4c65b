import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from './contract/workbench.ts';
import type { Artifact, Task } from './model/project.ts';
import { writeFileWhole } from './write-file.ts';

/**
 * Writes the report pack into a folder: Word, Excel, results.json and every chart as SVG.
 * Gives the paths, relative to the folder.
 */
export async function writePack(
  workbench: Workbench,
  folder: string,
  task: Task,
): Promise<string[]> {
  const charts = workbench.results({}).filter((result) => result.figures.length > 0);
  mkdirSync(join(folder, 'charts'), { recursive: true });
  const written: string[] = [];
  const keep = (artifact: Artifact, name: string) => {
    writeFileWhole(join(folder, name), artifact.bytes);
    written.push(name);
  };
  for (const format of ['docx', 'xlsx', 'json'] as const) {
    const artifact = await workbench.exportReport({ format }, task);
    keep(artifact, artifact.name);
    await task.checkpoint();
  }
  for (const { id, figures } of charts) {
    for (const figure of figures.keys()) {
      const name = figure === 0 ? `${id}.svg` : `${id} ${figure + 1}.svg`;
      keep(await workbench.exportResult({ id, format: 'svg', figure }), join('charts', name));
    }
  }
  return written;
}
