import { useState } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import type { KnownMeasure } from '../../src/model/measure.ts';
import { importMeasure, nextVersion, saveMeasure } from '../measure-actions.ts';
import { blankDraft, draftOf, type MeasureDraft } from '../measure-draft.ts';
import { useSession } from '../use-session.ts';
import { counted } from '../words.ts';
import { Divider } from './divider.tsx';
import { FindField } from './find-field.tsx';
import { MeasureDetails } from './measure-details.tsx';
import { MeasureEditor } from './measure-editor.tsx';

/** Every measure: found by name, looked into with its sources, copied and changed. */
export function MeasureLibrary({ known }: { known: readonly KnownMeasure[] }) {
  const session = useSession();
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState(known[0] === undefined ? '' : keyOf(known[0]));
  const [draft, setDraft] = useState<MeasureDraft | null>(null);
  const wanted = find.trim().toLowerCase();
  const shown = known.filter(({ measure }) =>
    [measure.name, measure.short, measure.id, ...measure.subscales.map(({ name }) => name)].some(
      (text) => text.toLowerCase().includes(wanted),
    ),
  );
  const selected = known.find((each) => keyOf(each) === chosen) ?? known[0];
  const take = (kept: KnownMeasure | undefined) => {
    if (kept === undefined) return;
    setDraft(null);
    setChosen(keyOf(kept));
  };
  return (
    <div className="layout">
      <aside className="card flush" aria-label="Measures" data-pane="measures">
        <header>
          <h2>Library</h2>
          <span className="note right">
            {wanted === '' ? known.length : `${shown.length} of ${known.length}`}
          </span>
        </header>
        <div className="finder">
          <FindField label="Find a measure" value={find} onChange={setFind} />
        </div>
        <ListBox
          className="scroll varlist"
          aria-label="Measures"
          items={shown.map((each) => ({ ...each, id: keyOf(each) }))}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={draft === null ? [chosen] : []}
          onSelectionChange={(keys) => {
            if (keys === 'all') return;
            for (const key of keys) {
              setChosen(String(key));
              setDraft(null);
            }
          }}
          renderEmptyState={() => <p className="empty note">No measure has this name.</p>}
        >
          {({ id, measure, home }) => (
            <ListBoxItem className="option two" id={id} textValue={measure.short}>
              <span className="line">
                <b className="cut">{measure.short}</b>
                <span className="note right">
                  {home === 'project' ? `yours, version ${measure.version}` : ''}
                </span>
              </span>
              <span className="note cut">{measure.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
        <footer>
          <Button className="btn small" onPress={() => setDraft(blankDraft())}>
            New measure
          </Button>
          <Button className="btn small" onPress={async () => take(await importMeasure(session))}>
            Import
          </Button>
        </footer>
      </aside>
      <Divider name="measures-left" label="the list" pane="left" wide={280} slim={230} />
      {draft !== null ? (
        <MeasureEditor
          draft={draft}
          onChange={setDraft}
          onCancel={() => setDraft(null)}
          onSave={async (measure) => take(await saveMeasure(session, measure))}
        />
      ) : (
        selected !== undefined && (
          <MeasureDetails
            key={keyOf(selected)}
            known={selected}
            onCopy={() =>
              setDraft(draftOf(selected.measure, nextVersion(known, selected.measure.id)))
            }
            note={counted(selected.usedBy.length, 'table')}
          />
        )
      )}
    </div>
  );
}

function keyOf({ measure }: KnownMeasure): string {
  return `${measure.id} ${measure.version}`;
}
