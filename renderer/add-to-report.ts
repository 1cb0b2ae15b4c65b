import type { Block } from '../src/model/report.ts';
import type { Result } from '../src/model/result.ts';
import { plainText } from '../src/model/rich.ts';
import type { Session } from './session.ts';

/** What a result offers to a report: its sentence, each table, each figure. */
export function blocksOf(result: Result): { id: string; label: string; block: Block }[] {
  return [
    {
      id: 'sentence',
      label: 'Sentence',
      block: { type: 'text', text: `{{${result.id}:plain}}` },
    },
    ...result.tables.map((table, at) => ({
      id: `table-${at}`,
      label: `Table: ${plainText(table.title)}`,
      block: { type: 'table' as const, result: result.id, table: table.id },
    })),
    ...result.figures.map((figure, at) => ({
      id: `figure-${at}`,
      label: `Figure: ${plainText(figure.title)}`,
      block: { type: 'figure' as const, result: result.id, figure: at },
    })),
  ];
}

/** Puts blocks at the end of the report, without leaving the page. */
export async function addToReport(session: Session, blocks: readonly Block[]): Promise<void> {
  let first = 0;
  const added = await session.change('Adding to the report', async () => {
    const report = await session.client.report({});
    if ('refused' in report) return report;
    first = report.ok.blocks.length;
    return session.client.saveReport({
      report: { ...report.ok, blocks: [...report.ok.blocks, ...blocks] },
    });
  });
  if (added === undefined) return;
  session.say(
    `Added to the report: ${blocks.length === 1 ? '1 block' : `${blocks.length} blocks`}.`,
    {
      label: 'Show',
      run: () => session.set({ view: 'report', block: first }),
    },
  );
}

export function exportReport(session: Session, format: 'docx' | 'xlsx' | 'json'): Promise<void> {
  return session.deliver('Writing the report', (options) =>
    session.client.exportReport({ format }, options),
  );
}
