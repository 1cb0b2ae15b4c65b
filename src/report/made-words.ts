import { longDate, parseIsoDate } from '../model/calendar.ts';
import { formatNumber } from '../model/format.ts';
import type { MadePage, RenderedReport } from '../model/report.ts';

export const MADE_TITLE = 'How this was made';

/** "Made with Attune 0.1.0 on 9 January 2026 at 14:02 UTC from the project harbour.attune." */
export function madeSentence({ app, at, project }: MadePage): string {
  const day = parseIsoDate(at.slice(0, 10));
  const when = day === undefined ? at : `${longDate(day)} at ${at.slice(11, 16)} UTC`;
  const from = project === '' ? '' : ` from the project ${project}`;
  return `Made with ${app} on ${when}${from}.`;
}

/** "harbour.csv, sheet PRFQ" */
export function fileName(file: MadePage['files'][number]): string {
  return file.sheet === null ? file.name : `${file.name}, sheet ${file.sheet}`;
}

/** Enough of a SHA-256 to tell files apart at a glance; the full hash always stands on the same page. */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 12)}…`;
}

/** "Referrals, cleaned (referrals_clean): 365 rows" */
export function tableWords({ name, label, rows }: MadePage['tables'][number]): string {
  const named = label === '' || label === name ? name : `${label} (${name})`;
  return `${named}: ${formatNumber(rows, 'count')} rows`;
}

/** Where a result is used in the report: "Table 2, Figure 1"; '' when it is only quoted. */
export function usedIn(report: RenderedReport, result: string): string {
  return report.blocks
    .flatMap((block) => {
      if (block.type !== 'table' && block.type !== 'figure') return [];
      if (block.result !== result) return [];
      return [`${block.type === 'table' ? 'Table' : 'Figure'} ${block.number}`];
    })
    .join(', ');
}
