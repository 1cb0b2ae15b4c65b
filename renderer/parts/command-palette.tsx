import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import { commandsOf } from '../commands.ts';
import { replyValue, useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { hasWords } from '../words-match.ts';
import { DialogBox } from './dialog-box.tsx';
import { Icon } from './icon.tsx';

/** Ctrl+K: every command by the words of its name, in any order. */
export function CommandPalette() {
  const session = useSession();
  const isOpen = useSelect((state) => state.palette);
  const hasProject = useSelect((state) => state.project !== null);
  const analyses = useReply(hasProject ? 'analyses' : null, (options) =>
    session.client.analyses({}, options),
  );
  const close = () => session.set({ palette: false });
  return (
    <DialogBox look="palette" label="Commands" isOpen={isOpen} onClose={close}>
      <Autocomplete filter={hasWords}>
        <SearchField className="find" aria-label="Find a command" autoFocus>
          <Icon name="find" />
          <Input
            className="input"
            placeholder="Find a command"
            spellCheck={false}
            autoComplete="off"
          />
        </SearchField>
        <Menu
          className="options"
          aria-label="Commands"
          items={isOpen ? commandsOf(session, replyValue(analyses, [])) : []}
          renderEmptyState={() => <p className="empty">No command has this name.</p>}
        >
          {(command) => (
            <MenuItem
              id={command.id}
              textValue={`${command.title} ${command.group} ${command.words ?? ''}`}
              onAction={() => {
                close();
                command.run();
              }}
            >
              <span>{command.title}</span>
              <span className="note right">{command.group}</span>
              {command.keys !== undefined && <kbd>{command.keys}</kbd>}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </DialogBox>
  );
}
