import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { TableInfo } from '../../src/model/table.ts';
import type { Show } from '../grid-rows.ts';
import { Blank } from '../parts/blank.tsx';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { Divider } from '../parts/divider.tsx';
import { FindField } from '../parts/find-field.tsx';
import type { RowQuery } from '../parts/grid.tsx';
import { OutOfDate } from '../parts/out-of-date.tsx';
import { Segments } from '../parts/segments.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { TableSwitch } from '../parts/table-switch.tsx';
import { VariableList } from '../parts/variable-list.tsx';
import { VariablePanel } from '../parts/variable-panel.tsx';
import { importChosen } from '../project-actions.ts';
import { activeCohort, activeTable } from '../session.ts';
import { useDebounced } from '../use-debounced.ts';
import { useSelect, useSession } from '../use-session.ts';

const Grid = lazy(async () => ({ default: (await import('../parts/grid.tsx')).Grid }));

/** The rows as they are, and what each variable is. */
export function TableView() {
  const session = useSession();
  const table = useSelect(activeTable);
  return (
    <>
      <CohortBar />
      <main className="work data" data-pane="work">
        {table === null ? (
          <section className="card">
            <Blank title="No table yet" text="The rows of imported files are shown here.">
              <Button className="btn primary" onPress={() => importChosen(session)}>
                Import files <kbd>Ctrl I</kbd>
              </Button>
            </Blank>
          </section>
        ) : (
          <TableRows key={table.name} table={table} />
        )}
      </main>
    </>
  );
}

function TableRows({ table }: { table: TableInfo }) {
  const session = useSession();
  const cohort = useSelect(activeCohort);
  const revision = useSelect((state) => state.revision);
  const [find, setFind] = useState('');
  const [show, setShow] = useState<Show>('labels');
  const chosen = useSelect((state) => state.variables[table.name]) ?? null;
  const setChosen = useCallback(
    (name: string) =>
      session.set({ variables: { ...session.get().variables, [table.name]: name } }),
    [session, table.name],
  );
  const [shown, setShown] = useState('');
  const text = useDebounced(find.trim(), 200);
  const who = useMemo(
    () => ({
      table: table.name,
      ...(cohort === undefined ? {} : { cohort }),
      ...(text === '' ? {} : { find: text }),
    }),
    [table.name, cohort, text],
  );
  const ask = useCallback(
    async (query: RowQuery) => {
      const reply = await session.client.rows({ ...who, ...query });
      if ('refused' in reply) session.set({ refusal: reply.refused });
      return reply;
    },
    [session, who],
  );
  const variable = table.variables.find(({ name }) => name === chosen) ?? table.variables[0];
  const hasLabels = table.variables.some(({ values }) => values.length > 0);
  return (
    <>
      <div className="head">
        <h1>Data</h1>
        <TableSwitch />
        <OutOfDate table={table} />
        <span className="actions">
          <FindField
            label="Find in these rows"
            value={find}
            onChange={setFind}
            keys="Ctrl F"
            width={204}
          />
          {hasLabels && (
            <Segments
              label="Cells show"
              choices={[
                { id: 'labels', label: 'Labels' },
                { id: 'codes', label: 'Codes' },
              ]}
              value={show}
              onChange={setShow}
            />
          )}
          <ExportTable table={table} cohort={cohort} />
        </span>
      </div>
      <div className="layout">
        <VariableList
          variables={table.variables}
          selected={variable?.name ?? null}
          onSelect={setChosen}
        />
        <Divider name="data-left" label="the variables" pane="left" wide={188} slim={164} />
        <section className="card flush rows" aria-label="Rows" data-pane="rows">
          <div className="gridbox">
            <Suspense fallback={<Skeleton lines={16} />}>
              <Grid
                table={table}
                show={show}
                query={JSON.stringify([who, table.version, revision])}
                ask={ask}
                onVariable={setChosen}
                onShown={setShown}
                variable={chosen}
              />
            </Suspense>
          </div>
          <footer className="key">
            <span>
              <i className="k-mis">∅</i>missing code
            </span>
            <span>
              <i className="k-bad">✕</i>does not fit its kind
            </span>
            <span className="wide">
              <i className="k-raw">a</i>written otherwise in the file
            </span>
            <span className="right" aria-live="polite">
              {shown} {table.unit}
            </span>
          </footer>
        </section>
        <Divider name="data-right" label="the panel" pane="right" wide={304} slim={280} min={240} />
        {variable !== undefined && (
          <VariablePanel key={variable.name} table={table} variable={variable} />
        )}
      </div>
    </>
  );
}

function ExportTable({ table, cohort }: { table: TableInfo; cohort: string | undefined }) {
  const session = useSession();
  const save = (format: 'csv' | 'xlsx') =>
    session.deliver(`Exporting ${table.label}`, () =>
      session.client.exportTable({
        table: table.name,
        format,
        ...(cohort === undefined ? {} : { cohort }),
      }),
    );
  return (
    <MenuTrigger>
      <Button className="btn">Export</Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="options" onAction={(id) => void save(id === 'csv' ? 'csv' : 'xlsx')}>
          <MenuItem id="xlsx">Excel, these rows and all variables</MenuItem>
          <MenuItem id="csv">CSV, these rows and all variables</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
