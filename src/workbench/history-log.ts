import { longDate, parseIsoDate } from '../model/calendar.ts';
import type { HistoryEntry } from '../model/history.ts';
import type { Artifact } from '../model/project.ts';
import { type Context, projectName } from './context.ts';
import { history } from './history.ts';

const ALL = 100_000;

/** The history as a file: to read, oldest first and by day, or as JSON for programs. */
export function exportHistory(context: Context, format: 'txt' | 'json'): Artifact {
  const name = projectName(context);
  const entries = history(context, { limit: ALL }).entries.toReversed();
  const text =
    format === 'json'
      ? `${JSON.stringify({ project: name, entries }, null, 2)}\n`
      : log(name, entries);
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
