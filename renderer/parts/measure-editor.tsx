import { Button } from 'react-aria-components';
import type { Measure } from '../../src/model/measure.ts';
import { blankSubscale, type MeasureDraft, measureOf } from '../measure-draft.ts';
import { NumberBox } from './number-box.tsx';
import { Pick } from './pick.tsx';
import { Scroll } from './scroll.tsx';
import { SubscaleEditor } from './subscale-editor.tsx';
import { LiveText } from './text-field.tsx';

/** A measure written down without code: items, reversed ones, scores and their rules. */
export function MeasureEditor({
  draft,
  onChange,
  onCancel,
  onSave,
}: {
  draft: MeasureDraft;
  onChange: (draft: MeasureDraft) => void;
  onCancel: () => void;
  onSave: (measure: Measure) => Promise<void>;
}) {
  const set = (change: Partial<MeasureDraft>) => onChange({ ...draft, ...change });
  const made = measureOf(draft);
  const fault = 'fault' in made ? made.fault : '';
  const isSupplied = draft.original !== null && draft.original.items.length === 0;
  return (
    <section className="card flush" aria-label="Edit the measure" data-pane="measure">
      <header>
        <h2>{draft.original === null ? 'New measure' : `Copy of ${draft.original.short}`}</h2>
        <span className="note">Numbers and rules only: the wording of items stays out.</span>
      </header>
      <Scroll label="Edit the measure" className="body form editor">
        <div className="fields">
          <LiveText label="Name" value={draft.name} onChange={(name) => set({ name })} />
          <LiveText label="Short name" value={draft.short} onChange={(short) => set({ short })} />
          <LiveText
            label="Version"
            value={draft.version}
            onChange={(version) => set({ version })}
          />
        </div>
        <div className="fields numbers">
          <NumberBox
            label="Items"
            value={draft.count}
            min={isSupplied ? 0 : 1}
            max={200}
            onChange={(count) => set({ count })}
          />
          <NumberBox
            label="Lowest answer"
            value={draft.min}
            min={-100}
            max={100}
            onChange={(min) => set({ min })}
          />
          <NumberBox
            label="Highest answer"
            value={draft.max}
            min={-100}
            max={100}
            onChange={(max) => set({ max })}
          />
          <LiveText
            label="Reversed items"
            value={draft.reversed}
            placeholder="none, or 2, 5"
            onChange={(reversed) => set({ reversed })}
          />
        </div>
        {draft.subscales.map((subscale, at) => (
          <SubscaleEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: scores have no other identity while they are written
            key={at}
            place={at + 1}
            subscale={subscale}
            onChange={(next) => set({ subscales: draft.subscales.with(at, next) })}
            {...(draft.subscales.length > 1
              ? { onRemove: () => set({ subscales: draft.subscales.toSpliced(at, 1) }) }
              : {})}
          />
        ))}
        <Button
          className="btn small"
          onPress={() => set({ subscales: [...draft.subscales, blankSubscale()] })}
        >
          Add a score
        </Button>
        <div className="fields">
          <LiveText
            label="Where these figures come from"
            value={draft.source}
            placeholder="Manual, paper, your own"
            onChange={(source) => set({ source })}
          />
          <Pick
            label="How sure"
            labelled
            choices={[
              { id: 'convention', label: 'Our own convention' },
              { id: 'verified', label: 'I checked the source' },
              { id: 'secondary', label: 'From a secondary source' },
            ]}
            value={draft.status === 'unverified' ? 'convention' : draft.status}
            onChange={(status) => set({ status })}
          />
        </div>
      </Scroll>
      <footer>
        <span className="note bad" aria-live="polite">
          {fault}
        </span>
        <span className="right exports">
          <Button className="btn" onPress={onCancel}>
            Cancel
          </Button>
          <Button
            className="btn primary"
            isDisabled={'fault' in made}
            onPress={() => 'measure' in made && void onSave(made.measure)}
          >
            Save measure
          </Button>
        </span>
      </footer>
    </section>
  );
}
