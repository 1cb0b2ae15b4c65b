import { longDate, parseIsoDate } from '../model/calendar.ts';
import { formatNumber, formatShare } from '../model/format.ts';
import type { Artifact } from '../model/project.ts';
import { DIMENSIONS } from '../model/quality.ts';
import type { QualityCheck, RuleFinding } from '../model/quality-check.ts';
import type { RenderedBlock, RenderedReport } from '../model/report.ts';
import type { Cell, ResultTable } from '../model/result.ts';
import { escapeRich } from '../model/rich.ts';
import { writeDocx } from '../report/docx.ts';
import type { Context } from './context.ts';
import { madePage } from './made-page.ts';
import { checkQuality } from './quality.ts';

/** The state of the data as a Word document: scorecard, findings by table, columns with identifiers. */
export async function exportQuality(context: Context): Promise<Artifact> {
  const check = checkQuality(context);
  const made = { ...madePage(context), results: [] };
  const bytes = await writeDocx(qualityReport(check, made));
  return {
    name: 'data quality.docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes,
  };
}

function qualityReport(check: QualityCheck, made: RenderedReport['made']): RenderedReport {
  const tables = [scorecard(check), ...check.tables.flatMap((table) => findingsOf(check, table))];
  const rows = check.tables.reduce((sum, each) => sum + each.rows, 0);
  const open = check.findings.filter((each) => !each.met && each.rule.severity !== 'info');
  const blocks: RenderedBlock[] = [
    text(
      `${formatNumber(check.rules, 'count')} rules were run on ${formatNumber(rows, 'count')} rows of ${check.tables.length} tables. ${formatShare(check.findings.length, check.rules)} rules found something; ${open.length} of these findings are open and more than information.`,
    ),
    ...tables.flatMap(({ heading, table }, at): RenderedBlock[] => [
      ...(heading === '' ? [] : [{ type: 'heading', level: 1, text: heading } as const]),
      {
        type: 'table',
        number: at + 1,
        title: table.title,
        table,
        basis: 'Every row of the tables as they are in the project',
        result: table.id,
      },
    ]),
  ];
  if (check.identifiers.length > 0) {
    blocks.push(
      { type: 'heading', level: 1, text: 'Columns that say who somebody is' },
      {
        type: 'list',
        items: check.identifiers.map(({ table, label, kind, n, of, looked, isWhole }) =>
          escapeRich(
            `${label} (${table}): ${kind} ${isWhole ? 'in' : 'in the text of'} ${formatShare(n, looked ?? of)} rows${looked === null ? '' : ' that were looked at'}`,
          ),
        ),
        missing: [],
      },
    );
  }
  return {
    title: 'Data quality',
    subtitle: made.project,
    authors: '',
    date: longDate(parseIsoDate(check.at.slice(0, 10)) ?? 0),
    blocks,
    made,
  };
}

function text(words: string): RenderedBlock {
  return { type: 'text', text: escapeRich(words), missing: [] };
}

interface Part {
  heading: string;
  table: ResultTable;
}

function scorecard({ tables, scores }: QualityCheck): Part {
  const percent = (table: string, dimension: string): Cell => {
    const score = scores.find((each) => each.table === table && each.dimension === dimension);
    if (!score || score.of === 0) return { value: null };
    return { value: (100 * score.good) / score.of };
  };
  return {
    heading: '',
    table: {
      id: 'scorecard',
      title: 'Rows without an open finding, in per cent',
      columns: [
        { key: 'table', header: 'Table', align: 'left', format: 'text' },
        { key: 'rows', header: 'Rows', align: 'right', format: 'count' },
        ...DIMENSIONS.map((each) => ({
          key: each,
          header: each.charAt(0).toUpperCase() + each.slice(1),
          align: 'right' as const,
          format: 'percent1' as const,
        })),
      ],
      rows: tables.map(({ name, label, rows }) => ({
        cells: [
          { value: label },
          { value: rows },
          ...DIMENSIONS.map((dimension) => percent(name, dimension)),
        ],
      })),
      notes: [
        'Dimensions of the Government Data Quality Framework. Excused and corrected rows count as right; findings of the severity information are left out. A dash: no rule asks.',
      ],
    },
  };
}

function findingsOf(
  { findings }: QualityCheck,
  { name, label }: QualityCheck['tables'][number],
): Part[] {
  const own = findings.filter(({ rule }) => rule.table === name);
  if (own.length === 0) return [];
  return [
    {
      heading: label,
      table: {
        id: name,
        title: `Findings in ${label}`,
        columns: [
          { key: 'severity', header: 'Severity', align: 'left', format: 'text' },
          { key: 'rule', header: 'Rule', align: 'left', format: 'text' },
          { key: 'n', header: 'Failing', align: 'right', format: 'text' },
          { key: 'excused', header: 'Excused', align: 'right', format: 'count' },
          { key: 'corrected', header: 'Corrected', align: 'right', format: 'count' },
          { key: 'before', header: 'Before', align: 'right', format: 'count' },
        ],
        rows: own.map((finding) => ({ cells: cellsOf(finding) })),
        notes: [
          'Corrected: right in the tables that cleaning steps made from this one. Before: at the check of the import before this one. A dash: the rule was not run.',
        ],
      },
    },
  ];
}

function cellsOf({ rule, sentence, n, of, unit, excused, corrected, before }: RuleFinding): Cell[] {
  return [
    { value: rule.severity },
    { value: sentence },
    { value: `${formatShare(n, of)} ${unit}` },
    { value: excused },
    { value: corrected },
    { value: before },
  ];
}
