import { longDate, parseIsoDate } from '../model/calendar.ts';
import { formatNumber } from '../model/format.ts';
import type { HistoryEntry } from '../model/history.ts';
import type { Artifact } from '../model/project.ts';
import { readTables } from '../store/tables.ts';
import { type Context, projectName } from './context.ts';
import { history } from './history.ts';

const ALL = 100_000;

/**
 * The history as a file: to read, oldest first and by day, with the cleaning steps as they are now at its end; or as
 * JSON for programs.
 */
export function exportHistory(context: Context, format: 'txt' | 'json'): Artifact {
  const name = projectName(context);
  const entries = history(context, { limit: ALL }).entries.toReversed();
  const text =
    format === 'json'
      ? `${JSON.stringify({ project: name, entries }, null, 2)}\n`
      : `${log(name, entries)}${recipes(context)}`;
  return {
    name: `${name.replace(/\.attune$/, '')} history.${format}`,
    mime: format === 'json' ? 'application/json' : 'text/plain; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  };
}

function log(project: string, entries: readonly HistoryEntry[]): string {
  const lines = [`History of ${project}`, `${entries.length} entries, times in UTC`];
  let day = '';
  for (const { at, sentence, state } of entries) {
    if (at.slice(0, 10) !== day) {
      day = at.slice(0, 10);
      lines.push('', longDate(parseIsoDate(day) ?? 0), '');
    }
    lines.push(`${at.slice(11, 16)}  ${sentence}${state === 'undone' ? ' [undone since]' : ''}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Every cleaned table with its steps. */
function recipes(context: Context): string {
  const parts = readTables(context.project.db).flatMap(({ label, name, rows, unit, origin }) => {
    if (origin.made !== 'recipe') return [];
    const title = `${label} (${name}), from ${origin.from}: ${formatNumber(rows, 'count')} ${unit}`;
    const steps = origin.outcomes.flatMap(({ sentence, notes = [] }, at) => [
      `${String(at + 1).padStart(3)}. ${sentence}`,
      ...notes.map((note) => `     ${note}`),
    ]);
    return ['', title, '', ...steps];
  });
  return parts.length === 0 ? '' : `\n\nCleaning steps as they are now\n${parts.join('\n')}\n`;
}
