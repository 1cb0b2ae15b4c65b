import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { FailingRow } from '../../../src/model/quality-check.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { DialogBox } from '../dialog-box.tsx';
import type { GridCell } from '../grid.tsx';
import { CorrectCellForm } from '../recipe/correct-cell.tsx';

interface Place {
  table: TableInfo;
  cell: GridCell;
}

/** From a failing row to the correction of one of its cells, in the cleaned table. */
export function CorrectRow({ rule, row }: { rule: string; row: FailingRow | undefined }) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const [place, setPlace] = useState<Place | null>(null);
  const cells = ['wrong', 'against'].flatMap((wanted) =>
    (row?.cells ?? []).filter(({ state }) => state === wanted),
  );
  const open = async (variable: string) => {
    if (row === undefined) return;
    const found = await session.ask('Finding the row', (options) =>
      session.client.placeToCorrect({ rule, row: row.row }, options),
    );
    const table = tables.find(({ name }) => name === found?.table);
    if (found === undefined || table === undefined) return;
    if (found.row === null) {
      session.say(
        `${table.label} does not have this row, or was made from rows that have changed since.`,
      );
      return;
    }
    const position = found.row - 1;
    const page = await session.ask('Reading the row', (options) =>
      session.client.rows({ table: table.name, offset: position, limit: 1 }, options),
    );
    const [first] = page?.rows ?? [];
    if (first !== undefined) setPlace({ table, cell: { position, variable, row: first } });
  };
  const variable = place?.table.variables.find(({ name }) => name === place.cell.variable);
  return (
    <>
      {cells.length > 1 ? (
        <MenuTrigger>
          <Button className="btn small">Correct a cell</Button>
          <Popover className="popover" placement="top start">
            <Menu className="options" onAction={(name) => void open(String(name))}>
              {cells.map(({ variable: name, label, state }) => (
                <MenuItem key={name} id={name}>
                  {state === 'wrong' ? label : `${label}, which it contradicts`}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      ) : (
        <Button
          className="btn small"
          isDisabled={cells.length === 0}
          onPress={() => void open(cells[0]?.variable ?? '')}
        >
          Correct this cell
        </Button>
      )}
      {place !== null && variable !== undefined && (
        <DialogBox isOpen onClose={() => setPlace(null)}>
          <CorrectCellForm
            table={place.table}
            cell={place.cell}
            variable={variable}
            close={() => setPlace(null)}
          />
        </DialogBox>
      )}
    </>
  );
}
