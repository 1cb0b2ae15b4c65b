import { describeAnalyses, runAnalysis } from '../src/analysis/analyses.ts';
import { formatCell } from '../src/model/format.ts';
import type { AnalysisDescription } from '../src/model/option.ts';
import type { Finding, ResultTable } from '../src/model/result.ts';
import { escapeRich, parseRich } from '../src/model/rich.ts';
import { EXAMPLES, type Example } from '../test/analysis/examples.ts';
import { type ColumnSpec, viewOf } from '../test/analysis/frame.ts';
import { optionTable } from './option-table.ts';

/** More rows than this are not printed. */
const MOST_ROWS = 12;
const MOST_COLUMNS = 6;

/** A page for each analysis by its path below docs: options, formula, sources, a worked example, refusals. */
export function analysisPages(): Map<string, string> {
  return new Map(
    describeAnalyses().map((analysis) => [`analyses/${analysis.id}.md`, page(analysis)]),
  );
}

function page(analysis: AnalysisDescription): string {
  const { id, title, answers, words, options, guide } = analysis;
  const example = EXAMPLES.find((each) => each.analysis === id);
  if (!example) throw new Error(`no example of ${id}`);
  const list = (lines: readonly string[]) => lines.map((line) => `- ${markdown(line)}`);
  const section = (head: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', `## ${head}`, '', ...lines] : [];
  return [
    `# ${title}`,
    '',
    `${answers} In spec files: \`${id}\`. Also found as: ${words.join(', ')}.`,
    ...section('Options', optionTable(options)),
    ...section('What is computed', list(guide.formula)),
    ...section('Sources', list(guide.sources)),
    ...section('What is refused', list(guide.refuses)),
    ...section('Worked example', exampleLines(example)),
    '',
    '[All analyses](../analyses.md)',
    '',
  ].join('\n');
}

function exampleLines(example: Example): string[] {
  const { analysis, columns, held, options, unit } = example;
  const finding = runAnalysis(analysis, viewOf(unit, ...columns), options);
  return [
    `The numbers are those of the program, and a test holds them against outside ones: ${held}.`,
    '',
    ...dataLines(columns),
    '',
    '```json',
    JSON.stringify({ analysis, options }),
    '```',
    '',
    ...finding.tables.slice(0, 2).flatMap(tableLines),
    ...sentenceLines(finding),
  ];
}

function dataLines(columns: readonly ColumnSpec[]): string[] {
  const rows = columns[0]?.data.length ?? 0;
  const named = columns.map(({ name, label }) =>
    label && label !== name ? `\`${name}\` (${label})` : `\`${name}\``,
  );
  if (rows > MOST_ROWS || columns.length > MOST_COLUMNS) {
    const some =
      named.length > MOST_COLUMNS ? [...named.slice(0, 3), '…', named.at(-1) ?? ''] : named;
    return [`Data: ${rows} rows of ${some.join(', ')}.`];
  }
  return [
    `| ${named.join(' | ')} |`,
    `|${'---|'.repeat(columns.length)}`,
    ...Array.from(
      { length: rows },
      (_, i) => `| ${columns.map(({ data }) => cell(data[i])).join(' | ')} |`,
    ),
  ];
}

function cell(entry: ColumnSpec['data'][number] | undefined): string {
  if (entry === null || entry === undefined) return '';
  return typeof entry === 'object' ? `(${entry.missing})` : String(entry);
}

function tableLines({ title, columns, rows }: ResultTable): string[] {
  const shown = rows.slice(0, MOST_ROWS);
  return [
    `**${title}**`,
    '',
    `| ${columns.map(({ spanner, header }) => markdown(spanner ? `${spanner}: ${header}` : header)).join(' | ')} |`,
    `|${columns.map(({ align }) => (align === 'right' ? '--:' : '---')).join('|')}|`,
    ...shown.map(
      ({ cells }) =>
        `| ${cells
          .map((each, k) => {
            const text = formatCell(each, columns[k]?.format ?? 'text');
            return markdown(each.text === undefined ? escapeRich(text) : text);
          })
          .join(' | ')} |`,
    ),
    ...(rows.length > shown.length ? ['', `… and ${rows.length - shown.length} more rows.`] : []),
    '',
  ];
}

function sentenceLines({ sentences }: Finding): string[] {
  return [`> ${markdown(sentences.apa)}`, '>', `> ${markdown(sentences.plain)}`];
}

/** Rich text as Markdown. */
function markdown(text: string): string {
  return parseRich(text)
    .map((run) => {
      const plain = run.text.replace(/[\\*_~|<>`]/g, '\\$&');
      if (run.subscript) return `<sub>${plain}</sub>`;
      return run.bold ? `**${plain}**` : run.italic ? `*${plain}*` : plain;
    })
    .join('');
}
