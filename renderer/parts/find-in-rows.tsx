import { Button, ToggleButton } from 'react-aria-components';
import { count } from '../words.ts';
import { FindField } from './find-field.tsx';
import { Icon } from './icon.tsx';
import { Tip } from './tip.tsx';

/** Cells that hold the text, and which of them is marked; null while nobody knows. */
export interface FindState {
  cells: number;
  nth: number;
}

/** Finds a text in the rows of the grid: goes from cell to cell, or keeps only the rows that hold it. */
export function FindInRows({
  text,
  onText,
  found,
  onStep,
  isOnly,
  onOnly,
}: {
  text: string;
  onText: (text: string) => void;
  found: FindState | null;
  onStep: (back: boolean) => void;
  isOnly: boolean;
  onOnly: (isOnly: boolean) => void;
}) {
  const isOn = text.trim() !== '';
  return (
    <span className="findrows">
      <FindField
        label="Find in these rows"
        value={text}
        onChange={onText}
        keys="Ctrl F"
        width={204}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onStep(event.shiftKey);
        }}
      />
      {isOn && (
        <>
          <span className="note found" aria-live="polite">
            {found === null
              ? '…'
              : found.cells === 0
                ? 'not found'
                : `${count(found.nth)} of ${count(found.cells)}`}
          </span>
          <Tip text="Cell before" keys="Shift F3">
            <Button
              className="btn small quiet"
              aria-label="Cell before"
              isDisabled={!found?.cells}
              onPress={() => onStep(true)}
            >
              <Icon name="up" />
            </Button>
          </Tip>
          <Tip text="Next cell" keys="F3">
            <Button
              className="btn small quiet"
              aria-label="Next cell"
              isDisabled={!found?.cells}
              onPress={() => onStep(false)}
            >
              <Icon name="down" />
            </Button>
          </Tip>
          <ToggleButton className="btn small toggle" isSelected={isOnly} onChange={onOnly}>
            Only these rows
          </ToggleButton>
        </>
      )}
    </span>
  );
}
