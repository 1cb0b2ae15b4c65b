import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { RowPage } from '../../src/contract/methods/rows.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { together } from '../cohort-words.ts';
import { columnGroups } from '../column-groups.ts';
import { MOST_CELLS } from '../copy-cells.ts';
import { facetsWithin } from '../facets.ts';
import { focusSoon } from '../focus-soon.ts';
import { followedIn } from '../follow.ts';
import { type GridLayout, inView, keepLayout, keptLayout } from '../grid-layout.ts';
import type { Show } from '../grid-rows.ts';
import { activeCohort } from '../session.ts';
import { useCellSearch } from '../use-cell-search.ts';
import { useDebounced } from '../use-debounced.ts';
import { useFacets } from '../use-facets.ts';
import { useSelect, useSession } from '../use-session.ts';
import { counted } from '../words.ts';
import { CellCard } from './cell-card.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { Divider } from './divider.tsx';
import { ExportTable } from './export-table.tsx';
import { FindInRows } from './find-in-rows.tsx';
import { FollowedChip } from './followed-chip.tsx';
import type { GridCell, GridControls } from './grid.tsx';
import type { RowQuery } from './grid-pages.ts';
import { LeftPane } from './narrow/left-pane.tsx';
import { NoRows } from './no-rows.tsx';
import { OutOfDate } from './out-of-date.tsx';
import { RecipePanel } from './recipe/recipe-panel.tsx';
import { RowsFoot } from './rows-foot.tsx';
import { Segments } from './segments.tsx';
import { Skeleton } from './skeleton.tsx';
import { TableSwitch } from './table-switch.tsx';
import { VariablePanel } from './variable-panel.tsx';

const Grid = lazy(async () => ({ default: (await import('./grid.tsx')).Grid }));
const COMPACT = 'attune-grid-compact';
const SIDE = 'attune-grid-side';
const SIDES = [
  { id: 'variable', label: 'Variable' },
  { id: 'recipe', label: 'Recipe' },
] as const;
type Side = (typeof SIDES)[number]['id'];

