import { Button, ToggleButton } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { chipWords } from '../cohort-words.ts';
import { GROUP_KINDS, groupOf, negateAt, type Path, replaceAt, turnAt } from '../condition-tree.ts';
import { useSelect } from '../use-session.ts';
import { Icon } from './icon.tsx';
import { Pick } from './pick.tsx';

interface TreeProps {
  table: TableInfo;
  /** The whole of it. */
  condition: Condition;
  onChange: (condition: Condition | null) => void;
  /** The group that the next condition is added to. */
  target: Path;
  onTarget: (path: Path) => void;
  /** The part that is being written anew. */
  editing: Path | null;
  onEdit: (path: Path, words: string) => void;
}

/** A condition as the groups it is made of, each of which can be turned, added to and taken apart. */
export function ConditionTree(props: TreeProps) {
  return (
    <div className="condition-tree">
      <Part {...props} part={props.condition} path={[]} />
    </div>
  );
}

function Part({ part, path, ...props }: TreeProps & { part: Condition; path: Path }) {
  const { condition, onChange, target, onTarget, editing, onEdit, table } = props;
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const group = groupOf(part);
  const words = chipWords(part, table, tables);
  const isTarget = JSON.stringify(target) === JSON.stringify(path);
  const remove = () => {
    onTarget([]);
    onChange(replaceAt(condition, path, () => null));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend for every condition
    <div className="part" role="group" aria-label={words}>
      <div className="part-line">
        {group ? (
          <Pick
            label="How these conditions hold together"
            choices={GROUP_KINDS}
            value={group.kind}
            onChange={(kind) => onChange(turnAt(condition, path, kind))}
          />
        ) : (
          <span className="part-words">{words}</span>
        )}
        {!group && (
          <ToggleButton
            className="btn small quiet"
            isSelected={JSON.stringify(editing) === JSON.stringify(path)}
            onChange={() => onEdit(path, words)}
            aria-label={`Change: ${words}`}
          >
            Change
          </ToggleButton>
        )}
        {!group && (
          <Button
            className="btn small quiet"
            aria-label={`Not: ${words}`}
            onPress={() => onChange(negateAt(condition, path))}
          >
            Not
          </Button>
        )}
        <ToggleButton
          className="btn small quiet"
          isSelected={isTarget}
          onChange={() => onTarget(path)}
          aria-label={`Add here: to ${words}`}
        >
          Add here
        </ToggleButton>
        <Button className="btn small quiet" aria-label={`Remove: ${words}`} onPress={remove}>
          <Icon name="close" />
        </Button>
      </div>
      {group?.parts.map((each, at) => (
        <Part key={JSON.stringify([at, each])} {...props} part={each} path={[...path, at]} />
      ))}
    </div>
  );
}
