import {
  Autocomplete,
  Button,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import type { StepKind } from '../../../src/model/recipe.ts';
import { hasWords } from '../../words-match.ts';
import { FindField } from '../find-field.tsx';
import { Scroll } from '../scroll.tsx';

/** One of the kinds of steps, by what somebody wants to do or by any word for it. */
export function StepPick({
  kinds,
  value,
  autoFocus,
  onChange,
}: {
  kinds: readonly StepKind[];
  value: string | null;
  autoFocus: boolean;
  onChange: (op: string) => void;
}) {
  const label = kinds.find(({ op }) => op === value)?.label;
  return (
    <Select
      className="field"
      value={value}
      onChange={(op) => op !== null && onChange(String(op))}
      placeholder="Choose a step"
      autoFocus={autoFocus}
    >
      <Label>What it does</Label>
      <Button className="pick">
        <SelectValue className="value">
          {({ defaultChildren }) => label ?? defaultChildren}
        </SelectValue>
      </Button>
      <Popover className="popover step-kinds">
        <Autocomplete filter={hasWords}>
          <FindField label="Find a step" autoFocus />
          <Scroll label="Steps by what they do">
            <ListBox
              className="options"
              aria-label="Steps"
              renderEmptyState={() => <p className="empty">No step has these words.</p>}
            >
              {[...Map.groupBy(kinds, ({ group }) => group)].map(([group, own]) => (
                <ListBoxSection key={group} id={group}>
                  <Header className="menu-head">{group}</Header>
                  {own.map((kind) => (
                    <ListBoxItem
                      key={kind.op}
                      id={kind.op}
                      className="option two"
                      textValue={[kind.label, kind.about, group, ...kind.words].join(' ')}
                    >
                      <span>{kind.label}</span> <span className="note">{kind.about}</span>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Scroll>
        </Autocomplete>
      </Popover>
    </Select>
  );
}
