import { Fragment, useEffect, useEffectEvent, useState } from 'react';
import { linkCandidates } from '../../src/cohort/link-candidates.ts';
import type { Condition, Link } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { replyValue, useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { Pick } from './pick.tsx';
import type { RenderWhere } from './render-where.ts';
import { LiveText } from './text-field.tsx';

type Bound = 'least' | 'most' | 'exactly' | 'none';

const BOUNDS: readonly { id: Bound; label: string }[] = [
  { id: 'least', label: 'at least' },
  { id: 'most', label: 'at most' },
  { id: 'exactly', label: 'exactly' },
  { id: 'none', label: 'none' },
];

/** How many rows of another table belong to a row. */
export function LinkedForm({
  table,
  renderWhere,
  onChange,
}: {
  table: TableInfo;
  renderWhere: RenderWhere;
  onChange: (condition: Condition | null) => void;
}) {
  const { client } = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const [name, setName] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [bound, setBound] = useState<Bound>('least');
  const [number, setNumber] = useState('1');
  const [where, setWhere] = useState<Condition | null>(null);
  const able = tables.filter((other) => linkCandidates(table, other, tables).length > 0);
  const other = able.find((each) => each.name === name);
  const suggested = useReply(
    other === undefined ? null : JSON.stringify([table.name, table.version, name, other.version]),
    (options) => client.suggestLinks({ table: table.name, to: name ?? '' }, options),
  );
  const links = replyValue(suggested, []);
  const link = links.find((each) => keyOf(each.link) === chosen) ?? links[0];
  const bounds = boundsOf(bound, number);
  const condition: Condition | null =
    link === undefined || bounds === null
      ? null
      : { linked: link.link, ...bounds, ...(where === null ? {} : { where }) };
  const tell = useEffectEvent(() => onChange(condition));
  const told = JSON.stringify(condition);
  useEffect(() => {
    if (told !== '') tell();
  }, [told]);
  if (able.length === 0) {
    return (
      <p className="note">
        No other table has an identifier of the same name: nothing says which rows belong together.
      </p>
    );
  }
  return (
    <>
      <Pick
        label="Rows in"
        labelled
        choices={able.map((each) => ({ id: each.name, label: each.label, note: each.name }))}
        value={name}
        onChange={(next) => {
          setName(next);
          setChosen(null);
          setWhere(null);
        }}
      />
      {other !== undefined && link !== undefined && (
        <>
          <Pick
            label="With the same"
            labelled
            choices={links.map((each) => ({
              id: keyOf(each.link),
              label: keyWords(each.link, table, other),
              note: `${count(each.shared)} of ${count(each.of)}`,
            }))}
            value={keyOf(link.link)}
            onChange={setChosen}
          />
          <div className="range">
            <Pick label="How many" labelled choices={BOUNDS} value={bound} onChange={setBound} />
            {bound !== 'none' && <LiveText label="Rows" value={number} onChange={setNumber} />}
          </div>
          <Fragment key={other.name}>{renderWhere(other, setWhere)}</Fragment>
        </>
      )}
    </>
  );
}

const keyOf = ({ key, foreignKey }: Link) => JSON.stringify([key, foreignKey]);

function keyWords({ key, foreignKey }: Link, own: TableInfo, other: TableInfo): string {
  const label = ({ variables }: TableInfo, name: string) =>
    variables.find((variable) => variable.name === name)?.label ?? name;
  const [here, there] = [label(own, key), label(other, foreignKey)];
  return here === there ? here : `${here} = ${there}`;
}

function boundsOf(bound: Bound, number: string): { least?: number; most?: number } | null {
  if (bound === 'none') return { most: 0 };
  if (!/^\d{1,6}$/.test(number.trim())) return null;
  const n = Number(number);
  if (bound === 'exactly') return { least: n, most: n };
  return bound === 'least' ? { least: n } : { most: n };
}
