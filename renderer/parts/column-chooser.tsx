import { useState } from 'react';
import {
  Button,
  Checkbox,
  DialogTrigger,
  GridList,
  GridListItem,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components';
import type { TableInfo } from '../../src/model/table.ts';
import { KIND, type Variable } from '../../src/model/variable.ts';
import type { ColumnGroup } from '../column-groups.ts';
import {
  type GridLayout,
  inOrder,
  type Pin,
  PLAIN,
  pinOf,
  withMoved,
  withPin,
  withShown,
} from '../grid-layout.ts';
import { count } from '../words.ts';
import { hasWords } from '../words-match.ts';
import { Check } from './check.tsx';
import { FindField } from './find-field.tsx';
import { Icon, KIND_ICON } from './icon.tsx';
import { Tip } from './tip.tsx';

const LAYOUT = { rowHeight: 28 };
/** Where a column goes when its pin is pressed. */
const NEXT: Record<'left' | 'right' | 'free', Pin> = { free: 'left', left: 'right', right: null };
const PINNED = { left: 'pinned left', right: 'pinned right', free: 'not pinned' } as const;

interface ChooserProps {
  table: TableInfo;
  groups: ReadonlyMap<string, ColumnGroup> | null;
  layout: GridLayout;
  onLayout: (layout: GridLayout) => void;
  isCompact: boolean;
  onCompact: (isCompact: boolean) => void;
}

/** Which columns the grid shows, in which order, and which stay at its edges. */
export function ColumnChooser(props: ChooserProps) {
  const { table, layout } = props;
  const names = new Set(table.variables.map(({ name }) => name));
  const hidden = layout.hidden.filter((name) => names.has(name)).length;
  const all = table.variables.length;
  return (
    <DialogTrigger>
      <Button className="btn">
        Columns
        <span className="note">{hidden === 0 ? all : `${all - hidden} of ${all}`}</span>
        <span className="unseen"> shown</span>
      </Button>
      <Popover className="popover chooser" placement="bottom end" aria-label="Columns of the grid">
        <Chooser {...props} />
      </Popover>
    </DialogTrigger>
  );
}

function Chooser({ table, groups, layout, onLayout, isCompact, onCompact }: ChooserProps) {
  const [find, setFind] = useState('');
  const ordered = inOrder(table.variables, layout);
  const listed = ordered
    .filter(({ name, label, kind }) =>
      hasWords(`${label} ${name} ${KIND[kind].label} ${groups?.get(name)?.label ?? ''}`, find),
    )
    .map((variable) => ({ ...variable, id: variable.name }));
  const names = listed.map(({ name }) => name);
  const hidden = new Set(layout.hidden);
  const shown = names.filter((name) => !hidden.has(name));
  const select = (chosen: ReadonlySet<string>) => {
    const off = withShown(layout, names, true);
    onLayout(
      withShown(
        off,
        names.filter((name) => !chosen.has(name)),
        false,
      ),
    );
  };
  return (
    <>
      <div className="finder">
        <FindField label="Find a column" value={find} onChange={setFind} />
        <span className="line">
          <Button className="btn small quiet" onPress={() => select(new Set(names))}>
            Show {find === '' ? 'all' : `${count(names.length)} found`}
          </Button>
          <Button className="btn small quiet" onPress={() => select(new Set())}>
            Hide {find === '' ? 'all' : `${count(names.length)} found`}
          </Button>
        </span>
      </div>
      {/* Before the list itself takes the arrow keys. */}
      <div
        role="presentation"
        onKeyDownCapture={(event) => {
          const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
          const name = focusedName();
          if (!event.altKey || (by !== -1 && by !== 1) || name === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          onLayout(withMoved(layout, table.variables, name, by));
        }}
      >
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <GridList
            className="chosen"
            aria-label="Columns: ticked ones are shown. Alt and the arrow keys move a column."
            items={listed}
            dependencies={[layout]}
            selectionMode="multiple"
            escapeKeyBehavior="none"
            selectedKeys={shown}
            onSelectionChange={(keys) =>
              select(new Set(keys === 'all' ? names : [...keys].map(String)))
            }
            renderEmptyState={() => <p className="empty note">No column has this name.</p>}
          >
            {(variable) => (
              <ChosenColumn
                variable={variable}
                group={groups?.get(variable.name)?.label}
                pin={pinOf(layout, variable.name)}
                onPin={(pin) => onLayout(withPin(layout, variable.name, pin))}
              />
            )}
          </GridList>
        </Virtualizer>
      </div>
      <footer className="line chooser-foot">
        <Check label="Compact rows" isSelected={isCompact} onChange={onCompact} />
        <Button className="btn small quiet right" onPress={() => onLayout(PLAIN)}>
          As in the table
        </Button>
      </footer>
    </>
  );
}

function ChosenColumn({
  variable,
  group,
  pin,
  onPin,
}: {
  variable: Variable;
  group: string | undefined;
  pin: Pin;
  onPin: (pin: Pin) => void;
}) {
  const words = `${variable.label}, ${PINNED[pin ?? 'free']}`;
  return (
    <GridListItem className="column" id={variable.name} textValue={variable.label}>
      <Checkbox className="check" slot="selection" aria-label={`Show ${variable.label}`}>
        <span className="box" />
      </Checkbox>
      <Icon name={KIND_ICON[variable.kind]} />
      <span
        className="cut"
        title={`${variable.label} (${variable.name})`}
        data-column={variable.name}
      >
        {variable.label}
      </span>
      {group !== undefined && <span className="note cut from">{group}</span>}
      <Tip text={`${PINNED[pin ?? 'free']}; press for ${PINNED[NEXT[pin ?? 'free'] ?? 'free']}`}>
        <Button
          className="pinner"
          data-pin={pin ?? 'free'}
          aria-label={`Pin ${words}`}
          onPress={() => onPin(NEXT[pin ?? 'free'])}
        >
          <Icon name="pin" />
          <span aria-hidden="true">{pin === null ? '' : pin === 'left' ? 'L' : 'R'}</span>
        </Button>
      </Tip>
    </GridListItem>
  );
}

function focusedName(): string | undefined {
  const row = document.activeElement?.closest('[role="row"]');
  return row?.querySelector<HTMLElement>('[data-column]')?.dataset.column;
}
