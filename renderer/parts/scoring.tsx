import { useState } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import type { KnownMeasure } from '../../src/model/measure.ts';
import type { ScoringSuggestion } from '../../src/model/scoring.ts';
import { blankScoring } from '../blank-scoring.ts';
import { importChosen } from '../project-actions.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { Answer } from './answer.tsx';
import { Blank } from './blank.tsx';
import { Divider } from './divider.tsx';
import { Pick } from './pick.tsx';
import { ScoringForm } from './scoring-form.tsx';

/** Which columns are the items of which measure: suggested, checked while it is changed, then scored. */
export function Scoring({
  known,
  onScored,
}: {
  known: readonly KnownMeasure[];
  onScored: () => void;
}) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const asked = useReply(`suggestions ${revision}`, (options) =>
    session.client.suggestScoring({}, options),
  );
  const [chosen, setChosen] = useState(0);
  const [own, setOwn] = useState<ScoringSuggestion | null>(null);
  if (tables.length === 0) {
    return (
      <section className="card">
        <Blank title="No table yet" text="Forms that were imported are scored here.">
          <Button className="btn primary" onPress={() => importChosen(session)}>
            Import files <kbd>Ctrl I</kbd>
          </Button>
        </Blank>
      </section>
    );
  }
  return (
    <Answer asked={asked} lines={10}>
      {({ suggestions, warnings }) => {
        const shown = own ?? suggestions[chosen] ?? suggestions[0] ?? null;
        return (
          <div className="layout">
            <aside className="card flush" aria-label="What your tables may hold" data-pane="found">
              <header>
                <h2>Found in your tables</h2>
                <span className="note right">{suggestions.length}</span>
              </header>
              <ListBox
                className="scroll varlist"
                aria-label="Found in your tables"
                items={suggestions.map((each, at) => ({ ...each, id: at }))}
                selectionMode="single"
                selectionBehavior="replace"
                selectedKeys={own === null && shown !== null ? [suggestions.indexOf(shown)] : []}
                onSelectionChange={(keys) => {
                  if (keys === 'all') return;
                  for (const key of keys) setChosen(Number(key));
                  setOwn(null);
                }}
                renderEmptyState={() => (
                  <p className="empty note">
                    No table looks like the items of a measure. Choose both below.
                  </p>
                )}
              >
                {({ id, from, measure, sentence, notices }) => (
                  <ListBoxItem className="option two" id={id} textValue={`${measure} in ${from}`}>
                    <span className="line">
                      <b className="cut">{measure}</b>
                      {notices.length > 0 && <span className="caution right">!</span>}
                    </span>
                    <span className="note clamp">
                      {from}: {sentence}
                    </span>
                  </ListBoxItem>
                )}
              </ListBox>
              {warnings.map((warning) => (
                <p key={warning} className="warned inset">
                  <b className="caution">!</b> {warning}
                </p>
              ))}
              <footer className="form">
                <ByHand known={known} onChoose={setOwn} />
              </footer>
            </aside>
            <Divider name="scoring-left" label="the list" pane="left" wide={290} slim={236} />
            {shown === null ? (
              <section className="card">
                <Blank
                  title="Nothing to score yet"
                  text="Choose a table and a measure on the left, and say which columns are its items."
                />
              </section>
            ) : (
              <ScoringForm
                key={JSON.stringify([shown.from, shown.score])}
                suggestion={shown}
                known={known}
                onScored={onScored}
              />
            )}
          </div>
        );
      }}
    </Answer>
  );
}

function ByHand({
  known,
  onChoose,
}: {
  known: readonly KnownMeasure[];
  onChoose: (suggestion: ScoringSuggestion) => void;
}) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const forms = tables.filter(({ origin }) => origin.made !== 'scores' && origin.made !== 'pairs');
  const [table, setTable] = useState<string | null>(null);
  const [measure, setMeasure] = useState<string | null>(null);
  const from = forms.find(({ name }) => name === table);
  const of = known.findLast((each) => each.measure.id === measure);
  const ids = [...new Set(known.map((each) => each.measure.id))];
  return (
    <>
      <Pick
        label="Table"
        labelled
        choices={forms.map(({ name, label }) => ({ id: name, label }))}
        value={table}
        onChange={setTable}
      />
      <Pick
        label="Measure"
        labelled
        choices={ids.map((id) => ({
          id,
          label: known.findLast((each) => each.measure.id === id)?.measure.short ?? id,
        }))}
        value={measure}
        onChange={setMeasure}
      />
      <Button
        className="btn small"
        isDisabled={from === undefined || of === undefined}
        onPress={() => {
          if (from !== undefined && of !== undefined) onChoose(blankScoring(from, of.measure));
        }}
      >
        Choose columns by hand
      </Button>
    </>
  );
}
