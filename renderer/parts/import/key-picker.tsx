import { Button, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { TableInfo } from '../../../src/model/table.ts';
import { useShownImport } from '../../use-import.ts';
import { Icon, KIND_ICON } from '../icon.tsx';

/** The variables by which rows are matched: they name a row, together where they are several. */
export function KeyPicker({ table, isOptional }: { table: TableInfo; isOptional: boolean }) {
  const { draft, aim } = useShownImport();
  const { key } = draft.target;
  const labels = new Map(table.variables.map(({ name, label }) => [name, label]));
  const words =
    key.length === 0
      ? isOptional
        ? 'nothing: rows are only counted'
        : 'choose'
      : key.map((name) => labels.get(name) ?? name).join(' + ');
  return (
    <span className="line">
      <span className="note">Rows are matched by</span>
      <DialogTrigger>
        <Button className="pick" aria-label={`Rows are matched by ${words}`}>
          <span className="value">{words}</span>
        </Button>
        <Popover className="popover" aria-label="Columns that name a row">
          <ListBox
            className="options keys"
            aria-label="Columns that name a row"
            items={table.variables}
            selectionMode="multiple"
            selectionBehavior="toggle"
            selectedKeys={key}
            onSelectionChange={(keys) => {
              const chosen = new Set([...(keys === 'all' ? [] : keys)].map(String));
              aim({
                key: table.variables.map(({ name }) => name).filter((name) => chosen.has(name)),
              });
            }}
          >
            {(variable) => (
              <ListBoxItem className="option" id={variable.name} textValue={variable.label}>
                {({ isSelected }) => (
                  <>
                    <span className="mark">{isSelected && <Icon name="tick" />}</span>
                    <Icon name={KIND_ICON[variable.kind]} />
                    <span className="cut">{variable.label}</span>
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </DialogTrigger>
    </span>
  );
}
