import { useState } from 'react';
import {
  type QualityComparison,
  type RuleComparison,
  shareGrowth,
  type Turn,
  turnOf,
} from '../../../src/model/quality-comparison.ts';
import { sayPercent } from '../../quality-words.ts';
import type { QualityPoints } from '../../session.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count, counted } from '../../words.ts';
import { Answer } from '../answer.tsx';
import { Blank } from '../blank.tsx';
import { Pick } from '../pick.tsx';
import { Scroll } from '../scroll.tsx';
import { SeverityMark } from './severity.tsx';

/** What steps of a recipe did to quality: each rule at two points of it. */
export function BeforeAfter() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const asked = useSelect((state) => state.qualityPoints);
  const active = useSelect((state) => state.table);
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const made = tables.flatMap((table) =>
    table.origin.made === 'recipe'
      ? [{ table, steps: table.origin.steps.length, from: table.origin.from }]
      : [],
  );
  // What is asked of a file is asked again of the table that was cleaned from it.
  const cleaned = made.find(({ from }) =>
    tables.some(({ name, origin }) => name === from && origin.made === 'import'),
  );
  const of = (name: string | undefined) => made.find(({ table }) => table.name === name);
  const shown = of(asked?.table) ?? of(active ?? undefined) ?? cleaned ?? made[0];
  const points: QualityPoints | null =
    shown === undefined
      ? null
      : asked?.table === shown.table.name && asked.after <= shown.steps
        ? asked
        : { table: shown.table.name, before: 0, after: shown.steps };
  const compared = useReply(
    points === null ? null : JSON.stringify([points, revision]),
    (options) => session.client.compareQuality(points ?? { table: '' }, options),
  );
  if (points === null) {
    return (
      <section className="card">
        <Blank
          title="No table was cleaned yet"
          text="What the steps of a recipe did to quality is shown here, rule by rule."
        />
      </section>
    );
  }
  const put = (part: Partial<QualityPoints>) =>
    session.set({ qualityPoints: { ...points, ...part } });
  return (
    <section className="card flush before-after" aria-label="Before and after" data-pane="findings">
      <header>
        <Pick
          label="Table"
          labelled
          choices={made.map(({ table }) => ({ id: table.name, label: table.label }))}
          value={points.table}
          onChange={(table) => put({ table, before: 0, after: of(table)?.steps ?? 0 })}
        />
        <Answer asked={compared} lines={1}>
          {(comparison) => <Points comparison={comparison} onChange={put} />}
        </Answer>
      </header>
      <Answer asked={compared} lines={12}>
        {(comparison) => <Rules comparison={comparison} />}
      </Answer>
    </section>
  );
}

function Points({
  comparison: { points, before, after },
  onChange,
}: {
  comparison: QualityComparison;
  onChange: (part: Partial<QualityPoints>) => void;
}) {
  const choices = points.map((words, place) => ({
    id: String(place),
    label: place === 0 ? words : `After step ${place}: ${words}`,
  }));
  return (
    <>
      <Pick
        label="Before"
        labelled
        choices={choices}
        value={String(before)}
        onChange={(id) => onChange({ before: Number(id) })}
      />
      <Pick
        label="After"
        labelled
        choices={choices}
        value={String(after)}
        onChange={(id) => onChange({ after: Number(id) })}
      />
    </>
  );
}

const TURNS: readonly { id: Turn; title: string }[] = [
  { id: 'fewer', title: 'Finds fewer' },
  { id: 'more', title: 'Finds more' },
  { id: 'as-many', title: 'Finds as many' },
  { id: 'apart', title: 'Cannot be asked at both' },
];

function turnsInWords(rules: number, n: (turn: Turn) => number): string {
  if (rules === 0) return 'No rule is on for this table or for what it was made from.';
  const fewer = `${count(n('fewer'))} ${n('fewer') === 1 ? 'finds' : 'find'} fewer than before`;
  const apart = n('apart') > 0 ? `; ${count(n('apart'))} cannot be asked at both` : '';
  return `Of ${counted(rules, 'rule')}, ${fewer}, ${count(n('more'))} more, ${count(n('as-many'))} as many${apart}.`;
}

function Rules({ comparison: { rules, rows } }: { comparison: QualityComparison }) {
  const [isAll, setAll] = useState(false);
  const by = Map.groupBy(rules, turnOf);
  const n = (turn: Turn) => by.get(turn)?.length ?? 0;
  const quiet = rules.filter(({ before, after }) => before?.n === 0 && after?.n === 0).length;
  return (
    <Scroll label="Rules before and after">
      <p className="note pad" role="status">
        {count(rows.before)} rows before, {count(rows.after)} after. {turnsInWords(rules.length, n)}{' '}
        {quiet > 0 && (
          <button type="button" className="link" onClick={() => setAll(!isAll)}>
            {isAll ? 'Hide' : 'Show'} {counted(quiet, 'rule')} that found nothing at either
          </button>
        )}
      </p>
      {TURNS.map(({ id, title }) => {
        const own = (by.get(id) ?? []).filter(
          ({ before, after }) => isAll || !(before?.n === 0 && after?.n === 0),
        );
        if (own.length === 0) return null;
        return (
          <table key={id} className="compared">
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col" className="c-sev">
                  Severity
                </th>
                <th scope="col">Rule</th>
                <th scope="col" className="num">
                  Before
                </th>
                <th scope="col" className="num">
                  After
                </th>
                <th scope="col" className="c-turn">
                  Change
                </th>
              </tr>
            </thead>
            <tbody>
              {own.map((each) => (
                <Line key={each.rule.id} compared={each} />
              ))}
            </tbody>
          </table>
        );
      })}
    </Scroll>
  );
}

function Line({ compared }: { compared: RuleComparison }) {
  const { rule, sentence, unit, before, after, why } = compared;
  return (
    <tr>
      <td className="c-sev">
        <SeverityMark severity={rule.severity} />
      </td>
      <th scope="row">
        {sentence}
        {why !== null && <span className="note"> {why}</span>}
      </th>
      <Counted at={before} unit={unit} />
      <Counted at={after} unit={unit} />
      <td className="c-turn">{changeOf(compared)}</td>
    </tr>
  );
}

function Counted({ at, unit }: { at: RuleComparison['before']; unit: string }) {
  if (at === null) return <td className="num note">not asked</td>;
  const rate = at.of === 0 ? '' : `, ${sayPercent(at.n, at.of)} %`;
  return (
    <td className="num" title={`${count(at.n)} of ${count(at.of)} ${unit}`}>
      <b>{count(at.n)}</b>{' '}
      <span className="note">
        of {count(at.of)}
        {rate}
      </span>
    </td>
  );
}

function changeOf(compared: RuleComparison) {
  const { before, after } = compared;
  if (!before || !after) return <span className="note">–</span>;
  const by = count(Math.abs(after.n - before.n));
  const growth = shareGrowth(before, after);
  switch (turnOf(compared)) {
    case 'fewer':
      return (
        <>
          <span className="better">▼ {by} fewer</span>
          {growth > 0 && <span className="note"> but a larger share</span>}
        </>
      );
    case 'more':
      return (
        <>
          <span className="worse">▲ {by} more</span>
          {growth < 0 && <span className="note"> but a smaller share</span>}
        </>
      );
    default:
      return <span className="note">= as many</span>;
  }
}
