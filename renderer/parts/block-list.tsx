import { useEffect } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Block, RenderedReport, ReportDocument } from '../../src/model/report.ts';
import { changeWords, type StaleResult } from '../../src/model/stale-result.ts';
import { blockLabel, liveCount, resultsIn } from '../report-edits.ts';
import { scrollWithin } from '../scroll-within.ts';
import { Icon, type IconName } from './icon.tsx';

const ICONS: Record<Block['type'], IconName> = {
  heading: 'heading',
  text: 'paragraph',
  list: 'category',
  table: 'table',
  figure: 'figure',
  'page-break': 'page',
};

export const TITLE_PAGE = -1;

/** The outline: one line a block, in the order of the pages. */
export function BlockList({
  document,
  report,
  stale,
  selected,
  onSelect,
}: {
  document: ReportDocument;
  report: RenderedReport;
  /** The results that no longer hold. */
  stale: ReadonlyMap<string, StaleResult>;
  selected: number;
  onSelect: (at: number) => void;
}) {
  useEffect(() => {
    // After the press has moved the focus, which puts the list back to where it was.
    const frame = requestAnimationFrame(() => {
      for (const [box, place] of [
        ['.desk', `[data-block="${selected}"]`],
        ['.tree', `[data-key="${selected}"]`],
      ] as const) {
        const around = window.document.querySelector(box);
        scrollWithin(around, around?.querySelector(place) ?? null);
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);
  return (
    <ListBox
      className="scroll varlist tree"
      aria-label="Blocks of the report"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        if (keys !== 'all') for (const key of keys) onSelect(Number(key));
      }}
    >
      <ListBoxItem className="option" id={TITLE_PAGE} textValue="Title page">
        <Icon name="report" />
        <span className="cut">Title page</span>
      </ListBoxItem>
      {document.blocks.map((block, at) => {
        const rendered = report.blocks[at];
        const { lead, words } = blockLabel(block, rendered);
        const live = liveCount(block);
        const isMissing =
          rendered?.type === 'absent' ||
          ((rendered?.type === 'text' || rendered?.type === 'list') && rendered.missing.length > 0);
        const changed = resultsIn(block).flatMap((id) => stale.get(id) ?? []);
        return (
          <ListBoxItem
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
            key={at}
            id={at}
            className={`option ${levelOf(block)}`}
            textValue={`${lead} ${words}`.trim()}
          >
            <Icon name={ICONS[block.type]} />
            <span className="cut">
              {lead !== '' && <b>{lead} </b>}
              {words}
            </span>
            {changed.length > 0 && (
              <span className="tag caution" title={changed.map(changeWords).join(' ')}>
                ! old
              </span>
            )}
            {isMissing && <span className="tag caution">! missing</span>}
            {live > 0 && !isMissing && <span className="note right">{live} live</span>}
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}

function levelOf(block: Block): string {
  return block.type === 'heading' ? `h${block.level}` : 'in';
}
