import type { History } from '../model/history.ts';
import type { ProjectInfo } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { writeJournal } from '../store/journal.ts';
import {
  deleteSnapshot,
  readSnapshots,
  restoreSnapshot,
  writeSnapshot,
} from '../store/snapshots.ts';
import { inTransactionNow } from '../store/transaction.ts';
import type { Context } from './context.ts';
import { history } from './history.ts';
import { projectInfo } from './project-info.ts';

const SHOWN = 200;

/** @throws Refusal `snapshot-exists` */
export function saveSnapshot(context: Context, input: { name: string }): History {
  const { db } = context.project;
  const name = input.name.trim();
  const taken = readSnapshots(db).some((each) => each.name.toLowerCase() === name.toLowerCase());
  if (taken || name === '') {
    throw new Refusal(
      taken ? 'snapshot-exists' : 'empty-label',
      taken ? `There is a snapshot called “${name}” already.` : 'A snapshot needs a name.',
      { hint: 'Give it another name.' },
    );
  }
  inTransactionNow(context.project, () => {
    writeSnapshot(db, name);
    writeJournal(db, 'saveSnapshot', `Kept the project as it is as the snapshot “${name}”.`);
  });
  return history(context, { limit: SHOWN });
}

/** @throws Refusal `unknown-snapshot` */
export function bringBackSnapshot(context: Context, { name }: { name: string }): ProjectInfo {
  const { db } = context.project;
  inTransactionNow(context.project, () => {
    if (!restoreSnapshot(db, name)) throw unknownSnapshot(context, name);
    writeJournal(db, 'restoreSnapshot', `Put the project back as the snapshot “${name}” has it.`);
  });
  return projectInfo(context);
}

/** @throws Refusal `unknown-snapshot` */
export function removeSnapshot(context: Context, { name }: { name: string }): History {
  const { db } = context.project;
  inTransactionNow(context.project, () => {
    if (!deleteSnapshot(db, name)) throw unknownSnapshot(context, name);
    writeJournal(db, 'removeSnapshot', `Removed the snapshot “${name}”.`);
  });
  return history(context, { limit: SHOWN });
}

function unknownSnapshot(context: Context, name: string): Refusal {
  const names = readSnapshots(context.project.db).map((each) => each.name);
  return new Refusal('unknown-snapshot', `There is no snapshot called “${name}”.`, {
    hint: names.length > 0 ? `The project has: ${names.join(', ')}.` : 'The project has none yet.',
  });
}
