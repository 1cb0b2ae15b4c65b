/** Where the stage of a project stands while it has a name: see stage.ts. */
export function stagePath(projectPath: string): string {
  return `${projectPath}-rows`;
}
