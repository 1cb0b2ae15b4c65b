import { useState } from 'react';
import type { LinkedVariable } from '../../../src/model/quality.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { replyValue, useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { Pick } from '../pick.tsx';
import { VariablePicker } from '../variable-picker.tsx';

const HERE = '';

/** A date of the row, or of the row of another table that its key leads to. */
export function DateOrLinked({
  label,
  table,
  value,
  onChange,
}: {
  label: string;
  table: TableInfo;
  value: string | LinkedVariable | undefined;
  onChange: (value: string | LinkedVariable | undefined) => void;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const linked = typeof value === 'object' ? value : undefined;
  const [name, setName] = useState(linked?.table ?? HERE);
  const other = tables.find((each) => each.name === name);
  const suggested = useReply(
    other === undefined ? null : JSON.stringify([table.name, table.version, name, other.version]),
    (options) => session.client.suggestLinks({ table: table.name, to: name }, options),
  );
  const links = replyValue(suggested, []).map(({ link }) => link);
  const link =
    links.find(({ key, foreignKey }) => key === linked?.foreignKey && foreignKey === linked.key) ??
    links[0];
  const dates = (of: TableInfo) => of.variables.filter(({ kind }) => kind === 'date');
  return (
    <>
      <Pick
        label={`${label}, in`}
        labelled
        choices={[
          { id: HERE || 'here', label: 'this row' },
          ...tables
            .filter((each) => each.name !== table.name && dates(each).length > 0)
            .map((each) => ({ id: each.name, label: each.label })),
        ]}
        value={name || 'here'}
        onChange={(id) => {
          setName(id === 'here' ? HERE : id);
          onChange(undefined);
        }}
      />
      {other === undefined ? (
        <VariablePicker
          label={label}
          variables={dates(table)}
          value={typeof value === 'string' ? value : null}
          onChange={(date) => onChange(date ?? undefined)}
        />
      ) : link === undefined ? (
        <p className="note">
          {suggested.state === 'ok'
            ? `Nothing says which rows of ${other.label} belong to these.`
            : ' '}
        </p>
      ) : (
        <>
          <VariablePicker
            label={label}
            variables={dates(other)}
            value={linked?.variable ?? null}
            onChange={(variable) =>
              onChange(
                variable === null
                  ? undefined
                  : { table: other.name, key: link.foreignKey, foreignKey: link.key, variable },
              )
            }
          />
          <p className="note">
            Of the row of {other.label} with the same {labelIn(other, link.foreignKey)}.
          </p>
        </>
      )}
    </>
  );
}

function labelIn({ variables }: TableInfo, name: string): string {
  return variables.find((each) => each.name === name)?.label ?? name;
}
