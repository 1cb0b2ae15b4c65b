import { type FormEvent, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { chipWords, cohortName } from '../cohort-words.ts';
import { useSelect, useSession } from '../use-session.ts';
import { LiveText } from './text-field.tsx';

/** Gives the conditions a name; from then on they can be used and reported. */
export function SaveCohort({ table, condition }: { table: TableInfo; condition: Condition }) {
  const session = useSession();
  const taken = useSelect((state) => state.project)?.cohorts.map(({ name }) => name) ?? [];
  const [isOpen, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const words = label.trim() || chipWords(condition, table);
    const name = cohortName(words, taken);
    const saved = await session.change('Saving the cohort', () =>
      session.client.saveCohort({ name, label: words, table: table.name, condition }),
    );
    if (saved === undefined) return;
    setOpen(false);
    setLabel('');
    session.set({
      draft: [],
      cohorts: { ...session.get().cohorts, [table.name]: name },
    });
    session.say(`Saved the cohort “${words}”.`);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="btn">Save as cohort</Button>
      <Popover className="popover padded" placement="bottom start">
        <Dialog aria-label="Save as cohort">
          <form className="form" onSubmit={save}>
            <LiveText
              label="Name of the cohort"
              value={label}
              onChange={setLabel}
              placeholder={chipWords(condition, table).slice(0, 60)}
              autoFocus
            />
            <p className="note">
              Results keep the cohort they were made with, in words and with its size.
            </p>
            <div className="buttons">
              <Button type="submit" className="btn primary">
                Save
              </Button>
            </div>
          </form>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
