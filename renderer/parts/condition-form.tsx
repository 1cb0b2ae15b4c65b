import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { chipWords, together } from '../cohort-words.ts';
import { addAt, type Path } from '../condition-tree.ts';
import { focusSoon } from '../focus-soon.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { ConditionBuilder } from './condition-builder.tsx';
import { ConditionTree } from './condition-tree.tsx';
import { TypedCondition } from './typed-condition.tsx';

/** Puts a condition together: in words or from lists, of one part or of groups. */
export function ConditionForm({
  table,
  parts,
  start = null,
  onAdd,
}: {
  table: TableInfo;
  /** Conditions that hold already: the count beside the new one includes them. */
  parts: readonly Condition[];
  /** A condition to change; without it a new one is made. */
  start?: Condition | null;
  onAdd: (part: Condition) => void;
}) {
  const { client } = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const [group, setGroup] = useState(start);
  const [target, setTarget] = useState<Path>([]);
  const [built, setBuilt] = useState<Condition | null>(null);
  const [typed, setTyped] = useState('');
  const [understood, setUnderstood] = useState<Condition | null>(null);
  const [turn, setTurn] = useState(0);
  /** What is typed goes before what is chosen from lists, which then is out of sight. */
  const isTyping = typed.trim() !== '';
  const next = isTyping ? understood : built;
  const whole = next === null ? (isTyping ? null : group) : withPart(group, target, next);
  const size = useReply(
    whole === null ? null : JSON.stringify([table.name, table.version, parts, whole]),
    (options) =>
      client.countCohort(
        { table: table.name, condition: together([...parts, ...(whole ? [whole] : [])]) },
        options,
      ),
  );
  const canAdd = whole !== null && size.state !== 'refused';
  const gather = (part: Condition) => {
    setGroup(withPart(group, target, part));
    setBuilt(null);
    setTyped('');
    setTurn(turn + 1);
    // The button that was pressed is off now, and would take the focus with it.
    focusSoon('.typed input');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canAdd) onAdd(whole);
  };
  return (
    <form className="form" onSubmit={submit}>
      {group !== null && (
        <ConditionTree
          table={table}
          condition={group}
          onChange={setGroup}
          target={target}
          onTarget={setTarget}
        />
      )}
      <TypedCondition
        table={table}
        text={typed}
        onText={setTyped}
        onUnderstand={setUnderstood}
        onTake={(part) => (group === null ? onAdd(part) : gather(part))}
      />
      {!isTyping && <ConditionBuilder key={turn} table={table} onChange={setBuilt} />}
      <p className="note said" aria-live="polite">
        {size.state === 'ok' && whole !== null && (
          <>
            {chipWords(whole, table, tables)}: <b>{count(size.value.n)}</b> of{' '}
            {count(size.value.of)} {table.unit}
          </>
        )}
        {size.state === 'refused' && <span className="bad">{size.refusal.message}</span>}
      </p>
      <div className="buttons">
        <Button type="submit" className="btn primary" isDisabled={!canAdd}>
          {start === null ? 'Add condition' : 'Change condition'}
        </Button>
        <Button
          className="btn"
          isDisabled={next === null || size.state === 'refused'}
          onPress={() => next !== null && gather(next)}
        >
          And another
        </Button>
      </div>
    </form>
  );
}

function withPart(group: Condition | null, target: Path, part: Condition): Condition {
  return group === null ? part : addAt(group, target, part);
}