/** The grid of one table with what belongs to it: its columns, finding, the selected variable and cell. */
export function TableRows({ table }: { table: TableInfo }) {
  const session = useSession();
  const cohort = useSelect(activeCohort);
  const revision = useSelect((state) => state.revision);
  const project = useSelect((state) => state.project);
  const followed = followedIn(
    useSelect((state) => state.followed),
    table.name,
  );
  const arrival = useSelect((state) => state.arrival);
  const addingStep = useSelect((state) => state.addingStep);
  const chosen = useSelect((state) => state.variables[table.name]) ?? null;
  const keptAs = `${project?.name ?? ''}/${table.name}`;
  const [layout, setLayout] = useState(() => keptLayout(keptAs));
  const [isCompact, setCompact] = useState(() => localStorage.getItem(COMPACT) === 'yes');
  const [show, setShow] = useState<Show>('labels');
  const [find, setFind] = useState('');
  const [isOnly, setOnly] = useState(false);
  const [side, setSide] = useState<Side>(() =>
    localStorage.getItem(SIDE) === 'recipe' ? 'recipe' : 'variable',
  );
  const [page, setPage] = useState<Pick<RowPage, 'n' | 'cohort' | 'of'> | null>(null);
  const [cell, setCell] = useState<GridCell | null>(null);
  const [controls, setControls] = useState<GridControls | null>(null);
  const sort = useRef<RowQuery['sort']>([]);
  const rowField = useRef<HTMLInputElement>(null);
  const text = useDebounced(find.trim(), 200);
  const [facets, keepFacets] = useFacets(table);
  const within = useMemo(() => {
    const parts = [followed?.within, facetsWithin(facets)].filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : together(parts);
  }, [followed, facets]);
  const who = useMemo(
    () => ({
      table: table.name,
      ...(cohort === undefined ? {} : { cohort }),
      ...(within === undefined ? {} : { within }),
      ...(isOnly && text !== '' ? { find: text } : {}),
    }),
    [table.name, cohort, within, isOnly, text],
  );
  const query = JSON.stringify([who, table.version, revision]);
  const groups = useMemo(() => columnGroups(table, project?.tables ?? []), [table, project]);

  const setChosen = useCallback(
    (name: string) =>
      session.set({ variables: { ...session.get().variables, [table.name]: name } }),
    [session, table.name],
  );
  const ask = useCallback(
    async (asked: RowQuery) => {
      sort.current = asked.sort;
      const reply = await session.client.rows({ ...who, ...asked });
      if ('refused' in reply) session.set({ refusal: reply.refused });
      else {
        const { n, cohort, of } = reply.ok;
        setPage((before) =>
          before?.n === n && before.cohort === cohort && before.of === of
            ? before
            : { n, cohort, of },
        );
      }
      return reply;
    },
    [session, who],
  );
  const arrange = useCallback(
    (next: GridLayout) => {
      setLayout(next);
      keepLayout(keptAs, next);
    },
    [keptAs],
  );
  const onCell = useCallback(
    (next: GridCell) => {
      setCell(next);
      setChosen(next.variable);
    },
    [setChosen],
  );
  const search = useCellSearch(
    query,
    text,
    () => ({ ...who, sort: sort.current, variables: inView(table.variables, layout) }),
    () => cell ?? undefined,
    ({ position, variable }) => controls?.point(position, variable),
  );
  const goToRow = async (row: number, variable: string | null) => {
    const reply = await session.client.findRow({ ...who, sort: sort.current, row });
    if ('refused' in reply) session.set({ refusal: reply.refused });
    else if (reply.ok.position !== null) controls?.enter(reply.ok.position, variable);
    else if (row > table.rows) session.say(`The last row is row ${table.rows}.`);
    else session.say(`Row ${row} is not among the rows that are shown.`);
  };
  const copy = async (heads: boolean) => {
    const copied = await controls?.copy(heads);
    if (copied === undefined) return;
    if (copied === null) {
      session.say(`More than ${MOST_CELLS} cells are selected: use Export instead of copying.`);
    } else if (copied.rows === 0) session.say('No cell is selected.');
    else {
      const { rows, columns } = copied;
      session.say(`Copied ${counted(rows, 'row')} of ${counted(columns, 'column')}.`);
    }
  };
  const arrive = useEffectEvent((row: number, variable: string) => {
    session.set({ arrival: null });
    void goToRow(row, variable);
  });
  useEffect(() => {
    if (arrival?.table === table.name && controls !== null) arrive(arrival.row, arrival.variable);
  }, [arrival, controls, table.name]);
  const choose = (next: Side) => {
    setSide(next);
    localStorage.setItem(SIDE, next);
  };
  const showRecipe = useEffectEvent(() => choose('recipe'));
  useEffect(() => {
    if (addingStep) showRecipe();
  }, [addingStep]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.key === 'F3') search.step(event.shiftKey);
    else if (isCommand && event.key.toLowerCase() === 'g') rowField.current?.select();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const variable = table.variables.find(({ name }) => name === chosen) ?? table.variables[0];
  const hasLabels = table.variables.some(({ values }) => values.length > 0);
  const shows = [
    { id: 'labels', label: 'Labels' },
    ...(hasLabels ? [{ id: 'codes', label: 'Codes' } as const] : []),
    ...(table.origin.made === 'import' ? [{ id: 'raw', label: 'Raw text' } as const] : []),
  ] as const;
  return (
    <>
      <div className="head">
        <h1>Data</h1>
        <TableSwitch />
        <OutOfDate table={table} />
        <span className="actions">
          <FindInRows
            text={find}
            onText={setFind}
            found={text === find.trim() ? search.found : null}
            onStep={search.step}
            isOnly={isOnly}
            onOnly={setOnly}
          />
          {shows.length > 1 && (
            <Segments label="Cells show" choices={shows} value={show} onChange={setShow} />
          )}
          <ColumnChooser
            table={table}
            groups={groups}
            layout={layout}
            onLayout={arrange}
            isCompact={isCompact}
            onCompact={(next) => {
              setCompact(next);
              localStorage.setItem(COMPACT, next ? 'yes' : 'no');
            }}
          />
          <ExportTable table={table} cohort={cohort} within={within} />
        </span>
      </div>
      <div className="layout">
        <LeftPane table={table} selected={variable?.name ?? null} onSelect={setChosen} />
        <Divider name="data-left" label="the variables" pane="left" wide={188} slim={164} />
        <section className="card flush rows" aria-label="Rows" data-pane="rows">
          {followed !== undefined && <FollowedChip followed={followed} />}
          <Suspense fallback={<Skeleton lines={16} />}>
            <Grid
              table={table}
              show={show}
              find={text}
              layout={layout}
              groups={groups}
              isCompact={isCompact}
              query={query}
              ask={ask}
              onLayout={arrange}
              onCell={onCell}
              onCopy={() => void copy(true)}
              onFollow={() => focusSoon('.links button:not([disabled])')}
              variable={chosen}
              controls={setControls}
            />
          </Suspense>
          {page?.n === 0 && (
            <NoRows
              table={table}
              cohort={page.cohort}
              find={isOnly ? text : ''}
              followed={followed}
              onWiden={facetsWithin(facets) && (() => keepFacets({ ...facets, choices: {} }))}
            />
          )}
          <RowsFoot
            table={table}
            page={page}
            show={show}
            field={rowField}
            onGo={(row) => void goToRow(row, chosen)}
            onCopy={(heads) => void copy(heads)}
          />
        </section>
        <Divider name="data-right" label="the panel" pane="right" wide={304} slim={280} min={240} />
        <div className="sidestack">
          <Segments label="The panel shows" choices={SIDES} value={side} onChange={choose} />
          {side === 'recipe' ? (
            <RecipePanel key={table.name} table={table} />
          ) : (
            variable !== undefined && (
              <VariablePanel key={variable.name} table={table} variable={variable} />
            )
          )}
          {cell !== null && cell.row.row <= table.rows && <CellCard table={table} cell={cell} />}
        </div>
      </div>
    </>
  );
}
