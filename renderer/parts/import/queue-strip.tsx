import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { stackable } from '../../headings-agree.ts';
import { incomingName, shownIncoming, stackUnits, unstackUnit } from '../../import-queue.ts';
import { leaveFileOut } from '../../project-actions.ts';
import type { Incoming, Peek } from '../../session.ts';
import { usePeeks } from '../../use-peeks.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { counted } from '../../words.ts';
import { Icon } from '../icon.tsx';

/** The tables that wait: which is shown, which are ready, and whether they could be one. */
export function QueueStrip({ isBusy }: { isBusy: boolean }) {
  const session = useSession();
  const queue = useSelect((state) => state.importing);
  const shown = useSelect(shownIncoming);
  const peeks = useSelect((state) => state.peeks);
  usePeeks(queue, shown, isBusy);
  if (shown === undefined || (queue.length < 2 && shown.stack === undefined)) return null;
  const show = (importing: readonly Incoming[]) => {
    const fresh = importing.find((unit) => !queue.includes(unit));
    session.set({ importing, incoming: fresh?.id ?? shown.id });
  };
  const headed = ({ id }: Incoming) => ({ id, headers: peeks[id]?.headers });
  const others = queue.filter((unit) => unit !== shown && peeks[unit.id]?.refused == null);
  const isRefused = peeks[shown.id]?.refused != null;
  const offer = isRefused ? null : stackable(headed(shown), others.map(headed));
  return (
    <section className="queue" aria-label="Tables to import" data-pane="queue">
      <TagGroup
        aria-label="Tables to import"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[shown.id]}
        onSelectionChange={(keys) => {
          if (keys !== 'all') for (const key of keys) session.set({ incoming: Number(key) });
        }}
        onRemove={(keys) => {
          for (const key of keys) void leaveFileOut(session, Number(key));
        }}
      >
        <TagList className="tags" items={queue} dependencies={[peeks]}>
          {(unit) => (
            <Tag className="unit" id={unit.id} textValue={incomingName(unit)}>
              <span className="cut" title={incomingName(unit)}>
                {incomingName(unit)}
              </span>
              <PeekWords peek={peeks[unit.id]} />
              <Button
                slot="remove"
                className="btn small quiet icon"
                aria-label={`Leave out ${incomingName(unit)}`}
              >
                <Icon name="close" />
              </Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <span className="stackoffer">
        {offer !== null && (
          <>
            <span className="note">{offer.words}</span>
            <Button className="btn small" onPress={() => show(stackUnits(queue, offer.ids))}>
              Stack as one table
            </Button>
          </>
        )}
        {shown.stack !== undefined && (
          <Button className="btn small" onPress={() => show(unstackUnit(queue, shown.id))}>
            Take apart
          </Button>
        )}
      </span>
    </section>
  );
}

function PeekWords({ peek }: { peek: Peek | undefined }) {
  if (peek === undefined) return <span className="note">…</span>;
  if (peek.refused !== null) {
    return (
      <span className="tag bad" title={peek.refused}>
        ✕ refused
      </span>
    );
  }
  return peek.questions > 0 ? (
    <span className="tag caution">? {counted(peek.questions, 'question')}</span>
  ) : (
    <span className="note">{counted(peek.rows, 'row')}</span>
  );
}
