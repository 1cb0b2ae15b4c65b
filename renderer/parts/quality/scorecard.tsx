import { DIMENSIONS, type Dimension } from '../../../src/model/quality.ts';
import type { QualityCheck, Score } from '../../../src/model/quality-check.ts';
import { DIMENSION_WORDS, percent, sayPercent, standing } from '../../quality-words.ts';
import { count } from '../../words.ts';

export interface Chosen {
  table: string | null;
  dimension: Dimension | null;
}

/** Rows without an open finding, by table and dimension; a cell narrows the findings. */
export function Scorecard({
  check,
  chosen,
  onChoose,
}: {
  check: QualityCheck;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}) {
  const open = (table: string) =>
    check.findings.filter(({ rule, met }) => rule.table === table && !met).length;
  return (
    <section className="card flush" aria-label="Scorecard">
      <header>
        <h2>Scorecard</h2>
        <span className="note">% of rows without an open finding</span>
        <span className="right note legend">
          <span>
            <b className="good">✓</b> meets target
          </span>
          <span>
            <b className="caution">!</b> up to 1 below
          </span>
          <span>
            <b className="bad">✕</b> further below
          </span>
        </span>
      </header>
      <div className="scorebox">
        <table className="score">
          <thead>
            <tr>
              <th scope="col">Table</th>
              {DIMENSIONS.map((each) => (
                <th key={each} scope="col">
                  {DIMENSION_WORDS[each]}
                  <small>{targetWords(check.scores, each)}</small>
                </th>
              ))}
              <th scope="col" className="num">
                Open
              </th>
            </tr>
          </thead>
          <tbody>
            {check.tables.map(({ name, label, rows }) => (
              <tr key={name}>
                <th scope="row">
                  <span>
                    <button
                      type="button"
                      className="link plain cut"
                      title={label}
                      aria-pressed={chosen.table === name && chosen.dimension === null}
                      onClick={() => onChoose({ table: name, dimension: null })}
                    >
                      {label}
                    </button>
                    <small className="wide">{count(rows)}</small>
                  </span>
                </th>
                {DIMENSIONS.map((dimension) => (
                  <ScoreCell
                    key={dimension}
                    score={check.scores.find(
                      (each) => each.table === name && each.dimension === dimension,
                    )}
                    isChosen={chosen.table === name && chosen.dimension === dimension}
                    onChoose={() => onChoose({ table: name, dimension })}
                  />
                ))}
                <td className="num">{count(open(name))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function targetWords(scores: readonly Score[], dimension: Dimension): string {
  const target = scores.find((each) => each.dimension === dimension)?.target;
  if (target === undefined) return '';
  return target === 1 ? '100 %' : `≥ ${Math.round(100 * target)} %`;
}

function ScoreCell({
  score,
  isChosen,
  onChoose,
}: {
  score: Score | undefined;
  isChosen: boolean;
  onChoose: () => void;
}) {
  if (score === undefined) return <td className="note">no rule</td>;
  const { good, of, before } = score;
  const { sign, word, is } = standing(score);
  const change = before === null ? null : percent(good, of) - 100 * before;
  const moved = change === null ? '' : sayChange(change);
  return (
    <td className={is}>
      <button
        type="button"
        className="v"
        aria-pressed={isChosen}
        aria-label={`${sayPercent(good, of)} %, ${count(good)} of ${count(of)} rows, ${word}${moved === '' ? '' : `, ${moved} since the import before`}`}
        onClick={onChoose}
      >
        <i aria-hidden="true">{sign}</i>
        <b>{sayPercent(good, of)}</b>
        <s>{moved}</s>
      </button>
    </td>
  );
}

function sayChange(points: number): string {
  const size = Math.abs(points).toFixed(1);
  if (size === '0.0') return '=';
  return points > 0 ? `▲ ${size}` : `▼ ${size}`;
}
