import type { Session } from './session.ts';
import { counted } from './words.ts';

/** Asks for a file and gives its token; undefined when none was chosen. */
async function chosenFile(session: Session): Promise<string | undefined> {
  const [reply] = await session.shell.chooseFiles();
  if (reply === undefined) return undefined;
  if ('ok' in reply) return reply.ok.token;
  session.set({ refusal: reply.refused });
  return undefined;
}

export async function importRules(session: Session): Promise<void> {
  const file = await chosenFile(session);
  if (file === undefined) return;
  const rules = await session.change('Reading the rules', () =>
    session.client.importRules({ file }),
  );
  if (rules !== undefined) session.say(`The project has ${counted(rules.length, 'rule')} now.`);
}

export async function importAnswers(session: Session): Promise<void> {
  const file = await chosenFile(session);
  if (file === undefined) return;
  const taken = await session.change('Reading the answers', () =>
    session.client.importAnswers({ file }),
  );
  if (taken === undefined) return;
  const lost =
    taken.unknown > 0 ? ` ${counted(taken.unknown, 'answer')} belong to no question.` : '';
  session.say(`Took in ${counted(taken.answered, 'answer')}.${lost}`);
}

export async function checkAgain(session: Session): Promise<void> {
  const check = await session.change('Checking', (options) =>
    session.client.checkQuality({}, options),
  );
  if (check !== undefined) {
    session.say(
      `Ran ${counted(check.rules, 'rule')}: ${counted(check.findings.length, 'finding')}.`,
    );
  }
}

export async function exportQuality(session: Session): Promise<void> {
  await session.deliver('Writing the report', () => session.client.exportQuality({}));
}

export async function exportRules(session: Session): Promise<void> {
  await session.deliver('Writing the rules', () => session.client.exportRules({}));
}
