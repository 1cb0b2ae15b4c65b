import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AnalysisDescription } from '../../../src/model/option.ts';
import type { AnalysisSpec, Result } from '../../../src/model/result.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { runSpec } from '../../analysis-runs.ts';
import { fitOptions, type OptionValues, stillNeeded } from '../../option-values.ts';
import { resultTitle } from '../../result-title.ts';
import { activeCohort, activeTable } from '../../session.ts';
import { usePreview } from '../../use-preview.ts';
import { replyValue, useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { Answer } from '../answer.tsx';
import { Blank } from '../blank.tsx';
import { Divider } from '../divider.tsx';
import { OptionForm } from '../option-form.tsx';
import { ResultCard } from '../result-card.tsx';

const PATHWAY = 'pathway';

/** How far the cohort in use came, stage by stage: follows the cohort while it changes. */
export function Pathways({ heading }: { heading: ReactNode }) {
  const session = useSession();
  const table = useSelect(activeTable);
  const revision = useSelect((state) => state.revision);
  const analyses = useReply('analyses', (options) => session.client.analyses({}, options));
  const results = useReply(`results ${revision}`, (options) => session.client.results({}, options));
  const description = replyValue(analyses, []).find(({ id }) => id === PATHWAY);
  return (
    <>
      <div className="head">{heading}</div>
      {table === null ? (
        <section className="card">
          <Blank
            title="No table yet"
            text="A pathway needs a table with a row a referral or person."
          />
        </section>
      ) : (
        description !== undefined && (
          <Answer asked={results} lines={10}>
            {(made) => (
              <TablePathway
                key={table.name}
                table={table}
                description={description}
                made={made.filter(({ analysis }) => analysis === PATHWAY)}
              />
            )}
          </Answer>
        )
      )}
    </>
  );
}

function TablePathway({
  table,
  description,
  made,
}: {
  table: TableInfo;
  description: AnalysisDescription;
  /** Kept pathways: of this table they are where one begins, those of others can be gone to. */
  made: readonly Result[];
}) {
  const session = useSession();
  const cohort = useSelect(activeCohort);
  const own = made.findLast((result) => result.table === table.name);
  const [entered, setEntered] = useState<OptionValues>(() => own?.options ?? {});
  const values = fitOptions(description, entered, table);
  const needed = stillNeeded(description, values);
  const spec: AnalysisSpec | null =
    needed.length > 0
      ? null
      : {
          analysis: description.id,
          table: table.name,
          title: resultTitle(description, values, table),
          options: values,
          ...(cohort === undefined ? {} : { cohort }),
        };
  const asked = usePreview(spec);
  const keep = async () => {
    if (spec === null) return;
    const kept = await runSpec(session, spec);
    if (kept !== undefined) session.say('Kept the pathway: it stands on Analyse, for the report.');
  };
  return (
    <div className="layout">
      <section className="card flush optioncard" aria-label="Options" data-pane="options">
        <header>
          <h2>Stages</h2>
        </header>
        <OptionForm
          description={description}
          table={table}
          values={values}
          comparing={null}
          onCompare={() => undefined}
          onChange={setEntered}
          onRun={() => void keep()}
        >
          <footer>
            <span className="cut" role="status">
              {needed.length > 0 && `Choose: ${needed.join(', ')}`}
            </span>
            <Button
              type="submit"
              className="btn small primary right"
              isDisabled={spec === null || asked.state !== 'ok'}
            >
              Keep result
            </Button>
          </footer>
        </OptionForm>
      </section>
      <Divider name="pathways-left" label="the stages" pane="left" wide={280} slim={240} />
      {spec === null ? (
        <section className="card choose">
          <Blank
            title="Which stages?"
            text="Choose what says that somebody came so far, in order: a yes, a date, a category, or a count. The recipe of a table counts linked rows and takes their first and second dates."
          >
            {made.map((result) => (
              <Button
                key={result.id}
                className="btn"
                onPress={() => session.set({ table: result.table, draft: [] })}
              >
                Pathway of {tableLabel(session.get().project?.tables, result)}
              </Button>
            ))}
          </Blank>
        </section>
      ) : (
        <Answer asked={asked} lines={12}>
          {(result) => (
            <ResultCard
              result={result}
              name={description.title}
              changed=""
              isKept={false}
              isBusy={asked.state === 'ok' && asked.stale}
            />
          )}
        </Answer>
      )}
    </div>
  );
}

function tableLabel(tables: readonly TableInfo[] = [], { table }: Result): string {
  return tables.find(({ name }) => name === table)?.label ?? table;
}
