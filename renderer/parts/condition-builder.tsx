import { useState } from 'react';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { Check } from './check.tsx';
import { LinkedForm } from './linked-form.tsx';
import { NthForm } from './nth-form.tsx';
import type { RenderWhere } from './render-where.ts';
import { Segments } from './segments.tsx';
import { TestForm } from './test-form.tsx';

type About = 'test' | 'linked' | 'nth';

const ABOUT: readonly { id: About; label: string }[] = [
  { id: 'test', label: 'A variable' },
  { id: 'linked', label: 'Linked rows' },
  { id: 'nth', label: 'First or last' },
];

/** Conditions within a condition go this deep in the form; typed, they go further. */
const DEEPEST = 2;

/** One condition, put together from lists: on a variable, on linked rows, or on the order of rows. */
export function ConditionBuilder({
  table,
  depth = 0,
  onChange,
}: {
  table: TableInfo;
  depth?: number;
  /** Null while something is left to enter. */
  onChange: (condition: Condition | null) => void;
}) {
  const [about, setAbout] = useState<About>('test');
  const renderWhere: RenderWhere = (of, change) =>
    depth < DEEPEST && <Where table={of} depth={depth} onChange={change} />;
  return (
    <>
      <Segments
        label="What the condition is about"
        choices={ABOUT}
        value={about}
        onChange={(next) => {
          setAbout(next);
          onChange(null);
        }}
      />
      {about === 'test' && <TestForm table={table} onChange={onChange} />}
      {about === 'linked' && (
        <LinkedForm table={table} renderWhere={renderWhere} onChange={onChange} />
      )}
      {about === 'nth' && <NthForm table={table} renderWhere={renderWhere} onChange={onChange} />}
    </>
  );
}

function Where({
  table,
  depth,
  onChange,
}: {
  table: TableInfo;
  depth: number;
  onChange: (condition: Condition | null) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="within">
      <Check
        label={`Only ${table.unit} that meet a condition`}
        isSelected={isOpen}
        onChange={(next) => {
          setOpen(next);
          if (!next) onChange(null);
        }}
      />
      {isOpen && <ConditionBuilder table={table} depth={depth + 1} onChange={onChange} />}
    </div>
  );
}
