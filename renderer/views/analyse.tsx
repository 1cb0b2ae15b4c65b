import { Button } from 'react-aria-components';
import type { AnalysisDescription } from '../../src/model/option.ts';
import type { Result } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { removeResult, rerunAll } from '../analysis-runs.ts';
import { AddToReportMenu } from '../parts/add-to-report-menu.tsx';
import { Answer } from '../parts/answer.tsx';
import { Blank } from '../parts/blank.tsx';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { Divider } from '../parts/divider.tsx';
import { OptionsCard } from '../parts/options-card.tsx';
import { ResultList } from '../parts/result-list.tsx';
import { ResultPane } from '../parts/result-pane.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { importChosen } from '../project-actions.ts';
import { scrollWithin } from '../scroll-within.ts';
import { activeTable } from '../session.ts';
import { useComposer } from '../use-composer.ts';
import { usePreview } from '../use-preview.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { useStaleResults } from '../use-stale-results.ts';

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
  const stale = useStaleResults();
  const selected = useSelect((state) => state.result);
  const isBusy = useSelect((state) => state.jobs.some(({ label }) => label === 'Computing'));
  const shown = results.find(({ id }) => id === selected);
  const composer = useComposer(analyses, table, shown);
  const asked = usePreview(composer.spec);
  const preview = composer.spec !== null && asked.state === 'ok' ? asked.value : null;
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
  const title = preview?.title ?? shown?.title;
  return (
    <>
      <div className="head">
        <h1 className="cut" title={title === undefined ? undefined : plainText(title)}>
          {title === undefined ? 'Analyse' : <RichText text={title} />}
        </h1>
        <span className="actions">
          <Button className="btn" onPress={() => composer.choose(null)}>
            New analysis
          </Button>
          {shown !== undefined && composer.spec === null && (
            <>
              <Button className="btn" onPress={() => remove(shown.id)}>
                Remove
              </Button>
              <AddToReportMenu result={shown} />
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
            preview={preview}
            isRefused={composer.spec !== null && asked.state === 'refused'}
            shown={shown}
          />
          <ResultList
            results={newest}
            selected={selected}
            stale={stale}
            onSelect={select}
            onRemove={remove}
            onRerun={(list) => void rerunAll(session, list)}
          />
        </div>
        <Divider name="analyse-left" label="the options" pane="left" wide={248} slim={216} />
        <ResultPane
          composer={composer}
          analyses={analyses}
          table={table}
          asked={asked}
          shown={shown}
          isBusy={isBusy}
          stale={stale}
        />
      </div>
    </>
  );
}
