import { type FormEvent, useState } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { saveCohort } from '../cohort-actions.ts';
import { chipWords } from '../cohort-words.ts';
import { useSelect, useSession } from '../use-session.ts';
import { LiveText } from './text-field.tsx';

/** Gives the conditions a name; from then on they can be used and reported. */
export function SaveCohort({ table, condition }: { table: TableInfo; condition: Condition }) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables;
  const [isOpen, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const words = label.trim() || chipWords(condition, table, tables);
    if (!(await saveCohort(session, table, condition, words))) return;
    setOpen(false);
    setLabel('');
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="btn small">Save as cohort</Button>
      <Popover className="popover padded" placement="bottom start" aria-label="Save as cohort">
        <form className="form" onSubmit={save}>
          <LiveText
            label="Name of the cohort"
            value={label}
            onChange={setLabel}
            placeholder={chipWords(condition, table, tables).slice(0, 60)}
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
      </Popover>
    </DialogTrigger>
  );
}
