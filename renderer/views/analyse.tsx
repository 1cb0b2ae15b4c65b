import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { AnalysisDescription } from '../../src/model/option.ts';
import type { Result } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { isOutOfDate, removeResult, runSpec, specOf } from '../analysis-runs.ts';
import { AddToReportMenu } from '../parts/add-to-report-menu.tsx';
import { AnalysisList } from '../parts/analysis-list.tsx';
import { Answer } from '../parts/answer.tsx';
import { Blank } from '../parts/blank.tsx';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { Divider } from '../parts/divider.tsx';
import { FittingVariables } from '../parts/fitting-variables.tsx';
import { OptionsCard } from '../parts/options-card.tsx';
import { ResultCard } from '../parts/result-card.tsx';
import { ResultList } from '../parts/result-list.tsx';
import { ResultOrigin } from '../parts/result-origin.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { TableSwitch } from '../parts/table-switch.tsx';
import { importChosen } from '../project-actions.ts';
import { scrollWithin } from '../scroll-within.ts';
import { activeTable } from '../session.ts';
import { useComposer } from '../use-composer.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';

/** Questions to the data: an analysis, its options, and the result beside them. */
export function AnalyseView() {
  const session = useSession();
  const table = useSelect(activeTable);
  const revision = useSelect((state) => state.revision);
  const analyses = useReply('analyses', (options) => session.client.analyses({}, options));
  const results = useReply(`results ${revision}`, (options) => session.client.results({}, options));
  return (
    <>
      <CohortBar />
      <main className="work analyse" data-pane="work">
        {table === null ? (
          <section className="card">
            <Blank title="No table yet" text="Analyses are run on the tables of imported files.">
              <Button className="btn primary" onPress={() => importChosen(session)}>
                Import files <kbd>Ctrl I</kbd>
              </Button>
            </Blank>
          </section>
        ) : (
          <Answer asked={analyses} lines={10}>
            {(known) => (
              <Answer asked={results} lines={10}>
                {(made) => <Workplace analyses={known} results={made} table={table} />}
              </Answer>
            )}
          </Answer>
        )}
      </main>
    </>
  );
}

function Workplace({
  analyses,
  results,
  table,
}: {
  analyses: readonly AnalysisDescription[];
  results: readonly Result[];
  table: TableInfo;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const selected = useSelect((state) => state.result);
  const isBusy = useSelect((state) => state.jobs.some(({ label }) => label === 'Computing'));
  /** Results that were there when the page opened: they change only when somebody says so. */
  const [kept] = useState(() => new Set(results.map(({ id }) => id)));
  const result = results.find(({ id }) => id === selected);
  const composer = useComposer(analyses, table, result);
  const isLive = result !== undefined && !kept.has(result.id);
  const newest = [...results].sort((a, b) => b.madeAt.localeCompare(a.madeAt));
  const select = (id: string) => {
    const next = results.find((entry) => entry.id === id);
    if (next !== undefined) composer.take(next);
    // Where a narrow window stacks the panes, the result is far below its name.
    requestAnimationFrame(() =>
      scrollWithin(document.querySelector('.work'), document.querySelector('.result'), true),
    );
  };
  const remove = (id: string) => {
    const gone = results.find((entry) => entry.id === id);
    if (gone !== undefined) void removeResult(session, gone);
  };
  return (
    <>
      <div className="head">
        <h1 className="cut" title={result === undefined ? undefined : plainText(result.title)}>
          {result === undefined ? 'Analyse' : <RichText text={result.title} />}
        </h1>
        <span className="actions">
          <Button className="btn" onPress={() => composer.choose(null)}>
            New analysis
          </Button>
          {result !== undefined && (
            <>
              <Button className="btn" onPress={() => remove(result.id)}>
                Remove
              </Button>
              <AddToReportMenu result={result} />
            </>
          )}
        </span>
      </div>
      <div className="layout">
        <div className="left">
          <OptionsCard
            key={composer.description?.id ?? ''}
            composer={composer}
            table={table}
            isLive={isLive}
            result={result}
          />
          <ResultList
            results={newest}
            selected={selected}
            isStale={(entry) => isOutOfDate(entry, tables)}
            onSelect={select}
            onRemove={remove}
          />
        </div>
        <Divider name="analyse-left" label="the options" pane="left" wide={248} slim={216} />
        {composer.description === null && (
          <section className="card flush choose" aria-label="Choose an analysis">
            <header>
              <h2>What do you want to know?</h2>
              <TableSwitch />
            </header>
            <AnalysisList analyses={analyses} table={table} onChoose={composer.choose} />
          </section>
        )}
        {composer.description !== null && result === undefined && (
          <FittingVariables composer={composer} description={composer.description} table={table} />
        )}
        {composer.description !== null && result !== undefined && (
          <>
            <ResultCard
              key={result.id}
              result={result}
              name={composer.description.title}
              isBusy={isBusy}
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
              isStale={isOutOfDate(result, tables)}
              onRerun={() => void runSpec(session, specOf(result))}
            />
          </>
        )}
      </div>
    </>
  );
}
