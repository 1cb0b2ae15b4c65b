import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Result } from '../../src/model/result.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Composer } from '../use-composer.ts';
import { count } from '../words.ts';
import { OptionForm } from './option-form.tsx';

/** Options beside the result, which follows them; nothing is kept until somebody says so. */
export function OptionsCard({
  composer,
  table,
  preview,
  isRefused,
  shown,
}: {
  composer: Composer;
  table: TableInfo;
  /** What the options come to now, while it is not kept. */
  preview: Result | null;
  isRefused: boolean;
  /** The kept result that is open. */
  shown: Result | undefined;
}) {
  const { description, needed, spec } = composer;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // The list that the analysis was chosen from is gone, and the focus with it.
    if (document.activeElement !== document.body) return;
    card.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  }, []);
  if (description === null) return null;
  const canReplace = shown !== undefined && spec !== null && !isRefused;
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
        comparing={composer.comparing}
        onCompare={composer.compare}
        onChange={composer.set}
        onRun={() => void composer.keep(false)}
      >
        <footer>
          <span className="cut" role="status">
            {statusWords(needed, preview, shown, isRefused)}
          </span>
          {canReplace && (
            <Button className="btn small right" onPress={() => composer.keep(true)}>
              Replace
            </Button>
          )}
          <Button
            type="submit"
            className={canReplace ? 'btn small primary' : 'btn small primary right'}
            isDisabled={spec === null || isRefused}
          >
            {canReplace ? 'Keep as new' : 'Keep result'}
          </Button>
        </footer>
      </OptionForm>
    </section>
  );
}

function statusWords(
  needed: readonly string[],
  preview: Result | null,
  shown: Result | undefined,
  isRefused: boolean,
): string {
  if (needed.length > 0) return `Choose: ${needed.join(', ')}`;
  if (isRefused) return 'Not computable';
  if (preview !== null) return `n = ${count(preview.n.used)} of ${count(preview.n.total)}`;
  return shown === undefined ? 'Computing' : 'Kept';
}
