import type { Block, RenderedBlock, ReportDocument } from '../src/model/report.ts';
import { plainText } from '../src/model/rich.ts';

export function changeBlock(document: ReportDocument, at: number, block: Block): ReportDocument {
  return {
    ...document,
    blocks: document.blocks.map((entry, place) => (place === at ? block : entry)),
  };
}

/** The document with a block put after the one at `at`; −1 puts it first. */
export function insertBlock(document: ReportDocument, at: number, block: Block): ReportDocument {
  const { blocks } = document;
  return { ...document, blocks: [...blocks.slice(0, at + 1), block, ...blocks.slice(at + 1)] };
}

export function removeBlock(document: ReportDocument, at: number): ReportDocument {
  return { ...document, blocks: document.blocks.filter((_, place) => place !== at) };
}

/** A block as the outline names it. */
export function blockLabel(
  block: Block,
  rendered: RenderedBlock | undefined,
): { lead: string; words: string } {
  switch (block.type) {
    case 'heading':
      return { lead: '', words: plainText(block.text) || 'Heading' };
    case 'text':
    case 'list': {
      const text =
        rendered?.type === 'text'
          ? rendered.text
          : rendered?.type === 'list'
            ? rendered.items.join(' · ')
            : '';
      return { lead: '', words: plainText(text).slice(0, 60) || 'Empty text' };
    }
    case 'table':
    case 'figure': {
      const word = block.type === 'table' ? 'Table' : 'Figure';
      if (rendered?.type !== block.type) return { lead: word, words: 'result missing' };
      return { lead: `${word} ${rendered.number}`, words: plainText(rendered.title) };
    }
    case 'page-break':
      return { lead: '', words: 'Page break' };
  }
}

/** The results that a block shows or quotes. */
export function resultsIn(block: Block): string[] {
  switch (block.type) {
    case 'table':
    case 'figure':
      return [block.result];
    case 'text':
    case 'list': {
      const text = block.type === 'text' ? block.text : block.items.join(' ');
      const marks = text.matchAll(/\{\{\s*([^{}:]+?)\s*:[^{}]*\}\}/g);
      return [...new Set([...marks].map(([, id = '']) => id))];
    }
    default:
      return [];
  }
}

/** How many live numbers a text holds. */
export function liveCount(block: Block): number {
  const text =
    block.type === 'text' ? block.text : block.type === 'list' ? block.items.join(' ') : '';
  return text.match(/\{\{[^{}]+\}\}/g)?.length ?? 0;
}
