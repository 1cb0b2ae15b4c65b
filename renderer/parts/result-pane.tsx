import type { AnalysisDescription } from '../../src/model/option.ts';
import type { Result } from '../../src/model/result.ts';
import { changeWords, type StaleResult } from '../../src/model/stale-result.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { runSpec, specOf } from '../analysis-runs.ts';
import type { Composer } from '../use-composer.ts';
import type { Asked } from '../use-reply.ts';
import { useSession } from '../use-session.ts';
import { ChooseAnalysis } from './choose-analysis.tsx';
import { Divider } from './divider.tsx';
import { FittingVariables } from './fitting-variables.tsx';
import { RefusalCard } from './refusal-card.tsx';
import { ResultCard } from './result-card.tsx';
import { ResultOrigin } from './result-origin.tsx';
import { Skeleton } from './skeleton.tsx';

/** Right of the options: what can be chosen, or what the options come to. */
export function ResultPane({
  composer,
  analyses,
  table,
  asked,
  shown,
  isBusy,
  stale,
}: {
  composer: Composer;
  analyses: readonly AnalysisDescription[];
  table: TableInfo;
  asked: Asked<Result>;
  shown: Result | undefined;
  isBusy: boolean;
  /** The results that no longer hold. */
  stale: ReadonlyMap<string, StaleResult>;
}) {
  const session = useSession();
  const { description, needed, spec } = composer;
  if (description === null) {
    return <ChooseAnalysis analyses={analyses} table={table} onChoose={composer.choose} />;
  }
  if (needed.length > 0) {
    return <FittingVariables composer={composer} description={description} table={table} />;
  }
  if (spec !== null && asked.state !== 'ok') {
    return (
      <section className="card choose waiting" aria-label="Result">
        {asked.state === 'refused' ? (
          <RefusalCard refusal={asked.refusal} />
        ) : (
          <Skeleton lines={12} />
        )}
      </section>
    );
  }
  const isKept = spec === null;
  const result = !isKept && asked.state === 'ok' ? asked.value : shown;
  if (result === undefined) return null;
  const changed = isKept ? stale.get(result.id) : undefined;
  return (
    <>
      <ResultCard
        key={isKept ? result.id : 'preview'}
        result={result}
        name={description.title}
        changed={changeWords(changed)}
        isKept={isKept}
        isBusy={isBusy || (asked.state === 'ok' && asked.stale)}
      />
      <Divider
        name="analyse-right"
        label="the panel"
        pane="right"
        wide={268}
        slim={236}
        min={200}
      />
      <ResultOrigin
        result={result}
        description={analyses.find(({ id }) => id === result.analysis)}
        isKept={isKept}
        stale={changed}
        onRerun={() => void runSpec(session, specOf(result))}
      />
    </>
  );
}
