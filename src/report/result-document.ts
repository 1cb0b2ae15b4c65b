import type { Block, MadePage, RenderedReport } from '../model/report.ts';
import type { Result } from '../model/result.ts';
import { escapeRich } from '../model/rich.ts';
import { renderReport } from './render.ts';

/** One result as a small report: its sentences, its tables and figures, its notes. */
export function resultReport(result: Result, made: MadePage): RenderedReport {
  const { method, sentences } = result;
  const notes = result.notes.map(({ kind, text, citation }) => {
    const lead = kind === 'note' ? '' : `**${NOTE_LEAD[kind]}.** `;
    return `${lead}${text}${citation ? ` (${escapeRich(citation)})` : ''}`;
  });
  const blocks: Block[] = [
    ...[sentences.plain, sentences.apa].filter((text) => text !== '').map(asText),
    ...result.tables.map((table): Block => ({ type: 'table', result: result.id, table: table.id })),
    ...result.figures.map((_, figure): Block => ({ type: 'figure', result: result.id, figure })),
    ...(notes.length > 0
      ? [
          { type: 'heading', level: 2, text: 'Notes' } as const,
          { type: 'list', items: notes } as const,
        ]
      : []),
  ];
  return renderReport(
    {
      title: result.title,
      subtitle: [method.name, method.variant].filter((part) => part !== '').join(', '),
      authors: '',
      date: '',
      blocks,
    },
    [result],
    made,
  );
}

const NOTE_LEAD = {
  caution: 'Caution',
  assumption: 'Assumption',
  refused: 'Not computed',
} as const;

function asText(text: string): Block {
  return { type: 'text', text };
}
