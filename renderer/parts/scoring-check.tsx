import { formatNumber } from '../../src/model/format.ts';
import type { ScoringCheck } from '../../src/model/scoring.ts';
import { count, counted } from '../words.ts';

/** Forms, scores, differences, and the first forms item by item. */
export function ScoringCheckView({ check }: { check: ScoringCheck }) {
  const { forms, people, times, account, rows } = check;
  const [first] = rows;
  return (
    <>
      <p>
        <b>{counted(forms, 'form')}</b> of {counted(people, 'person', 'people')}
        {times.length > 0 &&
          `: ${times.map(({ time, forms: n }) => `${time} ${count(n)}`).join(', ')}`}
        .
      </p>
      <table className="figuretable">
        <thead>
          <tr>
            <th scope="col">Score</th>
            <th scope="col" className="num">
              Complete
            </th>
            <th scope="col" className="num">
              Pro-rated
            </th>
            <th scope="col" className="num">
              Not scorable
            </th>
          </tr>
        </thead>
        <tbody>
          {account.subscales.map(({ name, complete, proRated, notScorable, supplied = 0 }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="num">
                {count(complete + supplied)}
                {supplied > 0 && <span className="note"> as given</span>}
              </td>
              <td className="num">{count(proRated)}</td>
              <td className={notScorable > 0 ? 'num caution' : 'num'}>{count(notScorable)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(account.totals ?? []).map(({ name, compared, differ, cause, examples }) => (
        <p key={name} className={differ > 0 ? 'warned' : ''}>
          {differ === 0 ? (
            <>
              {name}: all {count(compared)} scores of the extract agree with their items.
            </>
          ) : (
            <>
              <b className="caution">!</b> {name}: {count(differ)} of {count(compared)} scores of
              the extract differ from their items
              {cause !== null && (
                <>
                  ; probably <b>{cause}</b>
                </>
              )}
              . The first: row {examples[0]?.row}, {examples[0]?.supplied} given,{' '}
              {formatNumber(examples[0]?.computed ?? null, 'number')} from the items. The items are
              used.
            </>
          )}
        </p>
      ))}
      {account.outOfRange.length > 0 && (
        <>
          <p className="warned">
            <b className="bad">✕</b> {counted(account.outOfRange.length, 'answer')} out of range:
            the scores that need them are left out for that form.
          </p>
          <ul className="outs">
            {account.outOfRange.slice(0, 12).map(({ row, variable, value, table }) => (
              <li key={`${table} ${row} ${variable}`}>
                Row {row}, {variable}: <b className="bad">{value}</b>
              </li>
            ))}
            {account.outOfRange.length > 12 && (
              <li className="note">and {count(account.outOfRange.length - 12)} more</li>
            )}
          </ul>
        </>
      )}
      {first !== undefined && first.items.length > 0 && (
        <div className="wide-rows">
          <table className="figuretable forms">
            <caption>
              What each item counts, first forms
              <span className="note"> ✕ out of range, – left out</span>
            </caption>
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Time</th>
                {first.items.map(({ item }) => (
                  <th scope="col" key={item} className="num">
                    {item}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, time, items }) => (
                <tr key={`${row} ${time}`}>
                  <th scope="row">{row}</th>
                  <td>{time}</td>
                  {items.map(({ item, counts, isOut }) => (
                    <td key={item} className={isOut ? 'num is-problem' : 'num'}>
                      {isOut ? '✕' : counts === null ? '–' : formatNumber(counts, 'number')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
