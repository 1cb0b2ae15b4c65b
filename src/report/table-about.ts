import { sizeWords } from '../model/basis.ts';
import type { Column } from '../model/column.ts';
import { formatNumber } from '../model/format.ts';
import type { Frame } from '../model/frame.ts';
import type { CohortInUse, SourceFile, TableInfo } from '../model/table.ts';

/** What stands beside the rows of a table when they leave: which rows they are, and what is missing in them. */
export interface TableAbout {
  facts: readonly (readonly [name: string, value: string])[];
  /** Of each variable how many values are missing, and why: "4 (empty 3, refused 1)"; '' when none are. */
  missing: readonly string[];
}

/** Where rows are exported from. */
export interface ExportedFrom {
  app: string;
  project: string;
  /** ISO date-time, UTC. */
  at: string;
  /** The files that the table and those it was made from were read from. */
  files: readonly Pick<SourceFile, 'name' | 'sheet' | 'sha256'>[];
}

export function tableAbout(
  info: TableInfo,
  frame: Frame,
  /** The rows, and the cohort that they are taken from: the same unless they were narrowed further. */
  { rows, cohort }: { rows: CohortInUse; cohort: CohortInUse },
  from: ExportedFrom,
): TableAbout {
  const named = info.label === info.name ? info.name : `${info.label} (${info.name})`;
  return {
    facts: [
      ['Table', `${named}, version ${info.version}`],
      ['Cohort', cohort.name === null ? 'none' : `${cohort.label} (version ${cohort.version})`],
      ['Rows', `${sizeWords(rows)}.`],
      ['n', `${count(rows.n)} of ${count(rows.of)} ${rows.unit}`],
      ...from.files.map(
        ({ name, sheet, sha256 }) =>
          [
            'Source',
            `${name}${sheet === null ? '' : `, sheet ${sheet}`}, SHA-256 ${sha256}`,
          ] as const,
      ),
      ['Exported', `${from.at} from ${from.project} with ${from.app}`],
    ],
    missing: frame.columns.map(missingIn),
  };
}

/** The same as a text file, for formats that have no room for it. */
export function aboutText(info: TableInfo, { facts, missing }: TableAbout): string {
  const incomplete = info.variables.flatMap(({ name }, i) =>
    missing[i] ? [`  ${name}: ${missing[i]}`] : [],
  );
  return [
    ...facts.map(([name, value]) => `${name}: ${value}`),
    incomplete.length === 0 ? 'Missing: none' : 'Missing:',
    ...incomplete,
    '',
  ].join('\r\n');
}

function missingIn({ missing, reasons }: Column): string {
  const counts = new Map<string, number>();
  for (const code of missing) {
    if (code === 0) continue;
    const reason = reasons[code - 1] ?? 'missing';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const sum = [...counts.values()].reduce((total, n) => total + n, 0);
  const words = [...counts].map(([reason, n]) => `${reason} ${count(n)}`);
  return `${count(sum)} (${words.join(', ')})`;
}

function count(n: number): string {
  return formatNumber(n, 'count');
}
