import { Button } from 'react-aria-components';
import type { SubscaleDraft } from '../measure-draft.ts';
import { NumberBox } from './number-box.tsx';
import { Pick } from './pick.tsx';
import { LiveText } from './text-field.tsx';

/** One score of a measure: its items, direction, missing rule, cut-off and reliable change. */
export function SubscaleEditor({
  place,
  subscale,
  onChange,
  onRemove,
}: {
  place: number;
  subscale: SubscaleDraft;
  onChange: (subscale: SubscaleDraft) => void;
  onRemove?: () => void;
}) {
  const set = (change: Partial<SubscaleDraft>) => onChange({ ...subscale, ...change });
  return (
    <fieldset className="subscale">
      <legend>Score {place}</legend>
      <div className="fields">
        <LiveText label="Name" value={subscale.name} onChange={(name) => set({ name })} />
        <LiveText
          label="Its items"
          value={subscale.items}
          placeholder="all, or 1-7, 9"
          onChange={(items) => set({ items })}
        />
        <Pick
          label="Score is"
          labelled
          choices={[
            { id: 'sum', label: 'Sum' },
            { id: 'mean', label: 'Mean' },
          ]}
          value={subscale.score}
          onChange={(score) => set({ score })}
        />
        <Pick
          label="Better is"
          labelled
          choices={[
            { id: 'higher', label: 'Higher' },
            { id: 'lower', label: 'Lower' },
            { id: 'not-monotone', label: 'Neither end' },
          ]}
          value={subscale.direction}
          onChange={(direction) => set({ direction })}
        />
      </div>
      <div className="fields numbers">
        <NumberBox
          label="Answered at least, %"
          value={subscale.answered}
          min={1}
          max={100}
          onChange={(answered) => set({ answered })}
        />
        <LiveText
          label="Cut-off"
          value={subscale.cutoff}
          placeholder="none"
          onChange={(cutoff) => set({ cutoff })}
        />
        <Pick
          label="Of concern is"
          labelled
          choices={[
            { id: 'from', label: 'That or above' },
            { id: 'to', label: 'That or below' },
          ]}
          value={subscale.cutoffSide}
          onChange={(cutoffSide) => set({ cutoffSide })}
        />
        <LiveText
          label="Reliable change, points"
          value={subscale.reliable}
          placeholder="none"
          onChange={(reliable) => set({ reliable })}
        />
        {onRemove !== undefined && (
          <Button className="btn small" onPress={onRemove}>
            Remove score {place}
          </Button>
        )}
      </div>
      <p className="note">
        {subscale.answered >= 100
          ? 'All items have to be answered.'
          : `With ${subscale.answered} % of the items answered the rest is pro-rated.`}
      </p>
    </fieldset>
  );
}
