import { RadioGroup } from 'react-aria-components';
import type { PairRule, TableInfo } from '../../src/model/table.ts';
import { isDated, personOf, timesOf } from '../outcome-plan.ts';
import { useSelect } from '../use-session.ts';
import { Check, Way } from './check.tsx';
import { NumberBox } from './number-box.tsx';
import { Pick } from './pick.tsx';

const EVERYBODY = '';

/** Which two forms make a pair, and of whom. */
export function PairRuleForm({
  scores,
  rule,
  onChange,
}: {
  scores: TableInfo;
  rule: PairRule;
  onChange: (rule: PairRule) => void;
}) {
  const project = useSelect((state) => state.project);
  const tables = project?.tables ?? [];
  const others = tables.filter(({ origin }) => origin.made !== 'scores' && origin.made !== 'pairs');
  const cohorts = (project?.cohorts ?? []).filter(({ table }) => table === rule.eligible.table);
  const times = timesOf(scores).map(({ value, label }) => ({ id: value, label }));
  const choose = rule.choose ?? 'time-points';
  const dated = isDated(scores);
  const set = (change: Partial<PairRule>) => onChange({ ...rule, ...change });
  const { window, contacts } = rule;
  return (
    <>
      <Pick
        label="Who could have a pair"
        labelled
        choices={others.map(({ name, label }) => ({ id: name, label }))}
        value={rule.eligible.table}
        onChange={(table) => {
          const chosen = tables.find(({ name }) => name === table);
          if (chosen) set({ eligible: { table, person: personOf(chosen, scores) } });
        }}
      />
      {cohorts.length > 0 && (
        <Pick
          label="Cohort"
          labelled
          choices={[
            { id: EVERYBODY, label: 'Everybody in it' },
            ...cohorts.map(({ name, label }) => ({ id: name, label })),
          ]}
          value={rule.eligible.cohort ?? EVERYBODY}
          onChange={(cohort) => {
            const { cohort: _, ...eligible } = rule.eligible;
            set({ eligible: cohort === EVERYBODY ? eligible : { ...eligible, cohort } });
          }}
        />
      )}
      <RadioGroup
        className="field ways"
        aria-label="Pairs"
        value={choose}
        onChange={(value) =>
          onChange(
            chosenRule(
              rule,
              value,
              times.map(({ id }) => id),
              tables,
            ),
          )
        }
      >
        <span className="react-aria-Label">Pairs</span>
        <Way value="time-points">Named time points</Way>
        {dated && <Way value="first-last">First and last by date</Way>}
        {dated && <Way value="contacts">NHS England rule: from contact 1, from contact 2</Way>}
      </RadioGroup>
      {choose === 'time-points' && (
        <div className="two-up">
          <Pick
            label="Before"
            labelled
            choices={times}
            value={rule.before}
            onChange={(before) => set({ before })}
          />
          <Pick
            label="After"
            labelled
            choices={times}
            value={rule.after}
            onChange={(after) => set({ after })}
          />
        </div>
      )}
      {choose === 'contacts' && contacts !== undefined && (
        <>
          <Pick
            label="Contacts"
            labelled
            choices={others.map(({ name, label }) => ({ id: name, label }))}
            value={contacts.table}
            onChange={(table) => {
              const chosen = tables.find(({ name }) => name === table);
              if (chosen) set({ contacts: contactsIn(chosen, scores) });
            }}
          />
          <Pick
            label="Date of the contact"
            labelled
            choices={(tables.find(({ name }) => name === contacts.table)?.variables ?? [])
              .filter(({ kind }) => kind === 'date')
              .map(({ name, label }) => ({ id: name, label }))}
            value={contacts.date}
            onChange={(date) => set({ contacts: { ...contacts, date } })}
          />
        </>
      )}
      {dated && (
        <>
          <Check
            label="Only within a window of days"
            isSelected={window !== undefined}
            onChange={(is) => {
              const { window: _, ...rest } = rule;
              onChange(is ? { ...rest, window: { least: 1, most: 365 } } : rest);
            }}
          />
          {window !== undefined && (
            <div className="two-up">
              <NumberBox
                label="From, days"
                value={window.least ?? 0}
                min={-36_525}
                max={36_525}
                onChange={(least) => set({ window: { ...window, least } })}
              />
              <NumberBox
                label="To, days"
                value={window.most ?? 365}
                min={-36_525}
                max={36_525}
                onChange={(most) => set({ window: { ...window, most } })}
              />
            </div>
          )}
          <Check
            label="Second form dated after the first"
            isSelected={rule.inOrder === true}
            onChange={(is) => {
              const { inOrder: _, ...rest } = rule;
              onChange(is ? { ...rest, inOrder: true } : rest);
            }}
          />
        </>
      )}
      {scores.variables.some(({ name }) => name === 'rater') && (
        <Check
          label="Same rater"
          isSelected={rule.sameRater !== undefined}
          onChange={(is) => {
            const { sameRater: _, ...rest } = rule;
            onChange(is ? { ...rest, sameRater: 'rater' } : rest);
          }}
        />
      )}
      {scores.variables.some(({ name }) => name === 'version') && (
        <Check
          label="Same version of the form"
          isSelected={rule.sameVersion !== undefined}
          onChange={(is) => {
            const { sameVersion: _, ...rest } = rule;
            onChange(is ? { ...rest, sameVersion: 'version' } : rest);
          }}
        />
      )}
      <p className="note">Both forms are scored with one version of the measure.</p>
    </>
  );
}

function chosenRule(
  { choose: _, contacts: __, ...rule }: PairRule,
  wanted: string,
  times: readonly string[],
  tables: readonly TableInfo[],
): PairRule {
  if (wanted === 'time-points') {
    return { ...rule, before: times[0] ?? 'T1', after: times[1] ?? times[0] ?? 'T2' };
  }
  const named = { ...rule, before: 'First', after: 'Last' };
  if (wanted === 'first-last') return { ...named, choose: 'first-last' };
  const dated = tables.find(
    ({ name, origin, variables }) =>
      name !== rule.eligible.table &&
      origin.made !== 'scores' &&
      origin.made !== 'pairs' &&
      variables.some(({ kind }) => kind === 'date'),
  );
  return {
    ...named,
    choose: 'contacts',
    ...(dated === undefined
      ? {}
      : { contacts: { ...contactsIn(dated, dated), person: rule.eligible.person } }),
  };
}

function contactsIn(table: TableInfo, scores: TableInfo): NonNullable<PairRule['contacts']> {
  return {
    table: table.name,
    person: personOf(table, scores),
    date: table.variables.find(({ kind }) => kind === 'date')?.name ?? '',
  };
}
