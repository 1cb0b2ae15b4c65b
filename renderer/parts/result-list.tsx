import { useEffect } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import type { Result } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import { scrollWithin } from '../scroll-within.ts';
import { count } from '../words.ts';

/** The results of the project, newest first. */
export function ResultList({
  results,
  selected,
  staleness,
  onSelect,
  onRemove,
  onRerun,
}: {
  results: readonly Result[];
  selected: string | null;
  /** What has changed since; null while a result holds. */
  staleness: (result: Result) => string | null;
  onSelect: (id: string) => void;
  onRemove: (id: string) => void;
  onRerun: (results: readonly Result[]) => void;
}) {
  const stale = results.filter((result) => staleness(result) !== null);
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
        {stale.length > 0 ? (
          <Button className="btn small right" onPress={() => onRerun(stale)}>
            Re-run {stale.length} out of date
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
                {staleness(result) !== null && (
                  <b className="caution" title={staleness(result) ?? ''}>
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
