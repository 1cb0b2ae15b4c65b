import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import type { Block } from '../../src/model/report.ts';
import type { Result } from '../../src/model/result.ts';
import { plainText } from '../../src/model/rich.ts';
import { blocksOf } from '../add-to-report.ts';

const PLAIN: readonly { id: string; label: string; block: Block }[] = [
  { id: 'text', label: 'Text', block: { type: 'text', text: 'New text' } },
  { id: 'h1', label: 'Heading', block: { type: 'heading', level: 1, text: 'New heading' } },
  { id: 'h2', label: 'Lower heading', block: { type: 'heading', level: 2, text: 'New heading' } },
  { id: 'list', label: 'List', block: { type: 'list', items: ['First point'] } },
  { id: 'break', label: 'Page break', block: { type: 'page-break' } },
];

/** What can be put after the selected block: words first, then everything the results offer. */
export function AddBlockMenu({
  results,
  onAdd,
}: {
  results: readonly Result[];
  onAdd: (block: Block) => void;
}) {
  const groups = results.map((result) => ({ result, offered: blocksOf(result) }));
  const find = (id: string) =>
    PLAIN.find((entry) => entry.id === id)?.block ??
    groups.flatMap(({ result, offered }) =>
      offered.filter((entry) => `${result.id} ${entry.id}` === id).map(({ block }) => block),
    )[0];
  return (
    <MenuTrigger>
      <Button className="btn small">+ Add block</Button>
      <Popover className="popover" placement="top start">
        <Menu
          className="options"
          onAction={(id) => {
            const block = find(String(id));
            if (block !== undefined) onAdd(block);
          }}
        >
          <MenuSection aria-label="Words">
            {PLAIN.map(({ id, label }) => (
              <MenuItem key={id} id={id}>
                {label}
              </MenuItem>
            ))}
          </MenuSection>
          {groups.map(({ result, offered }) => (
            <MenuSection key={result.id}>
              <Header className="menu-head cut">{plainText(result.title)}</Header>
              {offered.map(({ id, label }) => (
                <MenuItem key={id} id={`${result.id} ${id}`} textValue={label}>
                  <span className="cut">{label}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
