import { useState } from 'react';
import type { Condition } from '../src/model/condition.ts';
import type { CohortInUse, TableInfo } from '../src/model/table.ts';
import { together } from './cohort-words.ts';
import { addAt, type Path, replaceAt } from './condition-tree.ts';
import { focusSoon } from './focus-soon.ts';
import { useTableState } from './table-state.ts';
import { type Asked, useReply } from './use-reply.ts';
import { useSession } from './use-session.ts';

/** A condition on its way: what there is of it, and the part that is being entered. */
export interface ConditionEntry {
  group: Condition | null;
  setGroup(group: Condition | null): void;
  /** The group that the next part is added to. */
  target: Path;
  setTarget(path: Path): void;
  /** The part that is being written anew. */
  editing: Path | null;
  edit(path: Path, words: string): void;
  typed: string;
  setTyped(text: string): void;
  setUnderstood(condition: Condition | null): void;
  setBuilt(condition: Condition | null): void;
  /** Of the lists below: another number is another, empty form. */
  turn: number;
  /** What is entered and not yet part of the whole. */
  next: Condition | null;
  /** Null while something is left to enter. */
  whole: Condition | null;
  size: Asked<CohortInUse>;
  gather(part: Condition): void;
}

export function useConditionEntry(
  table: TableInfo,
  start: Condition | null,
  /** Conditions that hold already: the count beside the new one includes them. */
  parts: readonly Condition[] = [],
): ConditionEntry {
  const { client } = useSession();
  const state = useTableState(table.name);
  const [group, setGroup] = useState(start);
  const [target, setTarget] = useState<Path>([]);
  const [editing, setEditing] = useState<Path | null>(null);
  const [built, setBuilt] = useState<Condition | null>(null);
  const [typed, setTyped] = useState('');
  const [understood, setUnderstood] = useState<Condition | null>(null);
  const [turn, setTurn] = useState(0);
  /** What is typed goes before what is chosen from lists, which then is out of sight. */
  const isTyping = typed.trim() !== '';
  const next = isTyping ? understood : built;
  const withPart = (part: Condition): Condition => {
    if (group === null) return part;
    return editing === null
      ? addAt(group, target, part)
      : (replaceAt(group, editing, () => part) ?? part);
  };
  const whole = next === null ? (isTyping ? null : group) : withPart(next);
  const size = useReply(
    whole === null ? null : JSON.stringify([table.name, table.version, state, parts, whole]),
    (options) =>
      client.countCohort(
        {
          table: table.name,
          condition: together([...parts, ...(whole ? [whole] : [])]),
          ...state,
        },
        options,
      ),
  );
  const clear = () => {
    setEditing(null);
    setBuilt(null);
    setTyped('');
    setTurn(turn + 1);
    // The button that was pressed is off now, and would take the focus with it.
    focusSoon('.typed input');
  };
  return {
    group,
    setGroup: (changed) => {
      setGroup(changed);
      if (editing !== null) clear();
    },
    target,
    setTarget,
    editing,
    edit: (path, words) => {
      setEditing(path);
      setTyped(words);
      focusSoon('.typed input');
    },
    typed,
    setTyped: (text) => {
      setTyped(text);
      if (text.trim() === '') setEditing(null);
    },
    setUnderstood,
    setBuilt,
    turn,
    next,
    whole,
    size,
    gather: (part) => {
      setGroup(withPart(part));
      clear();
    },
  };
}
