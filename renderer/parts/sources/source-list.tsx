import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { modeWords, receiptId, type StoredReceipt } from '../../stored-receipts.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count, dayOf, timeOf } from '../../words.ts';

/** One line an import, those of a table together, the last first: read = loaded + quarantined + skipped + blank. */
export function SourceList({
  receipts,
  selected,
}: {
  receipts: readonly StoredReceipt[];
  selected: StoredReceipt;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const tableOf = new Map(tables.map((table) => [table.name, table]));
  const isLast = (receipt: StoredReceipt) =>
    receipts.find(({ table }) => table === receipt.table) === receipt;
  return (
    <section className="card flush" aria-label="Imported files">
      <div className="scroll">
        <Table
          className="sourcelist"
          aria-label="Imported files"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[receiptId(selected)]}
          onSelectionChange={(keys) => {
            if (keys !== 'all') for (const key of keys) session.set({ receipt: String(key) });
          }}
        >
          <TableHeader>
            <Column isRowHeader>File</Column>
            <Column>Table</Column>
            <Column className="num">Read</Column>
            <Column className="num">= Loaded</Column>
            <Column className="num">+ Quarantined</Column>
            <Column className="num">+ Skipped</Column>
            <Column className="num">+ Blank</Column>
            <Column className="num">Imported</Column>
          </TableHeader>
          <TableBody
            items={receipts.map((receipt) => ({ receipt, id: receiptId(receipt) }))}
            dependencies={[tables]}
          >
            {({ receipt, id }) => (
              <Row id={id} className={isLast(receipt) ? '' : 'earlier'}>
                <Cell>
                  <b>{receipt.file}</b>
                  {receipt.sheet !== null && <span className="s">sheet {receipt.sheet}</span>}
                </Cell>
                <Cell>
                  <span title={receipt.table}>
                    {tableOf.get(receipt.table)?.label ?? receipt.table}
                  </span>
                  <span className="s">{modeWords(receipt, tableOf.get(receipt.table))}</span>
                </Cell>
                <Cell className="num">{count(receipt.read)}</Cell>
                <Cell className="num">{count(receipt.loaded)}</Cell>
                <Cell className={receipt.quarantined > 0 ? 'num bad' : 'num'}>
                  {count(receipt.quarantined)}
                </Cell>
                <Cell className="num">{count(receipt.skipped)}</Cell>
                <Cell className="num">{count(receipt.blank)}</Cell>
                <Cell className="num">
                  {dayOf(receipt.importedAt)}
                  <span className="s">{timeOf(receipt.importedAt)}</span>
                </Cell>
              </Row>
            )}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}
