import type { Receipt } from '../src/model/receipt.ts';
import type { SourceFile, TableInfo } from '../src/model/table.ts';

export type StoredReceipt = Receipt & { table: string; importedAt: string };

/** Names one import of a table. */
export function receiptId({ table, importedAt }: StoredReceipt): string {
  return `${table}\n${importedAt}`;
}

/** The imports into each table together, the last one first. */
export function byTable(receipts: readonly StoredReceipt[]): StoredReceipt[] {
  const groups = new Map<string, StoredReceipt[]>();
  for (const receipt of receipts) {
    groups.set(receipt.table, [receipt, ...(groups.get(receipt.table) ?? [])]);
  }
  return [...groups.values()].flat();
}

/** The import that is meant by its id or by its table; else the first. */
export function chosenReceipt(
  receipts: readonly StoredReceipt[],
  chosen: string | null,
): StoredReceipt | undefined {
  return (
    receipts.find((receipt) => receiptId(receipt) === chosen) ??
    receipts.find(({ table }) => table === chosen) ??
    receipts[0]
  );
}

const MODE: Record<NonNullable<SourceFile['mode']>, string> = {
  replace: 'took the place of its rows',
  append: 'came below its rows',
  update: 'updated it by key',
  requeue: 'sent back rows',
};

/** How an import came into its table: "made the table", "updated it by key". */
export function modeWords({ importedAt }: StoredReceipt, table: TableInfo | undefined): string {
  const files = table?.origin.made === 'import' ? table.origin.files : [];
  const mode = files.find((file) => file.importedAt === importedAt)?.mode;
  return mode === undefined ? 'made the table' : MODE[mode];
}
