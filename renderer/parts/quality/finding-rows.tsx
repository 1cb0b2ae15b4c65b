import { useState } from 'react';
import {
  Button,
  Cell,
  Column,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
} from 'react-aria-components';
import type { FailingRow, RuleFinding } from '../../../src/model/quality.ts';
import { replyValue, useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count, counted } from '../../words.ts';
import { Answer } from '../answer.tsx';
import { AssignForm } from './assign-form.tsx';
import { CorrectRow } from './correct-row.tsx';
import { ExcuseForm } from './excuse-form.tsx';
import { FixAll } from './fix-all.tsx';
import { SelectBox } from './select-box.tsx';

const PAGE = 100;

/** The rows that fail the chosen rule, each with its cells and its own sentence, and what to do about them. */
export function FindingRows({ finding }: { finding: RuleFinding }) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const [page, setPage] = useState(0);
  const [keys, setKeys] = useState<Selection>(new Set());
  const { rule, n, of, unit } = finding;
  const asked = useReply(JSON.stringify([rule.id, page, revision]), (options) =>
    session.client.failingRows({ rule: rule.id, offset: page * PAGE, limit: PAGE }, options),
  );
  const senders = replyValue(
    useReply(`senders ${revision}`, (options) => session.client.senders({}, options)),
    null,
  );
  const shown = asked.state === 'ok' ? asked.value.rows : [];
  const chosen = keys === 'all' ? shown.map(({ row }) => row) : [...keys].map(Number);
  const states = new Map(shown.map(({ row, state }) => [row, state]));
  const excused = chosen.filter((row) => states.get(row) === 'excused');
  const change = async (label: string, work: Parameters<typeof session.change>[1]) => {
    if ((await session.change(label, work)) !== undefined) setKeys(new Set());
  };
  return (
    <section className="card flush failing" aria-label="Rows of the finding" data-pane="rows">
      <header>
        <h2 className="cut" title={finding.sentence}>
          {finding.sentence}
        </h2>
        <span className="note">
          {count(n)} of {count(of)} {unit} {n === 1 ? 'does' : 'do'} not
        </span>
      </header>
      <div className="scroll">
        <Answer asked={asked} lines={5}>
          {({ rows }) => <Rows rows={rows} keys={keys} onKeys={setKeys} />}
        </Answer>
      </div>
      <footer className="act">
        <span className="note">
          {chosen.length === 0 ? 'Choose rows' : `${counted(chosen.length, 'row')} chosen`}
        </span>
        <CorrectRow
          rule={rule.id}
          row={chosen.length === 1 ? shown.find(({ row }) => row === chosen[0]) : undefined}
        />
        <FixAll rule={rule.id} />
        <ExcuseForm
          disabled={chosen.length === 0}
          onExcuse={(reason, until) =>
            void change('Excusing rows', () =>
              session.client.excuseRows({ rule: rule.id, rows: chosen, reason, until }),
            )
          }
        />
        <Button
          className="btn small"
          isDisabled={excused.length === 0}
          onPress={() =>
            void change('Taking the excuse back', () =>
              session.client.unexcuseRows({ rule: rule.id, rows: excused }),
            )
          }
        >
          No longer excuse
        </Button>
        <AssignForm
          rows={chosen.length}
          known={(senders?.accounts ?? []).flatMap(({ sender }) => sender ?? [])}
          now={senders?.rules[rule.id]}
          onAssign={(sender) =>
            void change('Naming who is asked', () =>
              session.client.assignSender({
                rule: rule.id,
                sender,
                ...(chosen.length > 0 ? { rows: chosen } : {}),
              }),
            )
          }
        />
        <Button
          className="btn small"
          aria-description="Leaves: place in the file, key, the cells shown, an answer column"
          onPress={async () => {
            await session.deliver('Writing the query list', () =>
              session.client.exportQueries({
                rule: rule.id,
                ...(chosen.length > 0 ? { rows: chosen } : {}),
              }),
            );
            session.set({ revision: session.get().revision + 1 });
          }}
        >
          {chosen.length === 0
            ? `Query list of all ${count(n)}`
            : `Query list of ${count(chosen.length)}`}
        </Button>
        {n > PAGE && (
          <span className="right line">
            <Button className="btn small" isDisabled={page === 0} onPress={() => setPage(page - 1)}>
              Earlier
            </Button>
            <span className="note">
              {count(page * PAGE + 1)} to {count(Math.min(n, (page + 1) * PAGE))} of {count(n)}
            </span>
            <Button
              className="btn small"
              isDisabled={(page + 1) * PAGE >= n}
              onPress={() => setPage(page + 1)}
            >
              Later
            </Button>
          </span>
        )}
      </footer>
    </section>
  );
}

/** Columns are those of the first row: a rule looks at the same cells in each, or at few of many. */
function Rows({
  rows,
  keys,
  onKeys,
}: {
  rows: readonly FailingRow[];
  keys: Selection;
  onKeys: (keys: Selection) => void;
}) {
  const columns = columnsOf(rows);
  return (
    <Table
      className="failrows"
      aria-label="Failing rows"
      selectionMode="multiple"
      selectionBehavior="toggle"
      selectedKeys={keys}
      onSelectionChange={onKeys}
    >
      <TableHeader>
        <Column className="c-box">
          <SelectBox label="All rows shown" />
        </Column>
        <Column className="num" isRowHeader>
          Row
        </Column>
        {columns.map(({ variable, label }) => (
          <Column key={variable}>
            <span className="cut" title={label}>
              {label}
            </span>
          </Column>
        ))}
        <Column>What is wrong</Column>
        <Column>State</Column>
      </TableHeader>
      <TableBody items={rows.map((failing) => ({ failing, id: failing.row }))}>
        {({ failing }) => (
          <Row id={failing.row} className={failing.state}>
            <Cell>
              <SelectBox label={`Row ${count(failing.row)}`} />
            </Cell>
            <Cell className="num s">
              <span
                title={
                  failing.source ? `${failing.source.file}, row ${count(failing.source.row)}` : ''
                }
              >
                {count(failing.row)}
              </span>
            </Cell>
            {columns.map(({ variable }) => {
              const cell = failing.cells.find((each) => each.variable === variable);
              return (
                <Cell key={variable} className={cell?.state ?? 'plain'}>
                  <span className="cut" title={cell?.text}>
                    {cell?.text ?? ''}
                  </span>
                </Cell>
              );
            })}
            <Cell className="why">
              {failing.sentence}
              {failing.answer !== undefined && <b> Answer: {failing.answer}</b>}
            </Cell>
            <Cell className="s">
              <span title={failing.excuse?.reason}>
                {failing.state}
                {failing.excuse?.until ? ` until ${failing.excuse.until}` : ''}
                {failing.sender === undefined ? '' : `, ${failing.sender}`}
              </span>
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  );
}

const MOST_COLUMNS = 6;

function columnsOf(rows: readonly FailingRow[]) {
  const found = new Map<string, { variable: string; label: string }>();
  for (const { cells } of rows) {
    for (const { variable, label } of cells) {
      if (found.size < MOST_COLUMNS) found.set(variable, { variable, label });
    }
  }
  return [...found.values()];
}
