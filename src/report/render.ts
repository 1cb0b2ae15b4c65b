import { basisSentence } from '../model/basis.ts';
import type {
  Block,
  MadePage,
  RenderedBlock,
  RenderedReport,
  ReportDocument,
} from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { fillLiveNumbers } from './live-numbers.ts';

type Results = ReadonlyMap<string, Result>;

/** Fills in the live numbers of a report and numbers its tables and figures in the order they stand. */
export function renderReport(
  document: ReportDocument,
  results: readonly Result[],
  made: MadePage,
): RenderedReport {
  const byId = new Map(results.map((result) => [result.id, result]));
  const numbers = { table: 0, figure: 0 };
  const changed = new Map(made.results.map((result) => [result.id, result.changed]));
  const basisOf = (result: Result) => basisSentence(result, changed.get(result.id));
  const blocks = document.blocks.map((block) => renderBlock(block, byId, numbers, basisOf));
  const { title, subtitle, authors, date } = document;
  return { title, subtitle, authors, date, blocks, made };
}

function renderBlock(
  block: Block,
  results: Results,
  numbers: { table: number; figure: number },
  basisOf: (result: Result) => string,
): RenderedBlock {
  switch (block.type) {
    case 'heading':
    case 'page-break':
      return block;
    case 'text':
      return { type: 'text', ...fillLiveNumbers(block.text, results) };
    case 'list': {
      const items = block.items.map((item) => fillLiveNumbers(item, results));
      return {
        type: 'list',
        items: items.map((item) => item.text),
        missing: items.flatMap((item) => item.missing),
      };
    }
    case 'table': {
      const result = results.get(block.result);
      if (!result) return absent('Table', block.result, 'there is no such result');
      const table =
        block.table === undefined
          ? result.tables[0]
          : result.tables.find((entry) => entry.id === block.table);
      if (!table)
        return absent('Table', block.result, `it has no table ${block.table ?? ''}`.trim());
      const title = block.title ?? table.title;
      const basis = basisOf(result);
      return { type: 'table', number: ++numbers.table, title, table, basis, result: result.id };
    }
    case 'figure': {
      const result = results.get(block.result);
      if (!result) return absent('Figure', block.result, 'there is no such result');
      const figure = result.figures[block.figure ?? 0];
      if (!figure)
        return absent('Figure', block.result, `it has no figure ${(block.figure ?? 0) + 1}`);
      const title = block.title ?? figure.title;
      const basis = basisOf(result);
      return { type: 'figure', number: ++numbers.figure, title, figure, basis, result: result.id };
    }
  }
}

function absent(kind: 'Table' | 'Figure', result: string, why: string): RenderedBlock {
  return { type: 'absent', what: `${kind} of result “${result}”: ${why}.` };
}
