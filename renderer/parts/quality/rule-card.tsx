import { Input, Label, NumberField } from 'react-aria-components';
import { DIMENSIONS, type Rule, SEVERITIES } from '../../../src/model/quality.ts';
import { DIMENSION_WORDS, SEVERITY_WORDS } from '../../quality-words.ts';
import { useSession } from '../../use-session.ts';
import { Check } from '../check.tsx';
import { Pick } from '../pick.tsx';

/** The rule behind a finding: why it is there, how grave it is, how much it lets pass. */
export function RuleCard({ rule, sentence }: { rule: Rule; sentence: string }) {
  const session = useSession();
  const save = (change: Partial<Rule>) =>
    void session.change('Changing the rule', () =>
      session.client.saveRule({ rule: { ...rule, ...change } }),
    );
  return (
    <section className="card rule" aria-label="The rule">
      <h3>{sentence}</h3>
      <p className="note">
        {rule.from === 'suggested' ? `Suggested. ${rule.why ?? ''}` : 'Written in this project.'}
      </p>
      <Pick
        label="Severity"
        labelled
        choices={SEVERITIES.map((id) => ({ id, label: SEVERITY_WORDS[id] })).toReversed()}
        value={rule.severity}
        onChange={(severity) => save({ severity })}
      />
      <Pick
        label="Dimension"
        labelled
        choices={DIMENSIONS.map((id) => ({ id, label: DIMENSION_WORDS[id] }))}
        value={rule.dimension}
        onChange={(dimension) => save({ dimension })}
      />
      <NumberField
        className="field"
        value={100 * (rule.most ?? 0)}
        minValue={0}
        maxValue={100}
        onChange={(percent) => Number.isFinite(percent) && save({ most: percent / 100 })}
      >
        <Label>Lets pass, % of rows</Label>
        <Input className="input" autoComplete="off" />
      </NumberField>
      <Check label="Runs on every import" isSelected={rule.on} onChange={(on) => save({ on })} />
    </section>
  );
}
