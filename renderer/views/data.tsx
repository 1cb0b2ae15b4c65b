import { Button } from 'react-aria-components';
import { Blank } from '../parts/blank.tsx';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { TableRows } from '../parts/table-rows.tsx';
import { importChosen } from '../project-actions.ts';
import { activeTable } from '../session.ts';
import { useSelect, useSession } from '../use-session.ts';

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
