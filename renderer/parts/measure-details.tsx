import { Button } from 'react-aria-components';
import type { KnownMeasure, Source, Subscale } from '../../src/model/measure.ts';
import { sayAges } from '../../src/model/say-ages.ts';
import { DIRECTION_WORDS } from '../../src/model/score-facts.ts';
import { removeMeasure } from '../measure-actions.ts';
import { listed } from '../measure-draft.ts';
import { useSession } from '../use-session.ts';
import { counted } from '../words.ts';
import { Scroll } from './scroll.tsx';

/** One measure with the source of every figure; what is not verified says so. */
export function MeasureDetails({
  known,
  onCopy,
  note,
}: {
  known: KnownMeasure;
  onCopy: () => void;
  note: string;
}) {
  const session = useSession();
  const { measure, home, usedBy, unverified } = known;
  const { id, version, name, short, items, subscales, cautions } = measure;
  const reversed = items.filter(({ reverse }) => reverse).map(({ item }) => item);
  const ranges = [...new Set(items.map(({ min, max }) => `${min} to ${max}`))];
  return (
    <section className="card flush" aria-label={name} data-pane="measure">
      <header>
        <h2 className="cut">{name}</h2>
        <span className="note">
          {short}, version {version}
        </span>
        <span className="right exports">
          <Button className="btn small" onPress={onCopy}>
            Copy and edit
          </Button>
          <Button
            className="btn small"
            onPress={() =>
              session.deliver(`Exporting ${short}`, () =>
                session.client.exportMeasure({ id, version }),
              )
            }
          >
            Export
          </Button>
          {home === 'project' && usedBy.length === 0 && (
            <Button className="btn small" onPress={() => void removeMeasure(session, measure)}>
              Remove
            </Button>
          )}
        </span>
      </header>
      <Scroll label={`About ${short}`} className="body measure">
        {unverified.length > 0 && (
          <p>
            <span className="tag caution">! {counted(unverified.length, 'unverified figure')}</span>{' '}
            Shown below, and used only where you accept them when you score.
          </p>
        )}
        <dl className="dl">
          <dt>Items</dt>
          <dd>
            {items.length === 0
              ? 'None: only a score that the extract brings can be taken.'
              : `${items.length}, answers ${ranges.join(', or ')}; reversed: ${reversed.length > 0 ? listed(reversed) : 'none'}`}
          </dd>
          {items.length > 0 && (
            <>
              <dt>Key</dt>
              <dd>
                <SourceText source={measure.key} />
              </dd>
            </>
          )}
          {measure.answers === 'ask' && (
            <>
              <dt>Answers</dt>
              <dd>Positions of answers, or what they count: you are asked which.</dd>
            </>
          )}
          {measure.stage !== '' && (
            <>
              <dt>For</dt>
              <dd>{measure.stage}</dd>
            </>
          )}
          {measure.ages && (
            <>
              <dt>Ages</dt>
              <dd>
                The child is {sayAges(measure.ages)}. {measure.ages.source.text}
              </dd>
            </>
          )}
          <dt>Reference</dt>
          <dd>{measure.reference || '–'}</dd>
          <dt>Licence</dt>
          <dd>{measure.licence || '–'}</dd>
          <dt>Used by</dt>
          <dd>{usedBy.length === 0 ? 'no table yet' : `${note}: ${usedBy.join(', ')}`}</dd>
        </dl>
        {cautions.map((caution) => (
          <p key={caution} className="warned">
            <b className="caution">!</b> {caution}
          </p>
        ))}
        {subscales.map((subscale) => (
          <SubscaleTable key={subscale.key} subscale={subscale} />
        ))}
      </Scroll>
    </section>
  );
}

function SubscaleTable({ subscale }: { subscale: Subscale }) {
  const { name, items, score, range, direction, missing, sources } = subscale;
  const rule =
    score === 'supplied'
      ? '–'
      : missing.prorate
        ? `pro-rated from ${missing.minItems} of ${items.length} on`
        : 'all items needed';
  const rows: [string, string, Source][] = [
    ['Items', score === 'supplied' ? 'as given' : `${score} of ${listed(items)}`, sources.items],
    ['Range', `${range.low} to ${range.high}`, sources.range],
    ['Direction', DIRECTION_WORDS[direction], sources.direction],
    ['Missing items', rule, sources.missing],
    ...subscale.cutoffs.map(({ label, at, side, source }): [string, string, Source] => [
      'Cut-off',
      `${at} or ${side === 'from' ? 'above' : 'below'} (${label})`,
      source,
    ]),
    ...subscale.reliableChange.map(({ points, source }): [string, string, Source] => [
      'Reliable change',
      points === undefined ? 'from SD and reliability' : `${points} points`,
      source,
    ]),
  ];
  return (
    <table className="figuretable">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Value</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, value, source]) => (
          <tr key={`${what} ${value}`}>
            <th scope="row">{what}</th>
            <td>{value}</td>
            <td>
              <SourceText source={source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const STATUS = {
  verified: { look: 'tag good', words: '✓ verified' },
  secondary: { look: 'tag', words: 'secondary' },
  convention: { look: 'tag', words: 'convention' },
  unverified: { look: 'tag caution', words: '! no verified source' },
} as const;

function SourceText({ source: { text, status } }: { source: Source }) {
  const { look, words } = STATUS[status];
  return (
    <>
      <span className={look}>{words}</span> <span className="note">{text}</span>
    </>
  );
}
