import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Rule, RuleKindFacts } from '../../../src/model/quality.ts';
import { DIMENSION_WORDS } from '../../quality-words.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { Answer } from '../answer.tsx';
import { Check } from '../check.tsx';
import { FindField } from '../find-field.tsx';
import { Icon } from '../icon.tsx';
import { RuleForm } from './rule-form.tsx';
import { SeverityMark } from './severity.tsx';

/** Every rule of the project: on or off, shared as a file, and new ones. */
export function RuleList() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const [find, setFind] = useState('');
  const [adding, setAdding] = useState(false);
  const asked = useReply(`rules ${revision}`, async (options) => {
    const [rules, kinds] = await Promise.all([
      session.client.rules({}, options),
      session.client.ruleKinds({}, options),
    ]);
    if ('refused' in rules) return rules;
    if ('refused' in kinds) return kinds;
    return { ok: { rules: rules.ok, kinds: kinds.ok } };
  });
  return (
    <Answer asked={asked} lines={12}>
      {({ rules, kinds }) => (
        <div className={adding ? 'rulelayout adding' : 'rulelayout'}>
          <section className="card flush" aria-label="Rules">
            <header>
              <h2>Rules</h2>
              <span className="note">
                {count(rules.filter(({ on }) => on).length)} of {count(rules.length)} run
              </span>
              <span className="right line">
                <FindField
                  label="Find a rule"
                  value={find}
                  onChange={setFind}
                  keys="Ctrl F"
                  width={180}
                />
                <Button
                  className="btn small"
                  onPress={() =>
                    void session.change('Suggesting rules', () => session.client.suggestRules({}))
                  }
                >
                  Suggest
                </Button>
                <Button className="btn small primary" onPress={() => setAdding(true)}>
                  New rule
                </Button>
              </span>
            </header>
            <div className="scroll">
              <table className="rules">
                <thead>
                  <tr>
                    <th scope="col">On</th>
                    <th scope="col">Rule</th>
                    <th scope="col">Table</th>
                    <th scope="col">Severity</th>
                    <th scope="col">Dimension</th>
                    <th scope="col">From</th>
                    <th scope="col">
                      <span className="hidden-text">Remove</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rules
                    .filter((rule) => matches(rule, kinds, find))
                    .map((rule) => (
                      <RuleLine key={rule.id} rule={rule} words={wordsOf(rule, kinds)} />
                    ))}
                </tbody>
              </table>
            </div>
          </section>
          {adding && <RuleForm kinds={kinds} rules={rules} onDone={() => setAdding(false)} />}
        </div>
      )}
    </Answer>
  );
}

function RuleLine({ rule, words }: { rule: Rule; words: string }) {
  const session = useSession();
  return (
    <tr className={rule.on ? '' : 'off'}>
      <td>
        <Check
          label={<span className="hidden-text">Run {rule.id}</span>}
          isSelected={rule.on}
          onChange={(on) =>
            void session.change('Changing the rule', () =>
              session.client.saveRule({ rule: { ...rule, on } }),
            )
          }
        />
      </td>
      <th scope="row" title={rule.why}>
        {words}
      </th>
      <td className="s">{rule.table}</td>
      <td>
        <SeverityMark severity={rule.severity} />
      </td>
      <td className="s">{DIMENSION_WORDS[rule.dimension]}</td>
      <td className="s">{rule.from === 'person' ? 'this project' : 'suggested'}</td>
      <td>
        <Button
          className="btn small quiet icon"
          aria-label={`Remove ${rule.id}`}
          onPress={() =>
            void session.change('Removing the rule', () =>
              session.client.removeRule({ id: rule.id }),
            )
          }
        >
          <Icon name="close" />
        </Button>
      </td>
    </tr>
  );
}

const SHOWN = 3;

/** "received, edd: is no default date" */
function wordsOf({ label, test }: Rule, kinds: readonly RuleKindFacts[]): string {
  if (label !== undefined) return label;
  const kind = kinds.find((each) => each.kind === test.kind)?.label ?? test.kind;
  const names = 'variable' in test ? [test.variable] : 'variables' in test ? test.variables : [];
  if (names.length === 0) return kind;
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return `${names.slice(0, SHOWN).join(', ')}${more}: ${kind}`;
}

function matches(rule: Rule, kinds: readonly RuleKindFacts[], find: string): boolean {
  const wanted = find.trim().toLowerCase();
  return wanted === '' || `${rule.id} ${wordsOf(rule, kinds)}`.toLowerCase().includes(wanted);
}
