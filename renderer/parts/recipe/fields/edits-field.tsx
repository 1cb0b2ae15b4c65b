import { useState } from 'react';
import { Button } from 'react-aria-components';
import { count } from '../../../words.ts';
import { CommittedText } from '../../text-field.tsx';
import { LinesTable } from './lines-table.tsx';

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
  const cells = (at: number) => {
    const edit = edits[at] as Edit;
    return [
      ...keys.map((label, part) => (
        <CommittedText
          key={label}
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
      )),
      <CommittedText
        key="old"
        hidden
        label={`Old value of correction ${at + 1}`}
        placeholder={edit.from === null ? 'was empty' : 'whatever it is'}
        value={edit.from ?? ''}
        onCommit={(from) => {
          const { from: _, ...rest } = edit;
          put(at, from === '' ? rest : { ...rest, from });
        }}
      />,
      <CommittedText
        key="new"
        hidden
        label={`New value of correction ${at + 1}`}
        placeholder="taken out"
        value={edit.to === null ? '' : String(edit.to)}
        onCommit={(to) => put(at, { ...edit, to: to.trim() === '' ? null : to.trim() })}
      />,
    ];
  };
  return (
    <fieldset className="edits">
      <legend>Corrections</legend>
      <LinesTable
        headings={[...keys, 'Old', 'New']}
        lines={Math.min(edits.length, shown)}
        cells={cells}
        removal={(at) => `Remove correction ${at + 1}`}
        onRemove={(at) => onChange(edits.toSpliced(at, 1))}
      />
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
