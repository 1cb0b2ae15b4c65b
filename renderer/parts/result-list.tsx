import { useEffect } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import type { Result } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import { changeWords, type StaleResult } from '../../src/model/stale-result.ts';
import { scrollWithin } from '../scroll-within.ts';
import { count } from '../words.ts';

/** The results of the project, newest first. */
export function ResultList({
  results,
  selected,
  stale,
  onSelect,
  onRemove,
  onRerun,
}: {
  results: readonly Result[];
  selected: string | null;
  /** The results that no longer hold. */
  stale: ReadonlyMap<string, StaleResult>;
  onSelect: (id: string) => void;
  onRemove: (id: string) => void;
  onRerun: (results: readonly Result[]) => void;
}) {
  const again = results.filter(({ id }) => stale.get(id)?.canRerun);
  useEffect(() => {
    // After the options beside have taken their room.
    const frame = requestAnimationFrame(() => {
      const list = document.querySelector('.results .scroll');
      scrollWithin(list, list?.querySelector(`[data-key="${selected}"]`) ?? null);
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);
  return (
    <section className="card flush results" aria-label="Results" data-pane="results">
      <header>
        <h2>Results</h2>
        {again.length > 0 ? (
          <Button className="btn small right" onPress={() => onRerun(again)}>
            Re-run {again.length} out of date
          </Button>
        ) : (
          <span className="note right">{results.length}</span>
        )}
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is meant for the rows inside */}
      <div
        className="scroll"
        onKeyDown={(event) => {
          if (event.key === 'Delete' && selected !== null) onRemove(selected);
        }}
      >
        <ListBox
          className="varlist"
          aria-label="Results"
          items={results}
          dependencies={[stale]}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selected === null ? [] : [selected]}
          onSelectionChange={(keys) => {
            if (keys !== 'all') for (const key of keys) onSelect(String(key));
          }}
          renderEmptyState={() => <p className="empty note">Results that you keep stand here.</p>}
        >
          {(result) => (
            <ListBoxItem className="option two" id={result.id} textValue={plainText(result.title)}>
              <span className="clamp" title={plainText(result.title)}>
                {plainText(result.title)}
              </span>
              <span className="note line">
                {stale.has(result.id) && (
                  <b className="caution" title={changeWords(stale.get(result.id))}>
                    ! out of date
                  </b>
                )}
                <span className="cut" title={result.cohort.label}>
                  {result.cohort.label}
                </span>
                <span className="right">n = {count(result.n.used)}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    </section>
  );
}
