import { APP } from '../app.ts';
import { figureToSvg } from '../chart/figure-svg.ts';
import { takeRows } from '../columns/take.ts';
import { basisSentence, withBasis } from '../model/basis.ts';
import type { Condition } from '../model/condition.ts';
import type { Figure } from '../model/figure.ts';
import { originTables } from '../model/origin-tables.ts';
import type { Artifact, Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import type { RenderedReport, ReportDocument } from '../model/report.ts';
import { EMPTY_REPORT } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { changeWords } from '../model/stale-result.ts';
import { figureCsv, resultTablesCsv, writeTableCsv } from '../report/csv.ts';
import { writeDocx } from '../report/docx.ts';
import { renderReport } from '../report/render.ts';
import { resultReport } from '../report/result-document.ts';
import { resultsJson } from '../report/results-json.ts';
import { aboutText, type ExportedFrom, tableAbout } from '../report/table-about.ts';
import { writeReportXlsx, writeTableXlsx } from '../report/xlsx.ts';
import { readDocument } from '../store/documents.ts';
import { readResults } from '../store/results.ts';
import { readTables, type StoredTable } from '../store/tables.ts';
import { type Context, projectName, selectWithin } from './context.ts';
import { madePage } from './made-page.ts';
import { tableInfo } from './project-info.ts';
import { staleResults } from './stale-results.ts';

const MIME = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
} as const;

type Format = keyof typeof MIME;

export function currentReport(context: Context): ReportDocument {
  const kept = readDocument(context.project.db, 'report');
  return kept === undefined ? EMPTY_REPORT : (JSON.parse(kept) as ReportDocument);
}

export function currentRender(context: Context): RenderedReport {
  return renderReport(currentReport(context), readResults(context.project.db), madePage(context));
}

export async function exportTable(
  context: Context,
  input: { table: string; cohort?: string; within?: Condition; format: 'csv' | 'xlsx' },
): Promise<Artifact> {
  const table = context.table(input.table);
  const { cohort } = context.select(table, input.cohort);
  const selection = selectWithin(context, table, input);
  const frame = takeRows(context.frame(table), selection.rows);
  const info = tableInfo(table);
  const about = tableAbout(
    info,
    frame,
    { rows: selection.cohort, cohort },
    exportedFrom(context, table),
  );
  const part = input.within === undefined ? '' : ' part';
  const name = `${cohort.name === null ? table.name : `${table.name} ${cohort.name}`}${part}`;
  if (input.format === 'xlsx') {
    return artifact(name, 'xlsx', await writeTableXlsx(info, frame, about));
  }
  // A line of comment before the names would be read as data by most programs.
  return { ...artifact(name, 'csv', writeTableCsv(info, frame)), about: aboutText(info, about) };
}

function exportedFrom(context: Context, table: StoredTable): ExportedFrom {
  const tables = readTables(context.project.db);
  const files = originTables(table, tables).flatMap(({ origin }) =>
    origin.made === 'import' ? origin.files : [],
  );
  return { app: APP, project: projectName(context), at: new Date().toISOString(), files };
}

export async function exportResult(
  context: Context,
  input: { id: string; format: Format; figure?: number; picture?: string },
): Promise<Artifact> {
  const result = resultNamed(context, input.id);
  if (input.figure !== undefined || input.format === 'svg' || input.format === 'png') {
    return exportFigure(result, input.figure ?? 0, input, changedSince(context, result));
  }
  const made = madePage(context);
  const report = () => resultReport(result, { ...made, results: ofResult(made.results, result) });
  switch (input.format) {
    case 'docx':
      return artifact(result.id, 'docx', await writeDocx(report()));
    case 'xlsx':
      return artifact(result.id, 'xlsx', await writeReportXlsx(report()));
    case 'csv':
      return artifact(result.id, 'csv', resultTablesCsv(result, changedSince(context, result)));
    case 'json':
      return artifact(result.id, 'json', resultsJson([result], made));
  }
}

function exportFigure(
  result: Result,
  at: number,
  { format, picture }: { format: Format; picture?: string },
  changed: string,
): Artifact {
  const figure = result.figures[at];
  if (!figure) {
    throw new Refusal('no-chart', `“${result.title}” has no chart${at > 0 ? ` ${at + 1}` : ''}.`, {
      hint: 'Export its tables to Word, Excel or CSV.',
    });
  }
  const name = result.figures.length > 1 ? `${result.id} chart ${at + 1}` : `${result.id} chart`;
  const basis = basisSentence(result, changed);
  // A table says below it who it is about; a drawing has to carry it.
  const told = format === 'svg' ? withBasis(figure, basis) : figure;
  return figureArtifact(told, { name, basis, format, picture });
}

/** One chart as a file; `picture` is the PNG that the window drew of it, in base64. */
export function figureArtifact(
  figure: Figure,
  as: { name: string; basis: string; format: Format; picture: string | undefined },
): Artifact {
  const { name, basis, format, picture } = as;
  if (format === 'svg') return artifact(name, 'svg', figureToSvg(withBasis(figure, basis)));
  if (format === 'csv') return artifact(name, 'csv', figureCsv(figure, basis));
  if (format === 'png' && picture !== undefined) {
    return artifact(name, 'png', Uint8Array.from(Buffer.from(picture, 'base64')));
  }
  throw new Refusal('no-chart-format', `A chart alone is not written as ${format}.`, {
    where: { option: 'format' },
    hint: 'SVG and CSV are written here; a PNG is drawn by the window.',
  });
}

function changedSince(context: Context, { id }: Result): string {
  return changeWords(staleResults(context).find((stale) => stale.id === id));
}

export async function exportReport(
  context: Context,
  format: 'docx' | 'xlsx' | 'json',
  task: Task,
): Promise<Artifact> {
  task.progress(0, 2, 'Filling in numbers');
  const report = currentRender(context);
  await task.checkpoint();
  task.progress(1, 2, 'Writing the file');
  if (format === 'json') {
    const results = readResults(context.project.db);
    return artifact('results', 'json', resultsJson(results, report.made));
  }
  const write = format === 'docx' ? writeDocx : writeReportXlsx;
  return artifact(report.title, format, await write(report));
}

export function resultNamed(context: Context, id: string): Result {
  const found = readResults(context.project.db).find((result) => result.id === id);
  if (found) return found;
  throw new Refusal('unknown-result', `There is no result called “${id}”.`, {
    where: { option: 'id' },
  });
}

function ofResult<T extends { id: string }>(list: readonly T[], result: Result): T[] {
  return list.filter((each) => each.id === result.id);
}

/** A file name that every system takes: no separators, no reserved characters, not too long. */
function artifact(name: string, format: Format, content: string | Uint8Array): Artifact {
  const safe =
    name
      .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 100) || 'export';
  return {
    name: `${safe}.${format}`,
    mime: MIME[format],
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  };
}
