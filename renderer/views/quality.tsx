import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { SEVERITIES, type Severity } from '../../src/model/quality.ts';
import type { QualityCheck } from '../../src/model/quality-check.ts';
import { Answer } from '../parts/answer.tsx';
import { Blank } from '../parts/blank.tsx';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { BeforeAfter } from '../parts/quality/before-after.tsx';
import { FindingItems } from '../parts/quality/finding-items.tsx';
import { FindingList } from '../parts/quality/finding-list.tsx';
import { FindingRows } from '../parts/quality/finding-rows.tsx';
import { IdentifierCard } from '../parts/quality/identifier-card.tsx';
import { RuleCard } from '../parts/quality/rule-card.tsx';
import { RuleList } from '../parts/quality/rule-list.tsx';
import { type Chosen, Scorecard } from '../parts/quality/scorecard.tsx';
import { SenderList } from '../parts/quality/sender-list.tsx';
import { Segments } from '../parts/segments.tsx';
import { importChosen } from '../project-actions.ts';
import {
  checkAgain,
  exportQuality,
  exportRules,
  importAnswers,
  importRules,
} from '../quality-actions.ts';
import { SEVERITY_WORDS } from '../quality-words.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count } from '../words.ts';

const TABS = [
  { id: 'findings', label: 'Findings' },
  { id: 'rules', label: 'Rules' },
  { id: 'senders', label: 'Senders' },
  { id: 'steps', label: 'Before and after' },
] as const;

type Tab = (typeof TABS)[number]['id'];

/** What is wrong with the data, and what was decided about it. */
export function QualityView() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const hasTables = useSelect((state) => (state.project?.tables ?? []).length > 0);
  const points = useSelect((state) => state.qualityPoints);
  const [chosen, setChosen] = useState<Tab>('findings');
  const tab = points === null ? chosen : 'steps';
  const setTab = (next: Tab) => {
    setChosen(next);
    session.set({ qualityPoints: null });
  };
  const asked = useReply(hasTables ? `quality ${revision}` : null, (options) =>
    session.client.quality({}, options),
  );
  return (
    <>
      <CohortBar />
      <main className="work quality" data-pane="work">
        <div className="head">
          <h1>Quality</h1>
          {asked.state === 'ok' && (
            <span className="note">
              {count(asked.value.rules)} rules, {count(asked.value.findings.length)} with findings
            </span>
          )}
          <Segments label="Part of Quality" choices={TABS} value={tab} onChange={setTab} />
          <span className="actions">
            <MenuTrigger>
              <Button className="btn">Files</Button>
              <Popover className="popover" placement="bottom end">
                <Menu className="options" onAction={(id) => void FILES[String(id)]?.(session)}>
                  <MenuItem id="answers">Take in answers to a query list</MenuItem>
                  <MenuItem id="export">Save the rules as a file</MenuItem>
                  <MenuItem id="import">Read rules from a file</MenuItem>
                </Menu>
              </Popover>
            </MenuTrigger>
            <Button className="btn" onPress={() => void checkAgain(session)}>
              Check again
            </Button>
            <Button className="btn" onPress={() => void exportQuality(session)}>
              Report for Word
            </Button>
          </span>
        </div>
        {!hasTables ? (
          <section className="card">
            <Blank
              title="Nothing to check yet"
              text="Rules are suggested for imported files and run on every import."
            >
              <Button className="btn primary" onPress={() => importChosen(session)}>
                Import files <kbd>Ctrl I</kbd>
              </Button>
            </Blank>
          </section>
        ) : tab === 'rules' ? (
          <RuleList />
        ) : tab === 'senders' ? (
          <SenderList />
        ) : tab === 'steps' ? (
          <BeforeAfter />
        ) : (
          <Answer asked={asked} lines={16}>
            {(check) => <Findings check={check} />}
          </Answer>
        )}
      </main>
    </>
  );
}

const FILES: Readonly<Record<string, typeof importAnswers>> = {
  answers: importAnswers,
  export: exportRules,
  import: importRules,
};

function Findings({ check }: { check: QualityCheck }) {
  const [chosen, setChosen] = useState<Chosen>({ table: null, dimension: null });
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const [selected, setSelected] = useState<string | null>(null);
  const within = check.findings.filter(
    ({ rule }) =>
      (chosen.table === null || rule.table === chosen.table) &&
      (chosen.dimension === null || rule.dimension === chosen.dimension),
  );
  const findings = within.filter(({ rule }) => severity === 'all' || rule.severity === severity);
  const finding = findings.find(({ rule }) => rule.id === selected) ?? findings[0];
  const n = (of: Severity) => within.filter(({ rule }) => rule.severity === of).length;
  const isSame = (next: Chosen) =>
    next.table === chosen.table && next.dimension === chosen.dimension;
  return (
    <div className="layout">
      <div className="main">
        <Scorecard
          check={check}
          chosen={chosen}
          onChoose={(next) => setChosen(isSame(next) ? { table: null, dimension: null } : next)}
        />
        <section className="card flush" aria-label="Findings" data-pane="findings">
          <header>
            <h2>Findings</h2>
            {chosen.table !== null && (
              <Button
                className="btn small quiet"
                onPress={() => setChosen({ table: null, dimension: null })}
              >
                Show all tables
              </Button>
            )}
            <span className="right">
              <Segments
                label="Severity"
                choices={[
                  { id: 'all', label: 'All', n: within.length },
                  ...SEVERITIES.map((id) => ({
                    id,
                    label: SEVERITY_WORDS[id],
                    n: n(id),
                  })).toReversed(),
                ]}
                value={severity}
                onChange={setSeverity}
              />
            </span>
          </header>
          {findings.length === 0 ? (
            <p className="note pad">No rule found anything here.</p>
          ) : (
            <FindingList
              findings={findings}
              tables={check.tables}
              selected={finding?.rule.id ?? null}
              onSelect={setSelected}
            />
          )}
        </section>
        {finding !== undefined &&
          (finding.hasRows ? (
            <FindingRows key={finding.rule.id} finding={finding} />
          ) : (
            <FindingItems finding={finding} />
          ))}
      </div>
      <aside className="side" aria-label="The rule, and identifiers" data-pane="panel">
        {finding !== undefined && <RuleCard rule={finding.rule} sentence={finding.sentence} />}
        {check.troubles.length > 0 && (
          <section className="card" aria-label="Rules that could not be run">
            <h3>{count(check.troubles.length)} rules could not be run</h3>
            {check.troubles.slice(0, 5).map(({ rule, message }) => (
              <p key={rule.id} className="note">
                {rule.id}: {message}
              </p>
            ))}
          </section>
        )}
        <IdentifierCard identifiers={check.identifiers} />
      </aside>
    </div>
  );
}
