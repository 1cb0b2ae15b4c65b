import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Result } from '../../src/model/result.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Composer } from '../use-composer.ts';
import { count } from '../words.ts';
import { OptionForm } from './option-form.tsx';

/** Options beside the result. A result made here follows its options; an older one waits for Run. */
export function OptionsCard({
  composer,
  table,
  isLive,
  result,
}: {
  composer: Composer;
  table: TableInfo;
  isLive: boolean;
  result: Result | undefined;
}) {
  const { description, needed, isChanged } = composer;
  const isReady = needed.length === 0;
  const hasResult = result !== undefined;
  const rerun = useEffectEvent(() => void composer.run(true));
  const wanted = JSON.stringify([table.name, composer.values]);
  useEffect(() => {
    if (!(isLive && isReady && isChanged && wanted !== '')) return;
    const timer = setTimeout(rerun, 400);
    return () => clearTimeout(timer);
  }, [isLive, isReady, isChanged, wanted]);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // The list that the analysis was chosen from is gone, and the focus with it.
    if (document.activeElement !== document.body) return;
    card.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  }, []);
  if (description === null) return null;
  return (
    <section ref={card} className="card flush optioncard" aria-label="Options" data-pane="options">
      <header>
        <h2>Options</h2>
        <Button className="btn small quiet right" onPress={() => composer.choose(null)}>
          Other
        </Button>
      </header>
      <OptionForm
        description={description}
        table={table}
        values={composer.values}
        onChange={composer.set}
        onRun={() => void composer.run(isLive)}
      >
        <footer>
          <span className="cut" role="status">
            {statusWords(needed, isLive ? result : undefined, isChanged, hasResult)}
          </span>
          {hasResult && !isLive && isChanged && (
            <Button
              className="btn small right"
              isDisabled={!isReady}
              onPress={() => composer.run(true)}
            >
              Replace
            </Button>
          )}
          <Button
            type="submit"
            className={
              hasResult && !isLive && isChanged ? 'btn small primary' : 'btn small primary right'
            }
            isDisabled={!isReady}
          >
            {hasResult && !isLive ? 'Run as new' : 'Run'}
          </Button>
        </footer>
      </OptionForm>
    </section>
  );
}

function statusWords(
  needed: readonly string[],
  live: Result | undefined,
  isChanged: boolean,
  hasResult: boolean,
): string {
  if (needed.length > 0) return `Choose: ${needed.join(', ')}`;
  if (live !== undefined) {
    return `Live, n = ${count(live.n.used)} of ${count(live.n.total)}`;
  }
  return hasResult && !isChanged ? 'As shown' : 'Ready';
}
