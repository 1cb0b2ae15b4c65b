import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import type { Receipt } from '../../src/model/importing.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count, dayOf, timeOf } from '../words.ts';

export type StoredReceipt = Receipt & { table: string; importedAt: string };

/** One line a file: read = loaded + quarantined + skipped + blank. */
export function SourceList({
  receipts,
  selected,
}: {
  receipts: readonly StoredReceipt[];
  selected: string;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const labels = new Map(tables.map(({ name, label }) => [name, label]));
  return (
    <section className="card flush" aria-label="Imported files">
      <div className="scroll">
        <Table
          className="sourcelist"
          aria-label="Imported files"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[selected]}
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
            items={receipts.map((receipt) => ({ ...receipt, id: receipt.table }))}
            dependencies={[tables]}
          >
            {(receipt) => (
              <Row id={receipt.id}>
                <Cell>
                  <b>{receipt.file}</b>
                  {receipt.sheet !== null && <span className="s">sheet {receipt.sheet}</span>}
                </Cell>
                <Cell>
                  <span title={receipt.table}>{labels.get(receipt.table) ?? receipt.table}</span>
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
