import type { VariableSummary } from '../../src/contract/methods/rows.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { KIND, type ValueLabel, type Variable } from '../../src/model/variable.ts';
import { activeCohort } from '../session.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { Answer } from './answer.tsx';
import { Bins } from './bins.tsx';
import { Icon, KIND_ICON } from './icon.tsx';
import { ProfileSection } from './quality/profile-section.tsx';
import { Scroll } from './scroll.tsx';
import { CommittedText } from './text-field.tsx';
import { TopValues } from './top-values.tsx';
import { ValueLabels } from './value-labels.tsx';

/** One variable: what it is, how it is distributed, what is missing, and why it has its kind. */
export function VariablePanel({ table, variable }: { table: TableInfo; variable: Variable }) {
  const session = useSession();
  const cohort = useSelect(activeCohort);
  const revision = useSelect((state) => state.revision);
  const asked = useReply(
    JSON.stringify([table.name, variable.name, cohort, table.version, revision]),
    (options) =>
      session.client.summary(
        { table: table.name, variable: variable.name, ...(cohort === undefined ? {} : { cohort }) },
        options,
      ),
  );
  const whole = useReply(
    cohort === undefined ? null : JSON.stringify([table.name, variable.name, table.version]),
    (options) => session.client.summary({ table: table.name, variable: variable.name }, options),
  );
  const behind =
    whole.state === 'ok' ? new Map(whole.value.top.map(({ value, n }) => [value, n])) : undefined;
  const change = (
    label: string,
    part: Parameters<typeof session.client.changeVariable>[0]['change'],
  ) =>
    session.change(label, () =>
      session.client.changeVariable({ table: table.name, variable: variable.name, change: part }),
    );
  return (
    <aside className="card flush var" aria-label="Selected variable" data-pane="panel">
      <header>
        <h2 className="cut" title={variable.label}>
          {variable.label}
        </h2>
      </header>
      <Scroll label="About the variable">
        <section>
          <dl className="dl">
            <dt>Name</dt>
            <dd>
              <span className="code cut">{variable.name}</span>
            </dd>
            <dt>Kind</dt>
            <dd>
              <Icon name={KIND_ICON[variable.kind]} /> {KIND[variable.kind].label}
            </dd>
            <dt>Level</dt>
            <dd>{LEVELS[variable.level]}</dd>
            <dt>Label</dt>
            <dd>
              <CommittedText
                label="Label"
                hidden
                value={variable.label}
                onCommit={(label) => void change('Changing the label', { label })}
              />
            </dd>
          </dl>
        </section>
        <Answer asked={asked} lines={8}>
          {(summary) => (
            <>
              <Distribution summary={summary} variable={variable} behind={behind} />
              {takesLabels(variable, summary) && (
                <section>
                  <ValueLabels
                    values={labelled(variable, summary)}
                    onChange={(values) => void change('Changing the labels', { values })}
                  />
                </section>
              )}
            </>
          )}
        </Answer>
        <section>
          <h3>Missing codes</h3>
          {variable.missing.length === 0 ? (
            <p className="note">None. Empty cells are always missing.</p>
          ) : (
            variable.missing.map(({ code, reason }) => (
              <p key={code} className="line note">
                <span className="code">{code}</span> {reason}
              </p>
            ))
          )}
        </section>
        <ProfileSection table={table.name} variable={variable.name} />
        {variable.evidence !== '' && (
          <section>
            <h3>Evidence</h3>
            <p className="note">{variable.evidence}</p>
          </section>
        )}
      </Scroll>
    </aside>
  );
}

const MOST_LABELS = 40;

/** Labels make sense where values are few and stand for something. */
function takesLabels(variable: Variable, summary: VariableSummary): boolean {
  const kinds: readonly Variable['kind'][] = ['category', 'yesno', 'integer'];
  return kinds.includes(variable.kind) && summary.distinct <= MOST_LABELS;
}

/** Every value there is with its label; a value without one stands for itself. */
function labelled(variable: Variable, summary: VariableSummary): ValueLabel[] {
  const known = new Set(variable.values.map(({ value }) => value));
  const rest = summary.top.filter(({ value }) => !known.has(value));
  return [...variable.values, ...rest.map(({ value }) => ({ value, label: value }))];
}

/** Of an identifier only what stands more than once says something. */
function Repeats({ summary }: { summary: VariableSummary }) {
  const repeated = summary.top.filter(({ n }) => n > 1);
  if (summary.n === summary.distinct) return <p>✓ Every value stands once.</p>;
  if (repeated.length === 0) return null;
  return (
    <>
      <p className="note">Values that stand more than once:</p>
      <TopValues rows={repeated} most={14} />
    </>
  );
}

const LEVELS = { nominal: 'Nominal', ordinal: 'Ordinal', scale: 'Scale' } as const;

function Distribution({
  summary,
  variable,
  behind,
}: {
  summary: VariableSummary;
  variable: Variable;
  behind: ReadonlyMap<string, number> | undefined;
}) {
  const missing = summary.missing.reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      <section>
        <h3>
          Distribution{' '}
          <span className="note">
            n = {count(summary.n)} of {count(summary.n + missing)}
          </span>
        </h3>
        {summary.bins.length > 0 ? (
          <Bins bins={summary.bins} />
        ) : variable.kind === 'identifier' ? (
          <Repeats summary={summary} />
        ) : summary.top.length === 0 && summary.distinct > 0 ? (
          <p>✓ Every value stands once.</p>
        ) : (
          <TopValues
            rows={summary.top}
            most={14}
            of={summary.distinct}
            codes={variable.values.length > 0}
            behind={behind}
          />
        )}
        {summary.figures.length > 0 && (
          <dl className="figures">
            {summary.figures.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className="note">
          {count(summary.distinct)} different {summary.distinct === 1 ? 'value' : 'values'}
          {behind !== undefined && summary.bins.length === 0 && '; pale: all'}
        </p>
      </section>
      <section>
        <h3>
          Missing <span className="note">{count(missing)}</span>
        </h3>
        {summary.missing.length === 0 ? (
          <p className="note">Nothing is missing.</p>
        ) : (
          <TopValues
            rows={summary.missing.map(({ reason, n }) => ({ value: reason, label: reason, n }))}
            most={8}
          />
        )}
        {summary.problems > 0 && (
          <p className="note bad">
            ✕ {count(summary.problems)} {summary.problems === 1 ? 'cell does' : 'cells do'} not fit
            the kind; the text of the file is kept
          </p>
        )}
      </section>
    </>
  );
}
