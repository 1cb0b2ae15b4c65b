import type { RefObject } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { RowPage } from '../../src/contract/methods/rows.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Show } from '../grid-rows.ts';
import { count } from '../words.ts';
import { GoToRow } from './go-to-row.tsx';

/** Under the grid: what its signs mean, how many rows are shown of how many, copying, and the way to a row. */
export function RowsFoot({
  table,
  page,
  show,
  field,
  onGo,
  onCopy,
}: {
  table: TableInfo;
  page: Pick<RowPage, 'n' | 'cohort' | 'of'> | null;
  show: Show;
  field: RefObject<HTMLInputElement | null>;
  onGo: (row: number) => void;
  onCopy: (heads: boolean) => void;
}) {
  return (
    <footer className="key">
      <span>
        <i className="k-mis">∅</i>missing, with its reason
      </span>
      {table.origin.made === 'import' && (
        <>
          <span>
            <i className="k-bad">✕</i>does not fit
          </span>
          <span className="wide">
            {show === 'raw' ? (
              <>
                <i className="k-usual">a</i>as the column usually is
              </>
            ) : (
              <>
                <i className="k-raw">a</i>written otherwise
              </>
            )}
          </span>
        </>
      )}
      <span className="right shown" aria-live="polite">
        {page !== null && rowWords(page, table.unit)}
      </span>
      <MenuTrigger>
        <Button className="btn small quiet">Copy</Button>
        <Popover className="popover" placement="top end">
          <Menu className="options" onAction={(id) => onCopy(id === 'heads')}>
            <MenuItem id="heads" textValue="Selected cells with their headings">
              Selected cells with their headings <kbd>Ctrl C</kbd>
            </MenuItem>
            <MenuItem id="cells">Selected cells alone</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <GoToRow of={table.rows} field={field} onGo={onGo} />
    </footer>
  );
}

/** "412 shown of 1,038 in the cohort, 2,114 appointments": as many of the three as differ. */
export function rowWords(
  { n, cohort, of }: Pick<RowPage, 'n' | 'cohort' | 'of'>,
  unit: string,
): string {
  const all = `${count(of)} ${unit}`;
  if (n === of) return `All ${all}`;
  if (n === cohort) return `${count(n)} in the cohort, of ${all}`;
  if (cohort === of) return `${count(n)} shown of ${all}`;
  return `${count(n)} shown of ${count(cohort)} in the cohort, ${all}`;
}
