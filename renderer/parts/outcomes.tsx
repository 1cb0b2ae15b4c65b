import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, ToggleButton } from 'react-aria-components';
import type { KnownMeasure } from '../../src/model/measure.ts';
import { changeWords } from '../../src/model/stale-result.ts';
import type { PairRule } from '../../src/model/table.ts';
import { runSpec, specOf } from '../analysis-runs.ts';
import { freeName, makeTable } from '../measure-actions.ts';
import {
  isOrdinal,
  type PairTable,
  pairDefinition,
  pairsMade,
  proposedRule,
  scoreTables,
} from '../outcome-plan.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { useStaleResults } from '../use-stale-results.ts';
import { AddToReportMenu } from './add-to-report-menu.tsx';
import { Answer } from './answer.tsx';
import { Blank } from './blank.tsx';
import { Divider } from './divider.tsx';
import { PairAccountStrip } from './pair-account.tsx';
import { PairRuleForm } from './pair-rule-form.tsx';
import { Pick } from './pick.tsx';
import { ResultCard } from './result-card.tsx';
import { ResultOrigin } from './result-origin.tsx';
import { Scroll } from './scroll.tsx';

/** Other questions to the same pairs. */
const MORE = [
  { id: 'outcome-pairs', label: 'Account of pairs' },
  { id: 'outcome-reliable', label: 'Reliable and clinically significant change' },
  { id: 'outcome-levels', label: 'Change of levels' },
  { id: 'outcome-attrition', label: 'Attrition' },
  { id: 'outcome-subgroups', label: 'Change by subgroup' },
] as const;

/** The table of change has thirteen columns; the panel beside it is open where both fit. */
const hasRoomForOrigin = () => matchMedia('(min-width: 1600px)').matches;

/** Measure, pairing rule, result. */
export function Outcomes({
  known,
  onScore,
}: {
  known: readonly KnownMeasure[];
  onScore: () => void;
}) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const scored = scoreTables(tables);
  const [chosen, setChosen] = useState<string | null>(null);
  const scores = scored.find(({ name }) => name === chosen) ?? scored[0];
  if (scores === undefined) {
    return (
      <section className="card">
        <Blank
          title="No scores yet"
          text="Once a measure is scored, its first and last forms are paired here and compared."
        >
          <Button className="btn primary" onPress={onScore}>
            Score a measure
          </Button>
        </Blank>
      </section>
    );
  }
  return (
    <Change
      key={scores.name}
      name={scores.name}
      measures={
        <Pick
          label="Measure"
          labelled
          choices={scored.map(({ name, label, origin }) => ({
            id: name,
            label,
            note: known.find(({ measure }) => measure.id === origin.measure)?.measure.short,
          }))}
          value={scores.name}
          onChange={setChosen}
        />
      }
    />
  );
}

function Change({ name, measures }: { name: string; measures: React.ReactNode }) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const project = useSelect((state) => state.project);
  const tables = project?.tables ?? [];
  const isBusy = useSelect((state) => state.jobs.length > 0);
  const scores = tables.find((table) => table.name === name);
  const [rule, setRule] = useState<PairRule | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [isOriginShown, setIsOriginShown] = useState(hasRoomForOrigin);
  const results = useReply(`results ${revision}`, (options) => session.client.results({}, options));
  const analyses = useReply('analyses', (options) => session.client.analyses({}, options));
  const stale = useStaleResults();
  if (scores === undefined) return null;
  const used = rule ?? proposedRule(scores, tables);
  const pairs = pairsMade(scores, used, tables);
  const analysis = isOrdinal(scores) ? 'outcome-levels' : 'outcome-change';
  const show = async () => {
    const made =
      pairs ??
      (await makeTable(
        session,
        'Pairing',
        pairDefinition(
          freeName(name.replace(/_scores(_\d+)?$/, '_pairs'), tables),
          scores,
          used,
          tables,
        ),
      ));
    if (made === undefined) return;
    const before = made.variables.filter(({ score }) => score?.side === 'before');
    const options =
      analysis === 'outcome-change' ? { scores: before.map((each) => each.name) } : {};
    const result = await runSpec(session, { analysis, table: made.name, options });
    if (result !== undefined) setShown(result.id);
  };
  return (
    <div className={isOriginShown ? 'layout' : 'layout folded'}>
      <aside className="card flush" aria-label="Measure and pairs" data-pane="options">
        <header>
          <h2>Measure and pairs</h2>
        </header>
        <Scroll label="Measure and pairs" className="body form">
          {measures}
          <PairRuleForm scores={scores} rule={used} onChange={setRule} />
        </Scroll>
        <footer>
          <Button className="btn primary" isDisabled={isBusy} onPress={() => void show()}>
            Show change
          </Button>
        </footer>
      </aside>
      <Divider name="outcomes-left" label="the options" pane="left" wide={280} slim={240} />
      <Answer asked={results} lines={10}>
        {(made) => {
          const table = pairs as PairTable | undefined;
          const kept = made.filter(
            (each) => each.table === table?.name && each.analysis === analysis,
          );
          const result =
            made.find(({ id }) => id === shown && kept.some((each) => each.id === id)) ??
            kept.at(-1);
          if (table === undefined || result === undefined) {
            return (
              <section className="card fill">
                <Blank
                  title="Not compared yet"
                  text="“Show change” pairs the forms by the rule on the left and compares them. Everybody who is eligible is accounted for."
                />
              </section>
            );
          }
          const description =
            analyses.state === 'ok'
              ? analyses.value.find(({ id }) => id === result.analysis)
              : undefined;
          const changed = stale.get(result.id);
          return (
            <>
              <div className="middle">
                <PairAccountStrip
                  account={table.origin.account}
                  rule={table.origin.rule}
                  result={result}
                />
                <ResultCard
                  key={result.id}
                  result={result}
                  name={description?.title ?? result.title}
                  changed={changeWords(changed)}
                  isKept
                  isBusy={isBusy}
                />
                <div className="line more">
                  <MoreMenu table={table.name} />
                  <AddToReportMenu result={result} />
                  <ToggleButton
                    className="btn right"
                    isSelected={isOriginShown}
                    onChange={setIsOriginShown}
                  >
                    {changed === undefined ? '' : '! '}Where does this come from
                  </ToggleButton>
                </div>
              </div>
              {isOriginShown && (
                <>
                  <Divider
                    name="outcomes-right"
                    label="the panel"
                    pane="right"
                    wide={268}
                    slim={236}
                    min={200}
                  />
                  <ResultOrigin
                    result={result}
                    description={description}
                    isKept
                    stale={changed}
                    onRerun={() => void runSpec(session, specOf(result))}
                  />
                </>
              )}
            </>
          );
        }}
      </Answer>
    </div>
  );
}

function MoreMenu({ table }: { table: string }) {
  const session = useSession();
  return (
    <MenuTrigger>
      <Button className="btn">More about these pairs</Button>
      <Popover className="popover" placement="top start">
        <Menu
          className="options"
          onAction={(id) =>
            session.set({ view: 'analyse', analysis: String(id), table, result: null, draft: [] })
          }
        >
          {MORE.map(({ id, label }) => (
            <MenuItem key={id} id={id}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
