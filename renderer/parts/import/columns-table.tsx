import { useMemo, useState } from 'react';
import {
  Cell,
  Column,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { KIND } from '../../../src/model/variable.ts';
import type { ColumnSelection } from '../../column-selection.ts';
import { columnLetter, misfits } from '../../import-changes.ts';
import { useShownImport } from '../../use-import.ts';
import { count } from '../../words.ts';
import { hasWords } from '../../words-match.ts';
import { FindField } from '../find-field.tsx';
import { Icon, KIND_ICON } from '../icon.tsx';

const LAYOUT = { rowHeight: 28, headingHeight: 30 };

/** Every column of the file as a line: find them, select one or many, decide about them in the panel. */
export function ColumnsTable({
  selection,
  onSelect,
}: {
  selection: ColumnSelection;
  onSelect: (selection: ColumnSelection) => void;
}) {
  const { preview } = useShownImport();
  const [find, setFind] = useState('');
  const { columns } = preview.decisions;
  const lines = useMemo(() => {
    const evidence = new Map(preview.columns.map((column) => [column.position, column]));
    const wrong = misfits(preview.receipt);
    return columns.map((column) => ({
      ...column,
      id: column.position,
      filled: evidence.get(column.position)?.filled ?? 0,
      distinct: evidence.get(column.position)?.distinct ?? 0,
      why: evidence.get(column.position)?.evidence ?? '',
      suggested: evidence.get(column.position)?.suggestedMissing.map(({ code }) => code) ?? [],
      wrong: wrong.get(column.name) ?? 0,
    }));
  }, [preview, columns]);
  const shown = lines.filter(({ name, header, kind }) =>
    hasWords(`${header} ${name} ${KIND[kind].label}`, find),
  );
  const select = (keys: Selection) => {
    const positions = new Set(keys === 'all' ? shown.map(({ id }) => id) : [...keys].map(Number));
    const [first] = positions;
    if (first !== undefined) onSelect({ anchor: first, focus: first, positions });
  };
  return (
    <div className="columnsview">
      <div className="finder">
        <FindField label="Find a column" value={find} onChange={setFind} />
        <span className="note">
          {count(selection.positions.size)} of {count(columns.length)} selected. Shift and Ctrl
          select several, Ctrl+A all; the panel decides about all of them.
        </span>
      </div>
      <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
        <Table
          className="columnstable"
          aria-label="Columns of the file"
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selection.positions}
          onSelectionChange={select}
        >
          <TableHeader>
            <Column width={48}>Col.</Column>
            <Column isRowHeader minWidth={140}>
              Heading
            </Column>
            <Column width={140}>Kind</Column>
            <Column width={70} className="num">
              Filled
            </Column>
            <Column width={78} className="num">
              Different
            </Column>
            <Column width={78} className="num">
              No fit
            </Column>
            <Column width={120}>Missing codes</Column>
            <Column minWidth={160}>Evidence</Column>
          </TableHeader>
          <TableBody
            items={shown}
            dependencies={[lines]}
            renderEmptyState={() => 'No column has this name.'}
          >
            {(line) => (
              <Row id={line.id} className={line.keep ? 'colrow' : 'colrow out'}>
                <Cell className="note">{columnLetter(line.position)}</Cell>
                <Cell>
                  <span className="cut" title={line.header}>
                    {line.header || line.name}
                  </span>
                </Cell>
                <Cell>
                  <Icon name={KIND_ICON[line.kind]} />{' '}
                  {line.keep ? KIND[line.kind].label : 'Left out'}
                </Cell>
                <Cell className="num">{count(line.filled)}</Cell>
                <Cell className="num">{count(line.distinct)}</Cell>
                <Cell className={line.wrong > 0 ? 'num bad' : 'num'}>{count(line.wrong)}</Cell>
                <Cell>
                  {line.missing.length > 0 && (
                    <span className="code">{line.missing.map(({ code }) => code).join(' ')}</span>
                  )}
                  {line.suggested.length > 0 && (
                    <span className="note"> {line.suggested.join(' ')} suggested</span>
                  )}
                </Cell>
                <Cell>
                  <span className="cut note" title={line.why}>
                    {line.why}
                  </span>
                </Cell>
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
}
