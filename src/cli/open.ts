import { createWorkbench, type OpenWorkbench } from '../workbench.ts';

/** Opens a project for one command and closes it whatever happens. */
export async function withProject<T>(
  path: string,
  mode: 'read' | 'write',
  work: (workbench: OpenWorkbench) => T | Promise<T>,
): Promise<T> {
  const workbench = createWorkbench(path, { readOnly: mode === 'read' });
  try {
    return await work(workbench);
  } finally {
    workbench.close();
  }
}
