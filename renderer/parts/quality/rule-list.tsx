import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Rule } from '../../../src/model/quality.ts';
import { DIMENSION_WORDS } from '../../quality-words.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { Answer } from '../answer.tsx';
import { Check } from '../check.tsx';
import { CrossButton } from '../cross-button.tsx';
import { FindField } from '../find-field.tsx';
import { RuleForm } from './rule-form.tsx';
import { SeverityMark } from './severity.tsx';

/** Every rule of the project: on or off, shared as a file, and new ones. */
export function RuleList() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const [find, setFind] = useState('');
  const [open, setOpen] = useState<Rule | 'new' | null>(null);
  const asked = useReply(`rules ${revision}`, async (options) => {
    const [rules, kinds, sentences] = await Promise.all([
      session.client.rules({}, options),
      session.client.ruleKinds({}, options),
      session.client.ruleSentences({}, options),
    ]);
    if ('refused' in rules) return rules;
    if ('refused' in kinds) return kinds;
    if ('refused' in sentences) return sentences;
    return { ok: { rules: rules.ok, kinds: kinds.ok, sentences: sentences.ok } };
  });
  return (
    <Answer asked={asked} lines={12}>
      {({ rules, kinds, sentences }) => (
        <div className={open !== null ? 'rulelayout adding' : 'rulelayout'}>
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
                <Button className="btn small primary" onPress={() => setOpen('new')}>
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
                    .map((rule) => ({ rule, words: sentences[rule.id] ?? rule.id }))
                    .filter(({ rule, words }) => matches(rule, words, find))
                    .map(({ rule, words }) => (
                      <RuleLine
                        key={rule.id}
                        rule={rule}
                        words={words}
                        isOpen={open !== 'new' && open?.id === rule.id}
                        onOpen={
                          kinds.some(
                            ({ kind, fields }) => kind === rule.test.kind && fields.length > 0,
                          )
                            ? () => setOpen(rule)
                            : undefined
                        }
                      />
                    ))}
                </tbody>
              </table>
            </div>
          </section>
          {open !== null && (
            <RuleForm
              key={open === 'new' ? 'new' : open.id}
              kinds={kinds}
              rules={rules}
              start={open === 'new' ? null : open}
              onDone={() => setOpen(null)}
            />
          )}
        </div>
      )}
    </Answer>
  );
}

function RuleLine({
  rule,
  words,
  isOpen,
  onOpen,
}: {
  rule: Rule;
  words: string;
  isOpen: boolean;
  /** Undefined where there is nothing to fill in. */
  onOpen: (() => void) | undefined;
}) {
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
        {onOpen === undefined ? (
          words
        ) : (
          <Button className="link plain" aria-expanded={isOpen} onPress={onOpen}>
            {words}
          </Button>
        )}
      </th>
      <td className="s">{rule.table}</td>
      <td>
        <SeverityMark severity={rule.severity} />
      </td>
      <td className="s">{DIMENSION_WORDS[rule.dimension]}</td>
      <td className="s">{rule.from === 'person' ? 'this project' : 'suggested'}</td>
      <td>
        <CrossButton
          label={`Remove ${rule.id}`}
          onPress={() =>
            void session.change('Removing the rule', () =>
              session.client.removeRule({ id: rule.id }),
            )
          }
        />
      </td>
    </tr>
  );
}

function matches({ id }: Rule, words: string, find: string): boolean {
  const wanted = find.trim().toLowerCase();
  return wanted === '' || `${id} ${words}`.toLowerCase().includes(wanted);
}
