import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { RenderedReport } from '../../src/model/report.ts';
import type { Result } from '../../src/model/result.ts';
import type { StaleResult } from '../../src/model/stale-result.ts';
import { moved } from '../option-values.ts';
import { blockLabel, insertBlock, removeBlock } from '../report-edits.ts';
import type { ReportEdits } from '../use-report.ts';
import { AddBlockMenu } from './add-block-menu.tsx';
import { BlockList } from './block-list.tsx';
import { Icon } from './icon.tsx';

/** The blocks and what can be done with their order: add, move (Alt and the arrows), remove (Delete). */
export function BlockOutline({
  edits,
  report,
  results,
  stale,
  selected,
  onSelect,
}: {
  edits: ReportEdits;
  report: RenderedReport;
  results: readonly Result[];
  /** The results that no longer hold. */
  stale: ReadonlyMap<string, StaleResult>;
  selected: number;
  onSelect: (at: number) => void;
}) {
  const { document, change, undo } = edits;
  const { blocks } = document;
  const block = blocks[selected];
  const move = (step: number) => {
    const to = selected + step;
    if (block === undefined || to < 0 || to >= blocks.length) return;
    change({ ...document, blocks: moved(blocks, selected, to) });
    onSelect(to);
  };
  const remove = () => {
    if (block === undefined) return;
    const { lead, words } = blockLabel(block, report.blocks[selected]);
    change(removeBlock(document, selected), `Removed ${lead || `“${words}”`}.`);
    onSelect(Math.min(selected, blocks.length - 2));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      move(step);
    } else if (event.key === 'Delete') remove();
    else if (event.ctrlKey && event.key === 'z') {
      event.preventDefault();
      event.stopPropagation();
      undo();
    }
  };
  return (
    <section
      className="card flush outline"
      aria-label="Blocks"
      data-pane="blocks"
      onKeyDownCapture={onKeyDown}
    >
      <header>
        <h2>Blocks</h2>
        <span className="note right">{blocks.length}</span>
      </header>
      <BlockList
        document={document}
        report={report}
        stale={stale}
        selected={selected}
        onSelect={onSelect}
      />
      <footer>
        <AddBlockMenu
          results={results}
          onAdd={(added) => {
            change(insertBlock(document, selected, added));
            onSelect(selected + 1);
          }}
        />
        <span className="right line">
          <Button
            className="btn small icon"
            aria-label="Move the block up"
            isDisabled={selected < 1}
            onPress={() => move(-1)}
          >
            <Icon name="up" />
          </Button>
          <Button
            className="btn small icon"
            aria-label="Move the block down"
            isDisabled={block === undefined || selected === blocks.length - 1}
            onPress={() => move(1)}
          >
            <Icon name="down" />
          </Button>
          <Button
            className="btn small icon"
            aria-label="Remove the block"
            isDisabled={block === undefined}
            onPress={remove}
          >
            <Icon name="close" />
          </Button>
        </span>
      </footer>
    </section>
  );
}
