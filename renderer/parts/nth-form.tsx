import { useEffect, useEffectEvent, useState } from 'react';
import { sayNth } from '../../src/cohort/nth-words.ts';
import { ORDERED, TEXTS } from '../../src/cohort/operator.ts';
import type { Condition, NthRow } from '../../src/model/condition.ts';
import { personVariable } from '../../src/model/person-variable.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { Pick } from './pick.tsx';
import type { RenderWhere } from './render-where.ts';
import { VariablePicker } from './variable-picker.tsx';

const PLACES: readonly NthRow['nth'][] = [1, 2, 3, 4, 5, 'last'];

/** Which of a person's rows: the first, the nth or the last by date. */
export function NthForm({
  table,
  renderWhere,
  onChange,
}: {
  table: TableInfo;
  renderWhere: RenderWhere;
  onChange: (condition: Condition | null) => void;
}) {
  const keys = table.variables.filter(({ kind }) => TEXTS.includes(kind) || kind === 'integer');
  const ordered = table.variables.filter(({ kind }) => ORDERED.includes(kind));
  const [nth, setNth] = useState<NthRow['nth']>(1);
  const [by, setBy] = useState<string | null>(
    ordered.find(({ kind }) => kind === 'date')?.name ?? null,
  );
  const [of, setOf] = useState<string | null>(personVariable(table.variables) ?? null);
  const [where, setWhere] = useState<Condition | null>(null);
  const condition: Condition | null =
    by === null || of === null ? null : { nth, by, of, ...(where === null ? {} : { where }) };
  const tell = useEffectEvent(() => onChange(condition));
  const told = JSON.stringify(condition);
  useEffect(() => {
    if (told !== '') tell();
  }, [told]);
  return (
    <>
      <div className="range">
        <Pick
          label="Which row"
          labelled
          choices={PLACES.map((place) => ({ id: String(place), label: sayNth(place) }))}
          value={String(nth)}
          onChange={(id) => setNth(id === 'last' ? id : Number(id))}
        />
        <VariablePicker label="In order of" variables={ordered} value={by} onChange={setBy} />
      </div>
      <VariablePicker label="Of each" variables={keys} value={of} onChange={setOf} />
      {renderWhere(table, setWhere)}
    </>
  );
}
