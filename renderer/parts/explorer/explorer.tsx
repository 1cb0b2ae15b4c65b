import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { importChosen } from '../../project-actions.ts';
import { activeTable } from '../../session.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { Blank } from '../blank.tsx';

/** A board of linked charts of the active table: what is chosen on one, the others follow. */
export function Explorer({ heading }: { heading: ReactNode }) {
  const session = useSession();
  const table = useSelect(activeTable);
  return (
    <>
      <div className="head">{heading}</div>
      {table === null && (
        <section className="card">
          <Blank
            title="No table yet"
            text="Charts of the variables of a table are shown here, linked with each other."
          >
            <Button className="btn primary" onPress={() => importChosen(session)}>
              Import files <kbd>Ctrl I</kbd>
            </Button>
          </Blank>
        </section>
      )}
    </>
  );
}
