import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { Refusal } from './model/refusal.ts';

/** Reads a JSON file and holds it against a schema. @throws Refusal naming the place that is wrong. */
export function readJson<T>(path: string, schema: v.GenericSchema<unknown, T>): T {
  const where = { file: basename(path) };
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal('unreadable-json', `The file cannot be read as JSON: ${reason}.`, {
      where,
      cause: error,
    });
  }
  const checked = v.safeParse(schema, content);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  throw new Refusal('bad-json', `At ${v.getDotPath(issue) ?? 'the top'}: ${issue.message}.`, {
    where,
  });
}
