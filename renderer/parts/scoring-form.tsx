import { useState } from 'react';
import { Button, RadioGroup } from 'react-aria-components';
import type { KnownMeasure } from '../../src/model/measure.ts';
import type { ScoringSuggestion } from '../../src/model/scoring.ts';
import type { ScoreDefinition } from '../../src/model/table.ts';
import { freeName, makeTable } from '../measure-actions.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { Answer } from './answer.tsx';
import { Check, Way } from './check.tsx';
import { Divider } from './divider.tsx';
import { MappingTable } from './mapping-table.tsx';
import { ScoringCheckView } from './scoring-check.tsx';
import { Scroll } from './scroll.tsx';

/** The columns of one measure in one table, beside what scoring them would do. */
export function ScoringForm({
  suggestion,
  known,
  onScored,
}: {
  suggestion: ScoringSuggestion;
  known: readonly KnownMeasure[];
  onScored: () => void;
}) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const [score, setScore] = useState<ScoreDefinition>(suggestion.score);
  const { from } = suggestion;
  const of = known.find(
    ({ measure }) => measure.id === score.measure && measure.version === score.version,
  );
  const check = useReply(JSON.stringify([from, score, revision]), (options) =>
    session.client.checkScoring({ from, score }, options),
  );
  if (of === undefined) return null;
  const { measure, unverified } = of;
  const accept = score.accept ?? [];
  const run = async () => {
    const table = await makeTable(session, 'Scoring', {
      name: freeName(`${score.measure.replaceAll('-', '_')}_scores`, tables),
      label: `${measure.short} scores`,
      unit: 'forms',
      from,
      score,
    });
    if (table === undefined) return;
    session.say(`Scored ${table.rows} forms of the ${measure.short} into ${table.name}.`);
    onScored();
  };
  return (
    <>
      <section className="card flush" aria-label="Columns of the measure" data-pane="mapping">
        <header>
          <h2 className="cut">{measure.short}</h2>
          <span className="note cut">in {from}</span>
        </header>
        <Scroll label="Columns of the measure" className="body form">
          {measure.answers === 'ask' && (
            <RadioGroup
              className="field ways"
              aria-label="The columns hold"
              value={score.answers ?? ''}
              onChange={(answers) =>
                setScore({ ...score, answers: answers === 'raw' ? 'raw' : 'scored' })
              }
            >
              <span className="react-aria-Label">The columns hold</span>
              <Way value="scored">what each answer counts</Way>
              <Way value="raw">the position of each answer, so that the key is applied</Way>
            </RadioGroup>
          )}
          {unverified.length > 0 && (
            <fieldset className="subscale">
              <legend>No verified source</legend>
              <p className="note">Not used unless you accept it. What you accept is recorded.</p>
              {unverified.map(({ figure, label, text }) => (
                <div key={figure}>
                  <Check
                    label={label}
                    isSelected={accept.includes(figure)}
                    onChange={(is) =>
                      setScore({
                        ...score,
                        accept: is ? [...accept, figure] : accept.filter((each) => each !== figure),
                      })
                    }
                  />
                  <p className="note inset">{text}</p>
                </div>
              ))}
            </fieldset>
          )}
          <MappingTable measure={measure} from={from} score={score} onChange={setScore} />
        </Scroll>
        <footer>
          <span className="note">A new table is made; the forms stay as they are.</span>
          <Button
            className="btn primary right"
            isDisabled={check.state !== 'ok'}
            onPress={() => void run()}
          >
            Score
          </Button>
        </footer>
      </section>
      <Divider
        name="scoring-right"
        label="the check"
        pane="right"
        wide={420}
        slim={330}
        min={280}
      />
      <aside className="card flush" aria-label="What scoring would do" data-pane="panel">
        <header>
          <h2>Check</h2>
          <span className="note right">nothing is written yet</span>
        </header>
        <Scroll label="What scoring would do" className="body">
          <Answer asked={check} lines={8}>
            {(value) => <ScoringCheckView check={value} />}
          </Answer>
        </Scroll>
      </aside>
    </>
  );
}
