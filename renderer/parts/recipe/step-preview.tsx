import type {
  ChangedVariable,
  FirstRows,
  RecipeCheck,
  RowGroups,
  StepDiff,
} from '../../../src/model/recipe.ts';
import type { Step } from '../../../src/model/table.ts';
import { unanswered } from '../../step-fields.ts';
import type { Asked } from '../../use-reply.ts';
import { count, counted } from '../../words.ts';
import { Scroll } from '../scroll.tsx';
import { Skeleton } from '../skeleton.tsx';

const SHOWN = 40;
const GROUP_COLUMNS = 5;

/** What the step would change: old against new with counts, rows that go, variables that come. */
export function StepPreview({
  asked,
  at,
  step,
}: {
  asked: Asked<RecipeCheck>;
  at: number;
  step: Step | null;
}) {
  return (
    <Scroll label="What it would change" className="preview">
      {step === null ? (
        <p className="note">What the step would change is shown here before it is kept.</p>
      ) : asked.state === 'waiting' ? (
        <Skeleton lines={6} />
      ) : asked.state === 'refused' ? (
        <p className="conflict">✕ {asked.refusal.message}</p>
      ) : (
        <Changes check={asked.value} at={at} open={unanswered(step)} />
      )}
    </Scroll>
  );
}

function Changes({
  check,
  at,
  open,
}: {
  check: RecipeCheck;
  at: number;
  /** What the form still asks. */
  open: readonly string[];
}) {
  const own = check.steps[at];
  if (own?.refused?.code === 'bad-parameter' && open.length > 0) {
    return (
      <p className="note" role="status">
        Still to fill in: {open.join(', ')}.
      </p>
    );
  }
  if (own?.refused) {
    return (
      <p className="conflict" role="status">
        ✕ {own.refused.message} {own.refused.hint}
      </p>
    );
  }
  const later = check.steps.flatMap((each, place) =>
    place > at && each.refused ? [place + 1] : [],
  );
  return (
    <>
      <p role="status">{own?.sentence}</p>
      {later.length > 0 && (
        <p className="conflict">
          ✕ {later.length === 1 ? `Step ${later[0]} could` : `Steps ${later.join(', ')} could`} not
          run after it.
        </p>
      )}
      {own?.notes?.map((note) => (
        <p key={note} className="conflict caution">
          ! {note}
        </p>
      ))}
      {check.preview && <Difference diff={check.preview} />}
    </>
  );
}

function Difference({ diff }: { diff: StepDiff }) {
  const { rowsBefore, rowsAfter, removed, added, gone, changed, reshaped, groups } = diff;
  const nothing = removed.n + added.length + gone.length + changed.length === 0 && !reshaped;
  return (
    <>
      <p className="note">
        {counted(rowsAfter, 'row')}
        {rowsAfter !== rowsBefore && `, before ${count(rowsBefore)}`}
        {nothing && '; nothing changes'}
      </p>
      {groups && groups.n > 0 && <Groups groups={groups} />}
      {reshaped && <FirstOf rows={reshaped} added={added.map(({ label }) => label)} />}
      {changed.map((variable) => (
        <Cells key={variable.name} variable={variable} />
      ))}
      {(reshaped ? [] : added).map(({ name, label, top }) => (
        <table key={name} className="olds">
          <caption>New: {label}</caption>
          <tbody>
            {top.map(({ value, n }) => (
              <tr key={value ?? ''}>
                <td className={value === null ? 'note' : ''}>{value ?? 'missing'}</td>
                <td className="num">{count(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {gone.length > 0 && <p>Without {gone.join(', ')}.</p>}
      {removed.n > 0 && !groups && (
        <table className="olds">
          <caption>{counted(removed.n, 'row')} left out</caption>
          <tbody>
            {removed.rows.map(({ row, cells }) => (
              <tr key={row}>
                <td className="note at">Row {count(row)}</td>
                <td className="cut">{cells.filter((cell) => cell !== null).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Rows that are taken for the same: the one that stays, and below it those that go. */
function Groups({ groups: { n, labels, shown } }: { groups: RowGroups }) {
  const differing = labels.flatMap((label, at) => {
    const isSame = shown.every(({ kept, others }) =>
      others.every(({ cells }) => cells[at] === kept.cells[at]),
    );
    return isSame ? [] : [{ label, at }];
  });
  const named = labels.flatMap((label, at) =>
    differing.some((each) => each.at === at) ? [] : [{ label, at }],
  );
  const columns = [...differing, ...named].slice(0, GROUP_COLUMNS).toSorted((a, b) => a.at - b.at);
  return (
    <table className="olds groups">
      <caption>
        {counted(n, 'group')} of rows that are taken for the same
        {n > shown.length && `, the first ${count(shown.length)}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          {columns.map(({ label, at }) => (
            <th key={at} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {shown.map(({ kept, others }) => (
        <tbody key={kept.row}>
          {[kept, ...others].map(({ row, cells }) => (
            <tr key={row} className={row === kept.row ? 'kept' : 'going'}>
              <th scope="row">
                {count(row)} <span className="note">{row === kept.row ? 'stays' : 'goes'}</span>
              </th>
              {columns.map(({ at }) => (
                <td key={at} className={cells[at] === kept.cells[at] ? '' : 'differs'}>
                  {cells[at] ?? <span className="note">missing</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The first variable says whose row it is; then what is new, so that it is in sight. */
function FirstOf({ rows: { labels, rows }, added }: { rows: FirstRows; added: readonly string[] }) {
  const rank = (at: number) => (at === 0 ? 0 : added.includes(labels[at] ?? '') ? 1 : 2);
  const order = [...labels.keys()].toSorted((a, b) => rank(a) - rank(b));
  return (
    <div className="sideways">
      <table className="olds first">
        <caption>The first rows</caption>
        <thead>
          <tr>
            {order.map((at) => (
              <th key={at} scope="col">
                {labels[at]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
            <tr key={row}>
              {order.map((at) => (
                <td key={at}>{cells[at] ?? <span className="note">missing</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ variable: { label, cells, distinct, changes } }: { variable: ChangedVariable }) {
  return (
    <table className="olds">
      <caption>
        {label}: {counted(cells, 'cell')} changed
      </caption>
      <thead>
        <tr>
          <th scope="col">Old</th>
          <th scope="col">New</th>
          <th scope="col" className="num">
            Rows
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.slice(0, SHOWN).map(({ from, to, why, n }) => (
          <tr key={`${from}\0${to}\0${why}`}>
            <td>{from === null ? <span className="note">missing</span> : <s>{from}</s>}</td>
            <td>{to === null ? <span className="note">{why ?? 'missing'}</span> : to}</td>
            <td className="num">{count(n)}</td>
          </tr>
        ))}
      </tbody>
      {distinct > SHOWN && (
        <tfoot>
          <tr>
            <td colSpan={3} className="note">
              and {count(distinct - SHOWN)} further changes
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
