import { useSelect, useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { Pick } from './pick.tsx';
import { Segments } from './segments.tsx';

const FEW = 5;

/** Which table is active: side by side while they are few, a list when they are many. */
export function TableSwitch() {
  const session = useSession();
  const project = useSelect((state) => state.project);
  const active = useSelect((state) => state.table);
  const tables = project?.tables ?? [];
  const value = tables.find(({ name }) => name === active)?.name ?? tables[0]?.name ?? '';
  const choose = (name: string) => {
    if (name !== value) session.set({ table: name, draft: [] });
  };
  if (tables.length > FEW) {
    return (
      <div className="tablepick">
        <Pick
          label="Table"
          choices={tables.map(({ name, label, rows, unit }) => ({
            id: name,
            label,
            note: `${count(rows)} ${unit}`,
          }))}
          value={value}
          onChange={choose}
        />
      </div>
    );
  }
  return (
    <Segments
      label="Table"
      choices={tables.map(({ name, label, rows }) => ({ id: name, label, n: rows }))}
      value={value}
      onChange={choose}
    />
  );
}
