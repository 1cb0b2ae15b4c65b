import { useState } from 'react';
import { Button, Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import type { RecentProject } from '../../src/contract/session.ts';
import { openChosen, openRecent } from '../project-actions.ts';
import { useSession } from '../use-session.ts';
import { dayOf, size, timeOf } from '../words.ts';
import { CrossButton } from './cross-button.tsx';
import { Icon } from './icon.tsx';

/** Projects opened before, newest first; one that is gone says why. */
export function RecentProjects({ recent }: { recent: readonly RecentProject[] }) {
  const session = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const newest = [...recent].sort((a, b) => b.openedAt.localeCompare(a.openedAt));
  const forget = async (id: string) => {
    const start = await session.ask('Updating the list', () => session.client.forgetRecent({ id }));
    if (start === undefined) return;
    session.set({ start });
    session.say('Taken off the list. The file stays where it is.');
  };
  const open = (id: string) => {
    const gone = recent.find((project) => project.id === id)?.gone ?? null;
    if (gone === null) void openRecent(session, id);
    else session.say(`It cannot be opened now: ${gone}.`);
  };
  return (
    <section className="card flush projects" aria-label="Projects" data-pane="projects">
      <header>
        <h2>Recent projects</h2>
        <span className="note">{newest.length > 0 && `${newest.length}, newest first`}</span>
        <Button className="btn right" onPress={() => openChosen(session)}>
          Open a project <kbd>Ctrl O</kbd>
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is meant for the rows inside */}
      <div
        className="scroll"
        onKeyDown={(event) => {
          if (event.key === 'Delete' && chosen !== null) void forget(chosen);
        }}
      >
        <Table
          className="recent"
          aria-label="Recent projects"
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => setChosen(keys === 'all' ? null : firstOf(keys))}
          onRowAction={(id) => open(String(id))}
        >
          <TableHeader>
            <Column isRowHeader>Name</Column>
            <Column>Where</Column>
            <Column>Last opened</Column>
            <Column>Protection</Column>
            <Column className="num">Size</Column>
            <Column className="end">
              <span className="hidden-text">Take off the list</span>
            </Column>
          </TableHeader>
          <TableBody
            items={newest}
            renderEmptyState={() => (
              <p className="none note">
                Nothing yet. A project appears here once it was opened on this computer.
              </p>
            )}
          >
            {(project) => (
              <Row id={project.id} className={project.gone === null ? '' : 'gone'}>
                <Cell>
                  <b>{project.name}</b>
                  {project.gone === null ? (
                    <span className="s">{project.detail}</span>
                  ) : (
                    <span className="s bad">✕ {project.gone}</span>
                  )}
                </Cell>
                <Cell className="s path">
                  <bdi>{project.folder}</bdi>
                </Cell>
                <Cell>
                  {dayOf(project.openedAt)}
                  <span className="s">{timeOf(project.openedAt)}</span>
                </Cell>
                <Cell>
                  {project.gone === null && (
                    <span className="plain">
                      <Icon name="open" /> Not encrypted
                    </span>
                  )}
                </Cell>
                <Cell className="num">{size(project.bytes)}</Cell>
                <Cell className="end">
                  <CrossButton
                    label={`Take ${project.name} off the list`}
                    onPress={() => forget(project.id)}
                  />
                </Cell>
              </Row>
            )}
          </TableBody>
        </Table>
      </div>
      <footer className="note" hidden={newest.length === 0}>
        <kbd>↑</kbd>
        <kbd>↓</kbd> to choose <kbd>Enter</kbd> to open <kbd>Del</kbd> takes it off this list; the
        file stays
      </footer>
    </section>
  );
}

function firstOf(keys: Set<string | number>): string | null {
  for (const key of keys) return String(key);
  return null;
}
