import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Rule, RuleKindFacts } from '../../../src/model/quality.ts';
import { isWhole, type RuleDraft, ruleFrom } from '../../rule-draft.ts';
import { useDebounced } from '../../use-debounced.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { Pick } from '../pick.tsx';
import { RuleFieldInput } from './rule-field.tsx';

const REST = 300;

/** A rule: its table, its kind, and what the kind asks for; with what it would find before it is kept. */
export function RuleForm({
  kinds,
  rules,
  start = null,
  onDone,
}: {
  kinds: readonly RuleKindFacts[];
  rules: readonly Rule[];
  /** A rule to change; without it a new one is written. */
  start?: Rule | null;
  onDone: () => void;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const [name, setName] = useState(start?.table ?? tables[0]?.name ?? '');
  const [chosen, setChosen] = useState<string>(start?.test.kind ?? 'required');
  const [draft, setDraft] = useState<RuleDraft>(() => {
    const { kind: _, ...parts } = start?.test ?? { kind: '' };
    return parts;
  });
  const table = tables.find((each) => each.name === name);
  const kind = kinds.find((each) => each.kind === chosen);
  const rule =
    kind !== undefined && isWhole(kind, draft) ? ruleFrom(name, kind, draft, rules, start) : null;
  const rested = useDebounced(JSON.stringify(rule), REST);
  const tried = useReply(rested === 'null' ? null : rested, (options) =>
    session.client.tryRule({ rule: JSON.parse(rested) as Rule }, options),
  );
  if (table === undefined || kind === undefined) return null;
  const offered = kinds.filter((each) => each.fields.length > 0);
  const title = start === null ? 'New rule' : 'Change the rule';
  const keep = async () => {
    if (rule === null) return;
    const kept = await session.change('Keeping the rule', () => session.client.saveRule({ rule }));
    if (kept !== undefined) onDone();
  };
  return (
    <section className="card flush ruleform" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <div className="scroll pad">
        <Pick
          label="Table"
          labelled
          choices={tables.map((each) => ({ id: each.name, label: each.label }))}
          value={name}
          onChange={(next) => {
            setName(next);
            setDraft({});
          }}
        />
        <Pick
          label="What holds"
          labelled
          choices={offered.map((each) => ({ id: each.kind, label: each.label }))}
          value={chosen}
          onChange={(next) => {
            setChosen(next);
            setDraft({});
          }}
        />
        {kind.fields.map((field) => (
          <RuleFieldInput
            key={`${name} ${chosen} ${field.key}`}
            field={field}
            table={table}
            tables={tables}
            draft={draft}
            onChange={(value) => setDraft((now) => ({ ...now, [field.key]: value }))}
          />
        ))}
      </div>
      <div className="trial" role="status">
        {rule === null ? (
          <p className="note">What it finds is shown here as soon as the form is filled in.</p>
        ) : tried.state === 'ok' ? (
          <>
            <p>{tried.value.sentence}.</p>
            <p className="note">
              {count(tried.value.n)} of {count(tried.value.of)} {tried.value.unit}{' '}
              {tried.value.n === 1 ? 'does' : 'do'} not meet it.
            </p>
          </>
        ) : (
          tried.state === 'refused' && (
            <p className="note bad">
              {tried.refusal.message} {tried.refusal.hint}
            </p>
          )
        )}
      </div>
      <footer className="act">
        <Button className="btn small" onPress={onDone}>
          Cancel
        </Button>
        <Button
          className="btn small primary"
          isDisabled={rule === null || tried.state === 'refused'}
          onPress={() => void keep()}
        >
          {start === null ? 'Keep the rule' : 'Keep the change'}
        </Button>
      </footer>
    </section>
  );
}
