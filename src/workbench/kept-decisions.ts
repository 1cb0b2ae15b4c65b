import type { ImportDecisions } from '../model/importing.ts';
import type { Artifact } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { readImports } from '../store/imports.ts';
import type { Context } from './context.ts';

/** The decisions of the last import into a table. @throws Refusal `unknown-table`, `not-imported` */
export function keptDecisions(context: Context, table: string): ImportDecisions {
  const { name } = context.table(table);
  const found = readImports(context.project.db).find((record) => record.table === name);
  if (found) return found.decisions;
  throw new Refusal('not-imported', `${name} was not imported; it was made from other tables.`);
}

/** The same as a contract file. */
export function exportContract(context: Context, table: string): Artifact {
  const json = `${JSON.stringify(keptDecisions(context, table), null, 2)}\n`;
  return {
    name: `${context.table(table).name} contract.json`,
    mime: 'application/json',
    bytes: new TextEncoder().encode(json),
  };
}
