import { type FormEvent, useState } from 'react';
import { Button, Heading } from 'react-aria-components';
import type { ColumnDecision } from '../../../src/model/importing.ts';
import type { RefusalRecord } from '../../../src/model/refusal.ts';
import type { QuarantineEntry } from '../../../src/model/reimport.ts';
import { undoImport } from '../../import-actions.ts';
import { UNDO } from '../../session.ts';
import { replyValue, useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { DialogBox } from '../dialog-box.tsx';
import { Scroll } from '../scroll.tsx';
import { Skeleton } from '../skeleton.tsx';
import { LiveText } from '../text-field.tsx';

/** A row that was set aside, cell by cell: corrected here, read like the rest of its file, and loaded. */
export function CorrectRow({
  table,
  entry,
  onClose,
}: {
  table: string;
  entry: QuarantineEntry;
  onClose: () => void;
}) {
  const session = useSession();
  const asked = useReply(`contract ${table}`, (options) =>
    session.client.contractOf({ table }, options),
  );
  const columns = replyValue(asked, null)?.columns ?? null;
  return (
    <DialogBox look="wide" isOpen onClose={onClose}>
      <div className="form confirm">
        <Heading slot="title">
          Row {count(entry.row)} of {entry.file}
        </Heading>
        <p className="bad">✕ {entry.reason}</p>
        {columns === null ? (
          <Skeleton lines={6} />
        ) : (
          <Cells table={table} entry={entry} columns={columns} onClose={onClose} />
        )}
      </div>
    </DialogBox>
  );
}

function Cells({
  table,
  entry,
  columns,
  onClose,
}: {
  table: string;
  entry: QuarantineEntry;
  columns: readonly ColumnDecision[];
  onClose: () => void;
}) {
  const session = useSession();
  const label = useSelect((state) => state.project)?.tables.find(
    ({ name }) => name === table,
  )?.label;
  const [cells, setCells] = useState(() =>
    columns.map(({ header }, at) => entry.cells[at] ?? sourceCell(header, entry)),
  );
  const [refusal, setRefusal] = useState<RefusalRecord | null>(null);
  const left = entry.cells.slice(columns.length);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { row, file } = entry;
    const reply = await session.follow(`Sending back row ${row}`, (options) =>
      session.client.requeue({ table, rows: [{ row, file, cells }] }, options),
    );
    if ('refused' in reply) {
      setRefusal(reply.refused);
      return;
    }
    onClose();
    await session.change(`Sending back row ${row}`, async () => reply);
    session.say(`Row ${count(row)} is in ${label ?? table}, corrected.`, {
      label: UNDO,
      run: () => void undoImport(session, table, label ?? table),
    });
  };
  return (
    <form onSubmit={send} className="correct">
      {left.length > 0 && (
        <p>
          It has {count(entry.cells.length)} cells, the file has {count(columns.length)} columns.
          Left over: <span className="code">{left.join(' · ')}</span>
        </p>
      )}
      {entry.cells.length < columns.length && (
        <p>
          It has {count(entry.cells.length)} cells, the file has {count(columns.length)} columns:
          the last are empty here. Move what stands in the wrong place.
        </p>
      )}
      <Scroll label="Cells of the row" className="cellform">
        {columns.map((column, at) => (
          <LiveText
            key={column.position}
            label={column.header || column.name}
            value={cells[at] ?? ''}
            onChange={(text) => setCells(cells.with(at, text))}
            {...(at === 0 ? { autoFocus: true } : {})}
          />
        ))}
      </Scroll>
      {refusal !== null && (
        <p className="bad" role="alert">
          {refusal.message} {refusal.hint}
        </p>
      )}
      <div className="buttons">
        <Button className="btn" onPress={onClose}>
          Leave it in quarantine
        </Button>
        <Button type="submit" className="btn primary">
          Send back
        </Button>
      </div>
    </form>
  );
}

/** What the columns of a stacked table that say where a row is from should hold. */
function sourceCell(header: string, { row, reason, sheet }: QuarantineEntry): string {
  switch (header) {
    case 'source_row':
      return String(row);
    case 'source_sheet':
      return sheet ?? '';
    case 'source_file':
      return /^(.+?): /.exec(reason)?.[1] ?? '';
    default:
      return '';
  }
}
