import { useEffect, useEffectEvent } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { useTableState } from '../table-state.ts';
import { useDebounced } from '../use-debounced.ts';
import { replyValue, useReply } from '../use-reply.ts';
import { useSession } from '../use-session.ts';

/**
 * A condition in words: what is understood becomes a condition, and otherwise the nearest are offered, in a list
 * that the arrow keys reach from the field.
 */
export function TypedCondition({
  table,
  label,
  text,
  autoFocus,
  onText,
  onUnderstand,
  onTake,
}: {
  table: TableInfo;
  label: string;
  text: string;
  autoFocus: boolean;
  onText: (text: string) => void;
  /** Null while nothing is understood. */
  onUnderstand: (condition: Condition | null) => void;
  /** One of the nearest was chosen. */
  onTake: (condition: Condition) => void;
}) {
  const { client } = useSession();
  const state = useTableState(table.name);
  const typed = useDebounced(text.trim(), 150);
  const asked = useReply(
    typed === '' ? null : JSON.stringify([table.name, table.version, state, typed]),
    (options) => client.understandCondition({ table: table.name, text: typed, ...state }, options),
  );
  const reply = typed === text.trim() && typed !== '' ? replyValue(asked, null) : null;
  const understood = JSON.stringify(reply?.understood?.condition ?? null);
  const tell = useEffectEvent((condition: Condition | null) => onUnderstand(condition));
  useEffect(() => tell(JSON.parse(understood) as Condition | null), [understood]);
  const offers = reply?.understood === null ? reply.nearest : [];
  return (
    <div className="typed">
      <Autocomplete inputValue={text} onInputChange={onText} disableAutoFocusFirst>
        <TextField className="field" {...(autoFocus ? { autoFocus } : {})}>
          <Label>{label}</Label>
          <Input
            className="input"
            role="combobox"
            aria-expanded={offers.length > 0}
            spellCheck={false}
            autoComplete="off"
            placeholder="accepted in 2022/23, IMD decile 1 to 3"
          />
        </TextField>
        {reply?.understood === null && (
          <p className="note" aria-live="polite">
            {reply.unread.length === 0
              ? 'Not understood yet.'
              : `Not understood: ${reply.unread.map((word) => `“${word}”`).join(', ')}.`}
            {offers.length > 0 && ' The nearest:'}
          </p>
        )}
        {offers.length > 0 && (
          <ListBox
            className="options offers"
            aria-label="Nearest conditions"
            items={offers.map((offer, at) => ({ ...offer, id: at }))}
            onAction={(key) => {
              const offer = offers[Number(key)];
              if (offer) onTake(offer.condition);
            }}
          >
            {(offer) => (
              <ListBoxItem className="option" id={offer.id} textValue={offer.sentence}>
                {offer.sentence}
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </Autocomplete>
    </div>
  );
}
