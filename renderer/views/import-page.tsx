import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { type ColumnSelection, selectOne } from '../column-selection.ts';
import { incomingName } from '../import-queue.ts';
import { Divider } from '../parts/divider.tsx';
import { ColumnPanel } from '../parts/import/column-panel.tsx';
import { ColumnsPanel } from '../parts/import/columns-panel.tsx';
import { ImportAsks } from '../parts/import/import-asks.tsx';
import { ImportBar } from '../parts/import/import-bar.tsx';
import { ImportHead } from '../parts/import/import-head.tsx';
import { ImportSheet, type SheetView } from '../parts/import/import-sheet.tsx';
import { ImportSum } from '../parts/import/import-sum.tsx';
import { LookingCard } from '../parts/import/looking-card.tsx';
import { QueueStrip } from '../parts/import/queue-strip.tsx';
import { RefusalCard } from '../parts/refusal-card.tsx';
import { leaveFileOut } from '../project-actions.ts';
import type { Incoming } from '../session.ts';
import {
  ImportContext,
  type Importing,
  unitKey,
  useImporting,
  useShownImport,
} from '../use-import.ts';
import { keepPeek, peekAt, peekOf } from '../use-peeks.ts';
import { useSession } from '../use-session.ts';

/** One table on one page: what its file was taken for, what it cannot say, and what will be loaded. */
export function ImportPage({ unit }: { unit: Incoming }) {
  const session = useSession();
  const importing = useImporting(unit);
  const { preview, refusal, isFresh } = importing;
  useEffect(() => {
    if (preview !== null && isFresh) keepPeek(session, unit.id, peekOf(preview));
    else if (preview === null && refusal !== null) keepPeek(session, unit.id, peekAt(refusal));
  }, [session, unit, preview, isFresh, refusal]);
  return (
    <ImportContext value={importing}>
      <ImportBar />
      <main className="work import" data-pane="work">
        <QueueStrip isBusy={preview === null ? refusal === null : !isFresh} />
        {preview === null && refusal === null && <LookingCard unit={unit} />}
        {preview === null && refusal !== null && <RefusedFile importing={importing} />}
        {preview !== null && <Shown key={unitKey(unit)} />}
      </main>
    </ImportContext>
  );
}

function Shown() {
  const { preview, comparison } = useShownImport();
  const [chosen, setChosen] = useState<ColumnSelection | null>(null);
  const [view, setView] = useState<SheetView>('first');
  const [row, setRow] = useState<number | null>(null);
  const selection = chosen ?? selectOne(firstToSee(preview));
  const isCompared = comparison !== null;
  useEffect(() => {
    if (isCompared) setView('comparison');
    else setView((before) => (before === 'comparison' ? 'first' : before));
  }, [isCompared]);
  const [only = 0] = selection.positions;
  return (
    <>
      <ImportHead />
      <ImportAsks onColumn={(position) => setChosen(selectOne(position))} />
      <ImportSheet
        view={view}
        onView={setView}
        row={row}
        selection={selection}
        onSelect={setChosen}
      />
      <Divider name="import-right" label="the panel" pane="right" wide={304} slim={280} min={240} />
      <aside className="card colpanel" aria-label="Selected columns" data-pane="panel">
        {selection.positions.size > 1 ? (
          <ColumnsPanel positions={selection.positions} />
        ) : (
          <ColumnPanel
            key={only}
            position={only}
            onRow={(to) => {
              setView((before) => (before === 'problems' ? before : 'first'));
              setRow(to);
            }}
          />
        )}
      </aside>
      <ImportSum onShow={setView} />
    </>
  );
}

function RefusedFile({ importing }: { importing: Importing }) {
  const session = useSession();
  const { unit, draft, refusal, retry, undo } = importing;
  if (refusal === null) return null;
  const last = draft.past.at(-1);
  return (
    <div className="refusal">
      <RefusalCard refusal={refusal} />
      <div className="do">
        {last !== undefined && (
          <Button className="btn" onPress={undo}>
            Undo: {last.label}
          </Button>
        )}
        {refusal.code === 'cancelled' && (
          <Button className="btn" onPress={retry}>
            Look again
          </Button>
        )}
        <Button className="btn" onPress={() => leaveFileOut(session, unit.id)}>
          Leave this file out
        </Button>
        <span className="hidden-text">{incomingName(unit)}</span>
      </div>
    </div>
  );
}

/** The first column with a question or a problem, else the first. */
function firstToSee(preview: Importing['preview']): number {
  if (preview === null) return 0;
  const asked = preview.questions[0]?.position;
  const wrong = preview.columns.find(({ problems }) => problems.length > 0)?.position;
  return asked ?? wrong ?? preview.decisions.columns[0]?.position ?? 0;
}
