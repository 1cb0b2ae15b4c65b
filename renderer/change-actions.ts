import type { Session } from './session.ts';

/** Takes the newest change of the project back, or all back to one, and says what that was. */
export async function undoChange(session: Session, to?: number): Promise<void> {
  await turn(session, 'undo', to);
}

/** Does again what was undone last. */
export async function redoChange(session: Session, to?: number): Promise<void> {
  await turn(session, 'redo', to);
}

const WORDS = {
  undo: { job: 'Undoing', did: 'Undid' },
  redo: { job: 'Doing again', did: 'Did again' },
} as const;

async function turn(session: Session, way: 'undo' | 'redo', to: number | undefined): Promise<void> {
  const { job, did } = WORDS[way];
  const done = await session.change(job, () => session.client[way](to === undefined ? {} : { to }));
  if (done === undefined) return;
  const [first = ''] = done.sentences;
  const more = done.sentences.length - 1;
  session.say(`${did}: ${first}${more > 0 ? ` And ${more} more.` : ''}`);
}
