import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { KIND, type Variable } from '../../src/model/variable.ts';
import { FindField } from './find-field.tsx';
import { Icon, KIND_ICON } from './icon.tsx';

/** The variables of a table in their order, found by label, name or kind. */
export function VariableList({
  variables,
  selected,
  onSelect,
}: {
  variables: readonly Variable[];
  selected: string | null;
  onSelect: (name: string) => void;
}) {
  const [find, setFind] = useState('');
  const wanted = find.trim().toLowerCase();
  const shown = variables.filter((variable) =>
    [variable.label, variable.name, KIND[variable.kind].label].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
  return (
    <>
      <div className="finder">
        <FindField label="Find a variable" value={find} onChange={setFind} />
        <span className="note">
          {wanted === '' ? variables.length : `${shown.length} of ${variables.length}`}
        </span>
      </div>
      <ListBox
        className="scroll varlist"
        aria-label="Variables"
        items={shown}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          if (keys !== 'all') for (const key of keys) onSelect(String(key));
        }}
        renderEmptyState={() => <p className="empty note">No variable has this name.</p>}
      >
        {(variable) => (
          <ListBoxItem className="option" id={variable.name} textValue={variable.label}>
            <Icon name={KIND_ICON[variable.kind]} />
            <span className="cut" title={`${variable.label} (${KIND[variable.kind].label})`}>
              {variable.label}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </>
  );
}
