import { importDecisions } from '../contract/schemas/imports.ts';
import type { ImportDecisions } from '../model/importing.ts';
import type { Artifact } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { readJson } from '../read-json.ts';
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

/** The decisions that a contract file holds. @throws Refusal `not-a-contract` */
export function readContract(file: string): ImportDecisions {
  try {
    return readJson(file, importDecisions) as ImportDecisions;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      'not-a-contract',
      `This file does not hold import decisions. ${error.message}`,
      {
        hint: 'Choose one that “Save decisions” or --save-contract has written.',
        where: error.where,
        cause: error,
      },
    );
  }
}
