import { useState } from 'react';
import { Button } from 'react-aria-components';
import { count } from '../../../words.ts';
import { Icon } from '../../icon.tsx';
import { CommittedText } from '../../text-field.tsx';

export interface Edit {
  key: readonly string[];
  /** What the cell was; left out where that does not matter, null where it was empty. */
  from?: string | null;
  /** Null takes the value out. */
  to: string | number | null;
}

const FIRST = 50;

/** Corrected cells, a line each: which row, old → new. */
export function EditsField({
  keys,
  edits,
  onChange,
}: {
  /** Labels of the variables that name the row. */
  keys: readonly string[];
  edits: readonly Edit[];
  onChange: (edits: readonly Edit[]) => void;
}) {
  const [shown, setShown] = useState(FIRST);
  const put = (at: number, edit: Edit) => onChange(edits.with(at, edit));
  return (
    <fieldset className="edits">
      <legend>Corrections</legend>
      {edits.length > 0 && (
        <div className="sideways">
          <table>
            <thead>
              <tr>
                {keys.map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
                <th scope="col">Old</th>
                <th scope="col">New</th>
                <th scope="col">
                  <span className="hidden-text">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {edits.slice(0, shown).map((edit, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a correction has no other name than its place
                <tr key={at}>
                  {keys.map((label, part) => (
                    <td key={label}>
                      <CommittedText
                        hidden
                        label={`${label} of correction ${at + 1}`}
                        value={edit.key[part] ?? ''}
                        onCommit={(text) =>
                          put(at, {
                            ...edit,
                            key: keys.map((_, i) => (i === part ? text : (edit.key[i] ?? ''))),
                          })
                        }
                      />
                    </td>
                  ))}
                  <td>
                    <CommittedText
                      hidden
                      label={`Old value of correction ${at + 1}`}
                      placeholder={edit.from === null ? 'was empty' : 'whatever it is'}
                      value={edit.from ?? ''}
                      onCommit={(from) => {
                        const { from: _, ...rest } = edit;
                        put(at, from === '' ? rest : { ...rest, from });
                      }}
                    />
                  </td>
                  <td>
                    <CommittedText
                      hidden
                      label={`New value of correction ${at + 1}`}
                      placeholder="taken out"
                      value={edit.to === null ? '' : String(edit.to)}
                      onCommit={(to) =>
                        put(at, { ...edit, to: to.trim() === '' ? null : to.trim() })
                      }
                    />
                  </td>
                  <td>
                    <Button
                      className="btn small quiet icon"
                      aria-label={`Remove correction ${at + 1}`}
                      onPress={() => onChange(edits.toSpliced(at, 1))}
                    >
                      <Icon name="close" />
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <Button
          className="btn small quiet"
          isDisabled={keys.length === 0}
          onPress={() => {
            onChange([...edits, { key: keys.map(() => ''), to: null }]);
            setShown(Math.max(shown, edits.length + 1));
          }}
        >
          And another correction
        </Button>
        {edits.length > shown && (
          <Button className="btn small quiet" onPress={() => setShown(edits.length)}>
            Show all {count(edits.length)}
          </Button>
        )}
      </p>
      {keys.length === 0 && (
        <p className="note">Say first by which variables a row is found, such as an id.</p>
      )}
    </fieldset>
  );
}
